import { isMonthDay, seasons } from '../calendar.js';
import type { Context, Decider, RuleBreach } from '../decider.js';
import type { SeasonBounds } from '../due-window.js';
import { refuseEffectiveFrom } from '../fact-dates.js';
import { refuse, words } from '../refusal.js';
import type { Recorded } from '../events.js';
import { readPolicy } from '../reminder/policy.js';
import type { Instant } from '../when.js';
import type { BodyEvent, ReminderPolicy, RoleKind } from './events.js';

export interface Party {
  readonly party: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly group?: string;
  readonly left: boolean;
}

export interface Role {
  readonly role: string;
  readonly title: string;
  readonly kind: RoleKind;
  readonly party?: string;
  /** Opaque ids of the persons who hold the role now. */
  readonly holders: readonly string[];
}

export interface BodyState {
  readonly exists: boolean;
  readonly name: string;
  readonly shortName: string;
  readonly seasons?: SeasonBounds;
  readonly groups: readonly { readonly group: string; readonly name: string }[];
  readonly parties: readonly Party[];
  readonly roles: readonly Role[];
  /** The policy stated last. */
  readonly policy?: { readonly version: number; readonly policy: ReminderPolicy };
  /** Every policy stated, in that order, with when the log came to know it. */
  readonly policies: readonly { readonly policy: ReminderPolicy; readonly recordedAt: Instant }[];
  readonly cycle: readonly { readonly entry: string; readonly topic: string; readonly meeting: string }[];
}

export type BodyCommand =
  | {
      readonly type: 'RegisterBody';
      readonly name: string;
      readonly shortName: string;
      readonly seasons?: SeasonBounds;
    }
  | { readonly type: 'FormPartyGroup'; readonly group?: string; readonly name: string }
  | {
      readonly type: 'AdmitParty';
      readonly party?: string;
      readonly name: string;
      readonly aliases?: readonly string[];
      readonly group?: string;
    }
  | { readonly type: 'RecordPartyLeft'; readonly party: string }
  | {
      readonly type: 'DefineRole';
      readonly role?: string;
      readonly title: string;
      readonly kind: RoleKind;
      readonly party?: string;
    }
  | { readonly type: 'AppointHolder'; readonly role: string; readonly person: string }
  | { readonly type: 'RecordHolderLeft'; readonly role: string; readonly person: string }
  | { readonly type: 'SetReminderPolicy'; readonly policy: ReminderPolicy }
  | {
      readonly type: 'PlaceCycleEntry';
      readonly entry?: string;
      readonly topic: string;
      readonly meeting: string;
    };

/** `personExists` and `meetingExists` answer for the ids the command names. */
export interface BodyContext extends Context<BodyState> {
  readonly personExists: boolean;
  readonly meetingExists: boolean;
}

const initial: BodyState = {
  exists: false,
  name: '',
  shortName: '',
  groups: [],
  parties: [],
  roles: [],
  policies: [],
  cycle: [],
};

function check(state: BodyState, event: BodyEvent): RuleBreach | undefined {
  if (event.type === 'BodyRegistered') return state.exists ? { code: 'alreadyExists' } : undefined;
  if (!state.exists) return { code: 'notFound' };
  switch (event.type) {
    case 'PartyGroupFormed':
      return state.groups.some((known) => known.group === event.data.group)
        ? { code: 'duplicate', pointer: '/group' }
        : undefined;
    case 'PartyJoined':
      if (event.data.group !== undefined && !state.groups.some((known) => known.group === event.data.group))
        return { code: 'unknownReference', pointer: '/group' };
      return state.parties.some((known) => known.party === event.data.party && !known.left)
        ? { code: 'duplicate', pointer: '/party' }
        : undefined;
    case 'PartyLeft':
      return state.parties.some((known) => known.party === event.data.party && !known.left)
        ? undefined
        : { code: 'unknownReference', pointer: '/party' };
    case 'RoleDefined':
      if (event.data.party !== undefined && !state.parties.some((known) => known.party === event.data.party))
        return { code: 'unknownReference', pointer: '/party' };
      return state.roles.some((known) => known.role === event.data.role)
        ? { code: 'duplicate', pointer: '/role' }
        : undefined;
    case 'RoleHolderAppointed': {
      const role = state.roles.find((known) => known.role === event.data.role);
      if (!role) return { code: 'unknownReference', pointer: '/role' };
      return role.holders.includes(event.data.person) ? { code: 'duplicate', pointer: '/person' } : undefined;
    }
    case 'RoleHolderLeft': {
      const role = state.roles.find((known) => known.role === event.data.role);
      if (!role) return { code: 'unknownReference', pointer: '/role' };
      return role.holders.includes(event.data.person)
        ? undefined
        : { code: 'unknownReference', pointer: '/person' };
    }
    case 'ReminderPolicySet':
    case 'CycleEntryPlaced':
      return undefined;
  }
}

function evolve(state: BodyState, event: Recorded<BodyEvent>): BodyState {
  switch (event.type) {
    case 'BodyRegistered':
      return { ...state, ...event.data, exists: true };
    case 'PartyGroupFormed':
      return { ...state, groups: [...state.groups, event.data] };
    case 'PartyJoined':
      return {
        ...state,
        parties: [
          ...state.parties.filter((known) => known.party !== event.data.party),
          { ...event.data, left: false },
        ],
      };
    case 'PartyLeft':
      return {
        ...state,
        parties: state.parties.map((known) =>
          known.party === event.data.party ? { ...known, left: true } : known,
        ),
      };
    case 'RoleDefined':
      return { ...state, roles: [...state.roles, { ...event.data, holders: [] }] };
    case 'RoleHolderAppointed':
      return withHolders(state, event.data.role, (holders) => [...holders, event.data.person]);
    case 'RoleHolderLeft':
      return withHolders(state, event.data.role, (holders) =>
        holders.filter((held) => held !== event.data.person),
      );
    case 'ReminderPolicySet':
      return {
        ...state,
        policy: event.data,
        policies: [...state.policies, { policy: event.data.policy, recordedAt: event.recordedAt }],
      };
    case 'CycleEntryPlaced':
      return {
        ...state,
        cycle: [...state.cycle.filter((known) => known.entry !== event.data.entry), event.data],
      };
  }
}

function withHolders(
  state: BodyState,
  role: string,
  change: (holders: readonly string[]) => readonly string[],
): BodyState {
  return {
    ...state,
    roles: state.roles.map((known) =>
      known.role === role ? { ...known, holders: change(known.holders) } : known,
    ),
  };
}

function decide(command: BodyCommand, _state: BodyState, context: BodyContext): readonly BodyEvent[] {
  refuseEffectiveFrom(context.when);
  const serial = context.serial.toString();
  switch (command.type) {
    case 'RegisterBody':
      return [
        {
          type: 'BodyRegistered',
          data: {
            name: words(command.name, '/name'),
            shortName: words(command.shortName, '/shortName'),
            seasons: command.seasons && readSeasons(command.seasons),
          },
        },
      ];
    case 'FormPartyGroup':
      return [
        {
          type: 'PartyGroupFormed',
          data: { group: command.group ?? `g${serial}`, name: words(command.name, '/name') },
        },
      ];
    case 'AdmitParty':
      return [
        {
          type: 'PartyJoined',
          data: {
            party: command.party ?? `p${serial}`,
            name: words(command.name, '/name'),
            aliases: (command.aliases ?? []).map((alias, at) => words(alias, `/aliases/${at.toString()}`)),
            group: command.group,
          },
        },
      ];
    case 'RecordPartyLeft':
      return [{ type: 'PartyLeft', data: { party: command.party } }];
    case 'DefineRole':
      return [
        {
          type: 'RoleDefined',
          data: {
            role: command.role ?? `r${serial}`,
            title: words(command.title, '/title'),
            kind: command.kind,
            party: command.party,
          },
        },
      ];
    case 'AppointHolder':
      if (!context.personExists) refuse('unknownReference', '/person');
      return [{ type: 'RoleHolderAppointed', data: { role: command.role, person: command.person } }];
    case 'RecordHolderLeft':
      return [{ type: 'RoleHolderLeft', data: { role: command.role, person: command.person } }];
    case 'SetReminderPolicy': {
      const policy = readPolicy(command.policy);
      return [{ type: 'ReminderPolicySet', data: { version: context.known.policies.length + 1, policy } }];
    }
    case 'PlaceCycleEntry':
      if (!context.meetingExists) refuse('unknownReference', '/meeting');
      return [
        {
          type: 'CycleEntryPlaced',
          data: {
            entry: command.entry ?? `c${serial}`,
            topic: words(command.topic, '/topic'),
            meeting: command.meeting,
          },
        },
      ];
  }
}

function readSeasons(bounds: SeasonBounds): SeasonBounds {
  for (const season of seasons)
    bounds[season].forEach((day, at) => {
      if (!isMonthDay(day)) refuse('notADate', `/seasons/${season}/${at.toString()}`);
    });
  return bounds;
}

/** Rules of a body: its parties, roles, holders and policies. */
export const body: Decider<BodyState, BodyCommand, BodyEvent, BodyContext> = {
  initial,
  evolve,
  check,
  decide,
};

/** The persons who hold any of the roles now. */
export function holdersOf(state: BodyState, roles: readonly string[]): readonly string[] {
  return state.roles.filter((known) => roles.includes(known.role)).flatMap((known) => known.holders);
}
