import { describe, expect, it } from '@jest/globals';
import type { Context } from '../../src/domain/decider.js';
import { type DueWindow, parseDueWindow, slipDays } from '../../src/domain/due-window.js';
import type { MatterEvent } from '../../src/domain/matter/events.js';
import {
  matter,
  type MatterCommand,
  type MatterContext,
  type MatterState,
  sameWindow,
  sourcesDisagree,
} from '../../src/domain/matter/matter.js';
import type { RefusalCode } from '../../src/domain/refusal.js';
import { breachOf, type Fact, longAgo, on, scenarios } from '../support/given.js';

type Around = Omit<MatterContext, keyof Context<MatterState>>;
const around: Around = { bodyExists: true, targetExists: true };
const { given } = scenarios(matter, 'matter-ma1', around, (context, outside: Around) => ({
  ...context,
  ...outside,
}));

const reads = (text: string, statedAt = longAgo): DueWindow => parseDueWindow(text, { statedAt });
const fourthOfJune = reads('4 juni 2026');
const firstOfSeptember = reads('1 september 2026', '2026-06-04');

const isOpened: MatterEvent = {
  type: 'MatterOpened',
  data: { body: 'srä', title: 'Riktlinje för utskrivning' },
};
const planned: MatterEvent = {
  type: 'MilestonePlanned',
  data: { milestone: 'standpoint', label: 'Ställningstagande i SRÄ', window: fourthOfJune, form: 'ordinary' },
};
const moved = on<MatterEvent>('2026-06-04', {
  type: 'MilestoneMoved',
  data: {
    ...{ milestone: 'standpoint', from: fourthOfJune, to: firstOfSeptember },
    ...{ form: 'perCapsulam', reasonStated: false },
  },
});
const reached: MatterEvent = { type: 'MilestoneReached', data: { milestone: 'standpoint' } };
const dropped: MatterEvent = { type: 'MilestoneDropped', data: { milestone: 'standpoint' } };
const isClosed: MatterEvent = { type: 'MatterClosed', data: {} };

describe('opening', () => {
  it('a matter lives in a body, with the number the body uses', () => {
    given()
      .when({
        type: 'OpenMatter',
        body: 'srä',
        title: ' Riktlinje ',
        description: 'Ny lag',
        number: 'SRÄ 2025/14',
      })
      .then({
        type: 'MatterOpened',
        data: { body: 'srä', title: 'Riktlinje', description: 'Ny lag', number: 'SRÄ 2025/14' },
      })
      .thenState({ phase: 'open', milestones: [] });
  });
  it('refused without words, without a body, twice', () => {
    const open: MatterCommand = { type: 'OpenMatter', body: 'srä', title: 'Riktlinje' };
    given().when(open, { bodyExists: false }).thenRefused('unknownReference', '/body');
    given(isOpened).when(open).thenRefused('alreadyExists');
    for (const field of ['title', 'description', 'number'] as const)
      given()
        .when({ ...open, [field]: ' ' })
        .thenRefused('emptyText', `/${field}`);
  });
});

describe('the life of a matter and a milestone', () => {
  const commands: { readonly [name: string]: MatterCommand } = {
    plan: { type: 'PlanMilestone', milestone: 'conference', label: 'Konferens', date: '17 september 2026' },
    move: { type: 'MoveMilestone', milestone: 'standpoint', to: '24 september 2026', reasonStated: false },
    reach: { type: 'ReachMilestone', milestone: 'standpoint' },
    drop: { type: 'DropMilestone', milestone: 'standpoint' },
    link: { type: 'LinkMatter', kind: 'matter', target: 'ma2' },
    close: { type: 'CloseMatter' },
    reopen: { type: 'ReopenMatter', reason: 'Ny lag' },
  };
  const states: readonly (readonly [string, readonly Fact<MatterEvent>[], readonly string[]])[] = [
    ['planned', [isOpened, planned], ['plan', 'move', 'reach', 'drop', 'link', 'close']],
    ['moved', [isOpened, planned, moved], ['plan', 'move', 'reach', 'drop', 'link', 'close']],
    ['reached', [isOpened, planned, reached], ['plan', 'link', 'close']],
    ['dropped', [isOpened, planned, dropped], ['plan', 'link', 'close']],
    ['closed', [isOpened, planned, isClosed], ['link', 'reopen']],
  ];
  for (const [state, facts, possible] of states)
    for (const [name, command] of Object.entries(commands)) {
      const may = possible.includes(name);
      it(`${state}: ${name} is ${may ? '' : 'not '}possible`, () => {
        const outcome = given(...facts).when(command);
        if (may) outcome.thenState({ exists: true });
        else
          outcome.thenRefused(
            'notPossibleNow',
            'milestone' in command && state !== 'closed' ? '/milestone' : '',
          );
      });
    }
  for (const [name, command] of Object.entries(commands))
    it(`${name} needs a matter`, () => {
      given().when(command).thenRefused('notFound');
    });
});

describe('the timetable', () => {
  it('is planned in the words of the minutes', () => {
    given(isOpened)
      .when({
        type: 'PlanMilestone',
        label: ' Remisstid ',
        date: 'till 28 februari 2026',
        form: 'perCapsulam',
      })
      .then({
        type: 'MilestonePlanned',
        data: {
          ...{ milestone: 'm1', label: 'Remisstid', form: 'perCapsulam' },
          window: reads('till 28 februari 2026', '2026-06-10'),
        },
      });
    const { state } = given(isOpened).when({
      ...{ type: 'PlanMilestone', milestone: 'standpoint', label: 'Ställningstagande', date: 'hösten 2026' },
    });
    expect(state.milestones).toMatchObject([{ milestone: 'standpoint', phase: 'planned' }]);
  });

  it('the standpoint of 4 June is found moved to per capsulam on 1 September, no reason stated: 89 days', () => {
    const outcome = given(isOpened, planned).when(
      {
        ...{ type: 'MoveMilestone', milestone: 'standpoint', to: '1 september 2026' },
        ...{ form: 'perCapsulam', reasonStated: false },
      },
      { statedAt: '2026-06-04', occurred: null, source: { document: 'referensgruppen 4 juni' } },
    );
    outcome.then({
      type: 'MilestoneMoved',
      data: {
        ...{ milestone: 'standpoint', from: fourthOfJune, to: firstOfSeptember },
        ...{ form: 'perCapsulam', reasonStated: false },
      },
    });
    const [standpoint] = outcome.state.milestones;
    expect(standpoint).toMatchObject({ form: 'perCapsulam', phase: 'planned', firstWindow: fourthOfJune });
    expect(standpoint && slipDays(standpoint.firstWindow, standpoint.window)).toBe(89);
    expect(standpoint?.statements).toEqual([
      { statedAt: longAgo, document: undefined, latest: '2026-06-04' },
      { statedAt: '2026-06-04', document: 'referensgruppen 4 juni', latest: '2026-09-01' },
    ]);
  });

  const move = { type: 'MoveMilestone', milestone: 'standpoint', to: '1 september 2026' } as const;
  const refused: readonly (readonly [string, MatterCommand, RefusalCode, string])[] = [
    ['a move without reason', move, 'reasonMissing', '/reason'],
    ['a move with an empty reason', { ...move, reason: '' }, 'emptyText', '/reason'],
    [
      'a move with and without reason',
      { ...move, reason: 'x', reasonStated: false },
      'reasonContradicted',
      '/reasonStated',
    ],
    [
      'a move to the same day',
      { ...move, to: 'den 4 juni 2026', reasonStated: false },
      'sameDeadline',
      '/to',
    ],
    ['a move to no words', { ...move, to: ' ', reasonStated: false }, 'emptyText', '/to'],
    [
      'a move of what is not planned',
      { ...move, milestone: 'x', reasonStated: false },
      'unknownReference',
      '/milestone',
    ],
    [
      'reaching what is not planned',
      { type: 'ReachMilestone', milestone: 'x' },
      'unknownReference',
      '/milestone',
    ],
    [
      'dropping what is not planned',
      { type: 'DropMilestone', milestone: 'x' },
      'unknownReference',
      '/milestone',
    ],
    [
      'a plan twice',
      { type: 'PlanMilestone', milestone: 'standpoint', label: 'x', date: 'våren' },
      'duplicate',
      '/milestone',
    ],
    ['a plan without a label', { type: 'PlanMilestone', label: ' ', date: 'våren' }, 'emptyText', '/label'],
    ['a plan without words', { type: 'PlanMilestone', label: 'x', date: ' ' }, 'emptyText', '/date'],
    ['an empty note', { type: 'ReachMilestone', milestone: 'standpoint', note: ' ' }, 'emptyText', '/note'],
    [
      'an empty reason',
      { type: 'DropMilestone', milestone: 'standpoint', reason: ' ' },
      'emptyText',
      '/reason',
    ],
  ];
  for (const [why, command, code, pointer] of refused)
    it(`refused: ${why}`, () => {
      given(isOpened, planned).when(command).thenRefused(code, pointer);
    });

  it('another form on the same day is a move', () => {
    const { state } = given(isOpened, planned).when({
      ...move,
      ...{ to: '4 juni 2026', form: 'perCapsulam', reason: 'Mötet ställs in' },
    });
    expect(state.milestones).toMatchObject([{ form: 'perCapsulam', window: fourthOfJune }]);
  });

  it('is reached when it has happened, never before', () => {
    const reach: MatterCommand = { type: 'ReachMilestone', milestone: 'standpoint', note: 'Enhälligt' };
    const { state } = given(isOpened, planned)
      .when(reach, { occurred: '2026-06' })
      .then({ type: 'MilestoneReached', data: { milestone: 'standpoint', note: 'Enhälligt' } });
    expect(state.milestones).toMatchObject([{ phase: 'reached', reached: '2026-06' }]);
    given(isOpened, planned)
      .when(reach, { occurred: '2026-09-01' })
      .thenRefused('occurredInFuture', '/occurred');
    given(isOpened, planned)
      .when(reach, { statedAt: '2026-06-03', occurred: '2026-06-04' })
      .thenRefused('occurredAfterStated', '/occurred');
  });
});

describe('links and closing', () => {
  it('links matters, decisions and documents, once each', () => {
    given(isOpened)
      .when(
        { type: 'LinkMatter', kind: 'document', target: ' Remissversion ', note: 'Bilaga' },
        { targetExists: false },
      )
      .then({ type: 'MatterLinked', data: { kind: 'document', target: 'Remissversion', note: 'Bilaga' } });
    const linked: MatterEvent = { type: 'MatterLinked', data: { kind: 'matter', target: 'ma2' } };
    given(isOpened, linked)
      .when({ type: 'LinkMatter', kind: 'matter', target: 'ma2' })
      .thenRefused('duplicate', '/target');
    given(isOpened, linked)
      .when({ type: 'LinkMatter', kind: 'decision', target: 'ma2' })
      .thenState({ exists: true });
  });
  it('refused to what is not there, to itself, to nothing', () => {
    given(isOpened)
      .when({ type: 'LinkMatter', kind: 'decision', target: 'd9' }, { targetExists: false })
      .thenRefused('unknownReference', '/target');
    given(isOpened)
      .when({ type: 'LinkMatter', kind: 'matter', target: 'ma1' })
      .thenRefused('unknownReference', '/target');
    given(isOpened)
      .when({ type: 'LinkMatter', kind: 'document', target: ' ' })
      .thenRefused('emptyText', '/target');
    given(isOpened)
      .when({ type: 'LinkMatter', kind: 'document', target: 'x', note: '' })
      .thenRefused('emptyText', '/note');
  });
  it('closes with or without a reason, and reopens with one', () => {
    given(isOpened)
      .when({ type: 'CloseMatter', reason: 'Beslutat' })
      .then({ type: 'MatterClosed', data: { reason: 'Beslutat' } })
      .thenState({ phase: 'closed' });
    given(isOpened, isClosed)
      .when({ type: 'ReopenMatter', reason: 'Ny lag' })
      .then({ type: 'MatterReopened', data: { reason: 'Ny lag' } })
      .thenState({ phase: 'open' });
    given(isOpened, isClosed).when({ type: 'ReopenMatter', reason: ' ' }).thenRefused('emptyText', '/reason');
    given(isOpened).when({ type: 'CloseMatter', reason: ' ' }).thenRefused('emptyText', '/reason');
  });
  it('takes effect when it happens: a day of effect is refused', () => {
    given(isOpened)
      .when({ type: 'CloseMatter' }, { effectiveFrom: '2026-09-01' })
      .thenRefused('effectOnlyForDecisions', '/effectiveFrom');
  });
  it('a milestone of a closed matter stands still', () => {
    for (const event of [moved, reached, dropped])
      expect(breachOf(matter, [isOpened, planned, isClosed], event)).toBe('notPossibleNow');
  });
});

describe('the same time', () => {
  const same = (a: string, b: string): boolean => sameWindow(reads(a), reads(b));
  it('in other words is the same', () => {
    expect(same('senast i juni 2026', 'senast den 30 juni 2026')).toBe(true);
    expect(same('rapportering sker senare', 'rapportering sker senare')).toBe(true);
  });
  it('at another hour, by other alternatives, of another kind or bound to a meeting is not', () => {
    expect(same('den 24 augusti kl. 15–16.30', 'den 24 augusti kl. 13–14.30')).toBe(false);
    expect(same('28 maj el 26 juni', '28 maj el 12 juni el 26 juni')).toBe(false);
    expect(same('senast 4 juni 2026', '4 juni 2026')).toBe(false);
    expect(same('rapportering sker senare', 'återkommer')).toBe(false);
    expect(same('varje vecka', 'varje månad')).toBe(false);
    const later = reads('rapportering sker senare');
    expect(sameWindow(later, { ...later, boundToMeeting: 'm4' })).toBe(false);
  });
});

describe('two sources', () => {
  const said = (statedAt: string, document: string | undefined, latest?: string) => ({
    statedAt,
    document,
    latest,
  });
  it('of the newest day that give different dates, or a date and none, disagree', () => {
    expect(
      sourcesDisagree([said('2026-06-04', 'A', '2026-09-01'), said('2026-06-04', 'B', '2026-09-15')]),
    ).toBe(true);
    expect(sourcesDisagree([said('2026-06-04', 'A', '2026-09-01'), said('2026-06-04', 'B')])).toBe(true);
  });
  it('that agree, are older, or are one and the same do not; nor does what has no source', () => {
    expect(sourcesDisagree([])).toBe(false);
    expect(
      sourcesDisagree([said('2026-06-04', 'A', '2026-09-01'), said('2026-06-04', 'B', '2026-09-01')]),
    ).toBe(false);
    expect(
      sourcesDisagree([said('2026-06-03', 'A', '2026-09-01'), said('2026-06-04', 'B', '2026-09-15')]),
    ).toBe(false);
    expect(sourcesDisagree([said('2026-06-04', 'A', '2026-09-01'), said('2026-06-04', undefined)])).toBe(
      false,
    );
    expect(
      sourcesDisagree([
        ...[said('2026-06-04', 'A', '2026-09-01'), said('2026-06-04', 'B', '2026-09-15')],
        said('2026-06-04', 'A', '2026-09-15'),
      ]),
    ).toBe(false);
  });
});
