import type { Recorded } from '../../src/domain/events.js';
import type { LetterItem } from '../../src/domain/reminder/events.js';
import type { Names } from '../../src/projections/names.js';

const look =
  (known: Readonly<Record<string, string>>) =>
  (id: string): string | undefined =>
    known[id];
const within =
  (scope: string, known: Readonly<Record<string, string>>) =>
  (inScope: string, id: string): string | undefined =>
    inScope === scope ? known[id] : undefined;

/** The names of an invented body and of what it deals with. */
export const inventedNames: Names = {
  bodyOf: (stream) => (stream.startsWith('person') || stream === 'register' ? undefined : 'sra'),
  body: look({ sra: 'SRÄ', arg: 'Arbetsgruppen för nära vård' }),
  role: within('sra', {
    r1: 'Region Norrälvens utvecklingsdirektör',
    r2: 'Kommunsams direktör',
  }),
  party: within('sra', { p1: 'Björkviks kommun', p2: 'Region Norrälven', p3: 'Åsmarks kommun' }),
  group: within('sra', { g1: 'Kommunsam' }),
  meeting: (id) => {
    const dates: Readonly<Record<string, string>> = { 'm-juni': '2026-06-04', 'm-sept': '2026-09-24' };
    const date = dates[id];
    return date === undefined ? undefined : { date, kind: 'ordinary' };
  },
  matter: look({ riktlinje: 'Riktlinje för trygg utskrivning', avtal: 'Nytt älvdalsavtal' }),
  decision: look({ d1: 'Färdplan för nära vård', d2: 'Färdplan 2.0' }),
  assignment: look({ a1: 'Ta fram en uppföljningsmodell', a2: 'Ta fram det som saknas' }),
  milestone: within('riktlinje', { ms1: 'Ställningstagande', ms2: 'Utskick' }),
  deliverable: within('a1', { d1: 'nulägesbild', d2: 'kostnadsbedömning' }),
  precondition: within('a1', { c1: 'efter dialog med arbetsgruppen' }),
  person: (id) =>
    id === 'u1'
      ? { kind: 'named', name: 'Åsa Öbom' }
      : id === 'u2'
        ? { kind: 'named', name: 'Bo Älvros' }
        : id === 'u3'
          ? { kind: 'erased' }
          : undefined,
};

/** The envelope of a fact told on 4 June 2026 by the secretary. */
export const told: Omit<Recorded, 'type' | 'data'> = {
  id: 'e-1',
  stream: 'assignment-a1',
  revision: 0,
  position: '1',
  actor: { id: 'u9', role: 'secretary' },
  correlationId: 'c-1',
  causationId: 'c-1',
  occurred: '2026-06-04',
  statedAt: '2026-06-04',
  recordedAt: '2026-06-05T08:15:30.123Z',
};

/** What a letter says about the invented body's assignment. */
export const inventedItem: LetterItem = {
  assignment: 'a1',
  rung: 'beforeMeeting-42',
  statement: 0,
  role: 'r1',
  on: '2026-04-23',
  capacity: 'deputy',
  to: ['u1'],
};
