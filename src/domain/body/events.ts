import type { SeasonBounds } from '../due-window.js';

/** What a role in a body is for. */
export type RoleKind = 'chair' | 'viceChair' | 'secretary' | 'member' | 'presenter' | 'responsible';

/** When reminders go out for assignments of a body; the newest version holds from the day after it was recorded. */
export interface ReminderPolicy {
  /** Whether those responsible hear of an assignment at once. */
  readonly received: boolean;
  /** Days before a meeting by which material must be in; also the rung at that day. */
  readonly materialDays: number;
  /** Rungs for what is expected at a meeting, in days before it. */
  readonly beforeMeeting: readonly number[];
  /** Rungs after a meeting at which nothing was heard, in days. */
  readonly afterMeeting: readonly number[];
  /** Rungs for what is bound to no meeting, in working days before the window ends. */
  readonly beforeEnd: readonly number[];
  /** Rungs after the window has passed, in days, with a copy to the secretary. */
  readonly afterEnd: readonly number[];
  /** Days after the window from which silence is a matter for the meeting instead. */
  readonly escalateDays: number;
}

export type BodyEvent =
  | { readonly type: 'BodyRegistered'; readonly data: BodyRegistered }
  | { readonly type: 'PartyGroupFormed'; readonly data: { readonly group: string; readonly name: string } }
  | { readonly type: 'PartyJoined'; readonly data: PartyJoined }
  | { readonly type: 'PartyLeft'; readonly data: { readonly party: string } }
  | { readonly type: 'RoleDefined'; readonly data: RoleDefined }
  | {
      readonly type: 'RoleHolderAppointed';
      readonly data: { readonly role: string; readonly person: string };
    }
  | { readonly type: 'RoleHolderLeft'; readonly data: { readonly role: string; readonly person: string } }
  | {
      readonly type: 'ReminderPolicySet';
      readonly data: { readonly version: number; readonly policy: ReminderPolicy };
    }
  | {
      readonly type: 'CycleEntryPlaced';
      readonly data: { readonly entry: string; readonly topic: string; readonly meeting: string };
    };

export interface BodyRegistered {
  readonly name: string;
  readonly shortName: string;
  readonly seasons?: SeasonBounds;
}

export interface PartyJoined {
  readonly party: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly group?: string;
}

export interface RoleDefined {
  readonly role: string;
  readonly title: string;
  readonly kind: RoleKind;
  /** The party whose role it is; a role of the body itself has none. */
  readonly party?: string;
}
