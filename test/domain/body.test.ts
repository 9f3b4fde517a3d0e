import { describe, expect, it } from '@jest/globals';
import {
  body,
  type BodyCommand,
  type BodyContext,
  type BodyState,
  holdersOf,
} from '../../src/domain/body/body.js';
import type { BodyEvent, ReminderPolicy } from '../../src/domain/body/events.js';
import { defaultSeasons } from '../../src/domain/calendar.js';
import type { Context } from '../../src/domain/decider.js';
import type { RefusalCode } from '../../src/domain/refusal.js';
import { on, scenarios } from '../support/given.js';

type Around = Omit<BodyContext, keyof Context<BodyState>>;
const around: Around = { personExists: true, meetingExists: true };
const { given } = scenarios(body, 'body-srä', around, (context, outside: Around) => ({
  ...context,
  ...outside,
}));

const registered: BodyEvent = {
  type: 'BodyRegistered',
  data: { name: 'Samrådsorganet för Älvdalarna', shortName: 'SRÄ' },
};
const group: BodyEvent = { type: 'PartyGroupFormed', data: { group: 'ks', name: 'Kommunsam' } };
const joined: BodyEvent = {
  type: 'PartyJoined',
  data: { party: 'björkvik', name: 'Björkviks kommun', aliases: ['Björkvik'], group: 'ks' },
};
const left: BodyEvent = { type: 'PartyLeft', data: { party: 'björkvik' } };
const role: BodyEvent = {
  type: 'RoleDefined',
  data: { role: 'director', title: 'Kommunsams direktör', kind: 'responsible', party: 'björkvik' },
};
const appointed: BodyEvent = { type: 'RoleHolderAppointed', data: { role: 'director', person: 'u-1' } };
const policy: ReminderPolicy = {
  received: true,
  materialDays: 14,
  beforeMeeting: [42, 21],
  afterMeeting: [1],
  beforeEnd: [30, 14, 3],
  afterEnd: [7],
  escalateDays: 21,
};
const all = [registered, group, joined, role, appointed];

const ordinary: readonly (readonly [string, readonly BodyEvent[], BodyCommand, BodyEvent])[] = [
  [
    'is registered',
    [],
    {
      type: 'RegisterBody',
      name: ' Samrådsorganet för Älvdalarna',
      shortName: 'SRÄ ',
      seasons: defaultSeasons,
    },
    {
      type: 'BodyRegistered',
      data: { name: 'Samrådsorganet för Älvdalarna', shortName: 'SRÄ', seasons: defaultSeasons },
    },
  ],
  [
    'forms groups',
    [registered],
    { type: 'FormPartyGroup', name: 'Kommunsam' },
    { type: 'PartyGroupFormed', data: { group: 'g1', name: 'Kommunsam' } },
  ],
  [
    'forms groups with an id of one’s own',
    [registered],
    { type: 'FormPartyGroup', group: 'ks', name: 'Kommunsam' },
    group,
  ],
  [
    'admits parties, with other names they go by',
    [registered, group],
    { type: 'AdmitParty', party: 'björkvik', name: 'Björkviks kommun', aliases: [' Björkvik'], group: 'ks' },
    joined,
  ],
  [
    'admits parties to no group',
    [registered],
    { type: 'AdmitParty', name: 'Region Norrälven' },
    { type: 'PartyJoined', data: { party: 'p1', name: 'Region Norrälven', aliases: [] } },
  ],
  ['sees parties leave', all, { type: 'RecordPartyLeft', party: 'björkvik' }, left],
  [
    'sees them come back',
    [...all, left],
    { type: 'AdmitParty', party: 'björkvik', name: 'Björkviks kommun', aliases: ['Björkvik'], group: 'ks' },
    joined,
  ],
  [
    'defines roles of a party',
    [registered, group, joined],
    {
      type: 'DefineRole',
      role: 'director',
      title: 'Kommunsams direktör',
      kind: 'responsible',
      party: 'björkvik',
    },
    role,
  ],
  [
    'defines roles of its own',
    [registered],
    { type: 'DefineRole', title: ' Ordförande', kind: 'chair' },
    { type: 'RoleDefined', data: { role: 'r1', title: 'Ordförande', kind: 'chair' } },
  ],
  [
    'sees roles filled',
    [registered, group, joined, role],
    { type: 'AppointHolder', role: 'director', person: 'u-1' },
    appointed,
  ],
  [
    'sees roles left',
    all,
    { type: 'RecordHolderLeft', role: 'director', person: 'u-1' },
    { type: 'RoleHolderLeft', data: { role: 'director', person: 'u-1' } },
  ],
  [
    'sets when reminders go',
    [registered],
    { type: 'SetReminderPolicy', policy },
    { type: 'ReminderPolicySet', data: { version: 1, policy } },
  ],
  [
    'plans its year',
    [registered],
    { type: 'PlaceCycleEntry', topic: 'Uppföljning', meeting: 'm1' },
    { type: 'CycleEntryPlaced', data: { entry: 'c1', topic: 'Uppföljning', meeting: 'm1' } },
  ],
];

describe('a body', () => {
  for (const [what, facts, command, event] of ordinary)
    it(what, () => {
      given(...facts)
        .when(command)
        .then(event);
    });

  for (const [what, , command] of ordinary.slice(1))
    it(`that is not registered: ${what} is refused`, () => {
      given().when(command).thenRefused('notFound');
    });

  it('is registered once', () => {
    given(registered)
      .when({ type: 'RegisterBody', name: 'SRÄ', shortName: 'SRÄ' })
      .thenRefused('alreadyExists');
  });
});

const refused: readonly (readonly [string, BodyCommand, RefusalCode, string])[] = [
  ['a group twice', { type: 'FormPartyGroup', group: 'ks', name: 'Kommunsam' }, 'duplicate', '/group'],
  ['a group without a name', { type: 'FormPartyGroup', name: ' ' }, 'emptyText', '/name'],
  ['a party twice', { type: 'AdmitParty', party: 'björkvik', name: 'Björkvik' }, 'duplicate', '/party'],
  ['a party without a name', { type: 'AdmitParty', name: '' }, 'emptyText', '/name'],
  [
    'a party with an empty other name',
    { type: 'AdmitParty', name: 'Åsmark', aliases: ['Å', ' '] },
    'emptyText',
    '/aliases/1',
  ],
  ['a party in no group', { type: 'AdmitParty', name: 'Åsmark', group: 'x' }, 'unknownReference', '/group'],
  ['leaving of who is no party', { type: 'RecordPartyLeft', party: 'åsmark' }, 'unknownReference', '/party'],
  [
    'a role twice',
    { type: 'DefineRole', role: 'director', title: 'Direktör', kind: 'responsible' },
    'duplicate',
    '/role',
  ],
  ['a role without a title', { type: 'DefineRole', title: ' ', kind: 'chair' }, 'emptyText', '/title'],
  [
    'a role of no party',
    { type: 'DefineRole', title: 'Direktör', kind: 'responsible', party: 'åsmark' },
    'unknownReference',
    '/party',
  ],
  [
    'filling a role that is not there',
    { type: 'AppointHolder', role: 'chair', person: 'u-1' },
    'unknownReference',
    '/role',
  ],
  [
    'filling it twice with one person',
    { type: 'AppointHolder', role: 'director', person: 'u-1' },
    'duplicate',
    '/person',
  ],
  [
    'leaving a role that is not there',
    { type: 'RecordHolderLeft', role: 'chair', person: 'u-1' },
    'unknownReference',
    '/role',
  ],
  [
    'leaving a role that one has not',
    { type: 'RecordHolderLeft', role: 'director', person: 'u-2' },
    'unknownReference',
    '/person',
  ],
  ['a topic without words', { type: 'PlaceCycleEntry', topic: ' ', meeting: 'm1' }, 'emptyText', '/topic'],
];

describe('refused', () => {
  for (const [what, command, code, pointer] of refused)
    it(what, () => {
      given(...all)
        .when(command)
        .thenRefused(code, pointer);
    });

  it('a name that is none', () => {
    given().when({ type: 'RegisterBody', name: ' ', shortName: 'SRÄ' }).thenRefused('emptyText', '/name');
    given().when({ type: 'RegisterBody', name: 'SRÄ', shortName: '' }).thenRefused('emptyText', '/shortName');
  });
  it('seasons that begin or end on no day', () => {
    const register: BodyCommand = { type: 'RegisterBody', name: 'SRÄ', shortName: 'SRÄ' };
    given()
      .when({ ...register, seasons: { ...defaultSeasons, spring: ['01-01', '06-31'] } })
      .thenRefused('notADate', '/seasons/spring/1');
    given()
      .when({ ...register, seasons: { ...defaultSeasons, winter: ['december', '02-28'] } })
      .thenRefused('notADate', '/seasons/winter/0');
  });
  it('persons and meetings that are not there', () => {
    given(...all)
      .when({ type: 'AppointHolder', role: 'director', person: 'u-9' }, { personExists: false })
      .thenRefused('unknownReference', '/person');
    given(...all)
      .when({ type: 'PlaceCycleEntry', topic: 'Uppföljning', meeting: 'm9' }, { meetingExists: false })
      .thenRefused('unknownReference', '/meeting');
  });
  it('a day of effect', () => {
    given(...all)
      .when({ type: 'RecordPartyLeft', party: 'björkvik' }, { effectiveFrom: '2027-01-01' })
      .thenRefused('effectOnlyForDecisions', '/effectiveFrom');
  });
});

describe('what holds', () => {
  it('a role stays when its holder changes', () => {
    const { state } = given(...all, {
      type: 'RoleHolderLeft',
      data: { role: 'director', person: 'u-1' },
    }).when({
      ...{ type: 'AppointHolder', role: 'director', person: 'u-2' },
    });
    expect(holdersOf(state, ['director'])).toEqual(['u-2']);
    expect(holdersOf(state, ['chair'])).toEqual([]);
  });
  it('a party that left is remembered, and is one party when it comes back', () => {
    expect(given(...all, left).state.parties).toMatchObject([{ party: 'björkvik', left: true }]);
    expect(given(...all, left, joined).state.parties).toMatchObject([{ party: 'björkvik', left: false }]);
  });
  it('a topic is moved to another meeting by placing it again', () => {
    const entry: BodyEvent = {
      type: 'CycleEntryPlaced',
      data: { entry: 'c1', topic: 'Uppföljning', meeting: 'm1' },
    };
    const { state } = given(registered, entry).when({
      ...{ type: 'PlaceCycleEntry', entry: 'c1', topic: 'Uppföljning', meeting: 'm2' },
    });
    expect(state.cycle).toEqual([{ entry: 'c1', topic: 'Uppföljning', meeting: 'm2' }]);
  });
  it('keeps its ladders of reminders in the order in which they go out', () => {
    given(registered)
      .when({
        type: 'SetReminderPolicy',
        policy: { ...policy, beforeMeeting: [21, 42], beforeEnd: [3, 30, 14], afterEnd: [9, 7] },
      })
      .then({
        type: 'ReminderPolicySet',
        data: { version: 1, policy: { ...policy, afterEnd: [7, 9] } },
      });
  });
  it.each<[Partial<ReminderPolicy>, RefusalCode, string]>([
    [{ beforeEnd: [30, 14, 30] }, 'duplicate', '/policy/beforeEnd/2'],
    [{ beforeMeeting: [42, 14] }, 'afterMaterial', '/policy/beforeMeeting/1'],
    [{ afterEnd: [7, 22] }, 'afterEscalation', '/policy/afterEnd/1'],
  ])('does not remind by %j', (part, code, pointer) => {
    given(registered)
      .when({ type: 'SetReminderPolicy', policy: { ...policy, ...part } })
      .thenRefused(code, pointer);
  });
  it('every version of the reminders has its own number, also those told late; the one stated last holds', () => {
    const set = (version: number): BodyEvent => ({ type: 'ReminderPolicySet', data: { version, policy } });
    given(registered, set(1), on('2026-05-01', set(2)), on('2026-02-01', set(3)))
      .when(
        { type: 'SetReminderPolicy', policy: { ...policy, materialDays: 10 } },
        { statedAt: '2026-03-01' },
      )
      .then({ type: 'ReminderPolicySet', data: { version: 4, policy: { ...policy, materialDays: 10 } } })
      .thenState({ policy: { version: 2, policy } });
  });
});
