import { describe as suite, expect, it } from '@jest/globals';
import type { DueWindow } from '../../src/domain/due-window.js';
import { type EventType, kindOf, type Recorded, streamOf } from '../../src/domain/events.js';
import { describe } from '../../src/projections/describe.js';
import {
  everyFact,
  inJune,
  june,
  type Said,
  september,
  type Telling,
  unspoken,
  window,
} from './every-fact.js';
import { inventedNames, told } from './names.js';

const ids = {
  body: 'sra',
  meeting: 'm-juni',
  matter: 'riktlinje',
  decision: 'd1',
  assignment: 'a1',
  person: 'u1',
  register: '',
  reminder: 'a1',
  letter: '2026-04-23.u1',
  feed: 'f1',
  view: 'v1',
};

function line(type: EventType, said: Telling, lang: 'sv' | 'en'): string {
  const event = {
    ...told,
    type,
    data: said.data,
    stream: streamOf(kindOf[type], ids[kindOf[type]]),
    actor: { id: 'u9', role: said.by ?? 'secretary' },
    ...(said.effectiveFrom !== undefined && { effectiveFrom: said.effectiveFrom }),
  };
  return describe(event as Recorded, lang, inventedNames);
}

const moved = (from: DueWindow, to: DueWindow, decidedBy?: string) => {
  const said: Said<'DeadlineMoved'> = { data: { from, to, reasonStated: false, decidedBy }, sv: '', en: '' };
  const start = { sv: 'Sekreteraren flyttade återkopplingen ', en: 'The secretary moved the feedback ' };
  const end = { sv: '; skäl anges inte', en: '; no reason is stated' };
  return {
    sv: line('DeadlineMoved', said, 'sv').replace(start.sv, '').replace(end.sv, ''),
    en: line('DeadlineMoved', said, 'en').replace(start.en, '').replace(end.en, ''),
  };
};

suite('describe', () => {
  it.each(Object.entries(everyFact))('%s has a line in Swedish and in English', (type, said) => {
    const known = Object.keys(everyFact).find((name): name is EventType => name === type);
    if (!known) throw new Error(type);
    expect(line(known, said, 'sv')).toBe(said.sv);
    expect(line(known, said, 'en')).toBe(said.en);
  });

  it.each<[DueWindow, DueWindow, string, string]>([
    [
      june,
      window('senast den 4 september 2026'),
      'från 4 juni till 4 september 2026',
      'from 4 June to 4 September 2026',
    ],
    [
      window('17 december 2025'),
      window('slutredovisas senast den 31 mars efter avstämning', '2025-12-17'),
      'från 17 december 2025 till 31 mars 2026',
      'from 17 December 2025 to 31 March 2026',
    ],
    [
      inJune,
      september,
      'från ”senast i juni 2026 – efter dialog med arbetsgruppen” till 1 september 2026',
      'from “senast i juni 2026 – efter dialog med arbetsgruppen” to 1 September 2026',
    ],
    [
      unspoken,
      inJune,
      'till ”senast i juni 2026 – efter dialog med arbetsgruppen”, alltså till och med 30 juni 2026',
      'to “senast i juni 2026 – efter dialog med arbetsgruppen”, that is no later than 30 June 2026',
    ],
    [
      june,
      window('rapportering sker senare'),
      'från 4 juni 2026 till ”rapportering sker senare”, utan datum',
      'from 4 June 2026 to “rapportering sker senare”, no date',
    ],
    [
      june,
      window('28 maj el 26 juni'),
      'från 4 juni 2026 till ”28 maj el 26 juni”, alltså 28 maj 2026 eller 26 juni 2026',
      'from 4 June 2026 to “28 maj el 26 juni”, that is 28 May 2026 or 26 June 2026',
    ],
    [
      june,
      window('våren 2027'),
      'från 4 juni 2026 till ”våren 2027”, alltså 1 januari–30 juni 2027',
      'from 4 June 2026 to “våren 2027”, that is spring 2027 (1 January–30 June 2027)',
    ],
    [
      june,
      window('september 2026'),
      'från 4 juni 2026 till ”september 2026”',
      'from 4 June 2026 to “september 2026”',
    ],
    [
      june,
      window('den 24 augusti 2026 kl. 15–16.30'),
      'från 4 juni 2026 till ”den 24 augusti 2026 kl. 15–16.30”, alltså 24 augusti 2026 kl. 15.00–16.30',
      'from 4 June 2026 to “den 24 augusti 2026 kl. 15–16.30”, that is 24 August 2026 at 15:00–16:30',
    ],
  ])(
    'says what a deadline was and has become, in its own words where it is no day (%#)',
    (from, to, sv, en) => {
      expect(moved(from, to)).toEqual({ sv, en });
    },
  );

  it('says to which meeting a deadline is bound, and who decided the move', () => {
    expect(moved(june, { ...september, boundToMeeting: 'm-sept' }, 'd1')).toEqual({
      sv: 'från 4 juni till 1 september 2026, till mötet den 24 september 2026, enligt beslutet ”Färdplan för nära vård”',
      en: 'from 4 June to 1 September 2026, for the meeting of 24 September 2026, by the decision “Färdplan för nära vård”',
    });
    expect(moved(june, september, 'presidiet').sv).toBe(
      'från 4 juni till 1 september 2026, beslutat av presidiet',
    );
  });

  it('does not tell others what somebody calls a view of their own', () => {
    const own = { data: { body: 'sra', owner: 'u1', name: 'Mitt', address: '/beslut' }, sv: '', en: '' };
    expect(line('ViewSaved', own, 'sv')).toBe('Sekreteraren sparade en egen vy');
    expect(line('ReviewSaved', own, 'en')).toBe(
      'The secretary saved a review of their own, with the log as it was then',
    );
  });

  it('names nobody it is not given a name for', () => {
    const unknown = { data: { role: 'r1', person: 'u7' }, sv: '', en: '' };
    expect(line('RoleHolderAppointed', unknown, 'sv')).toBe(
      'Sekreteraren registrerade en handläggare som innehavare av rollen ”Region Norrälvens utvecklingsdirektör”',
    );
  });

  it('leaves out what an assignment without deadline, roles or recipient does not say', () => {
    const bare: Said<'AssignmentGiven'> = {
      data: {
        body: 'sra',
        title: 'Återkomma med mer information',
        kind: 'commitment',
        responsible: [],
        deadline: unspoken,
        ...{ deliverables: [], preconditions: [] },
        replaces: 'a1',
      },
      sv: '',
      en: '',
    };
    expect(line('AssignmentGiven', bare, 'sv')).toBe(
      'Sekreteraren registrerade åtagandet ”Återkomma med mer information”; återkoppling: ingen tid angiven; tar över efter ”Ta fram en uppföljningsmodell”',
    );
  });
});
