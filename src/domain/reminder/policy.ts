import type { ReminderPolicy } from '../body/events.js';
import { refuse } from '../refusal.js';
import type { Instant, LocalDate } from '../when.js';
import type { RungName } from './events.js';

/** The ladder of a body that has set none. */
export const defaultPolicy: ReminderPolicy = {
  received: true,
  materialDays: 14,
  beforeMeeting: [42],
  afterMeeting: [1],
  beforeEnd: [30, 14, 3, 0],
  afterEnd: [7],
  escalateDays: 21,
};

/** The policy in force; of version 0 when the body has set none. */
export const policyOf = ({
  policy = { version: 0, policy: defaultPolicy },
}: {
  readonly policy?: { readonly version: number; readonly policy: ReminderPolicy };
}) => policy;

/** A policy and the day after which it decides what goes out. */
export interface PolicyPeriod {
  readonly policy: ReminderPolicy;
  readonly after: LocalDate;
}

/**
 * Which policy decides on which days, the oldest first. A new one changes nothing up to the day on which the log came to
 * know it; one that was told late, when a newer was known already, never decides anything.
 */
export function policyPeriods(
  { policies }: { readonly policies: readonly { policy: ReminderPolicy; recordedAt: Instant }[] },
  localDay: (instant: string) => LocalDate,
): PolicyPeriod[] {
  const periods: PolicyPeriod[] = [];
  for (const { policy, recordedAt } of policies.toReversed()) {
    const after = localDay(recordedAt);
    const [next] = periods;
    if (!next || after < next.after) periods.unshift({ policy, after });
  }
  return [{ policy: defaultPolicy, after: '' }, ...periods];
}

const ladders = ['beforeMeeting', 'afterMeeting', 'beforeEnd', 'afterEnd'] as const;

/** The policy with each ladder in the order in which its letters go out; refuses what contradicts itself. */
export function readPolicy(policy: ReminderPolicy): ReminderPolicy {
  for (const ladder of ladders)
    policy[ladder].forEach((days, at) => {
      if (policy[ladder].indexOf(days) !== at) refuse('duplicate', `/policy/${ladder}/${at.toString()}`);
    });
  policy.beforeMeeting.forEach((days, at) => {
    if (days <= policy.materialDays) refuse('afterMaterial', `/policy/beforeMeeting/${at.toString()}`);
  });
  policy.afterEnd.forEach((days, at) => {
    if (days > policy.escalateDays) refuse('afterEscalation', `/policy/afterEnd/${at.toString()}`);
  });
  const sorted = (days: readonly number[], order: 1 | -1): number[] =>
    [...days].sort((a, b) => order * (a - b));
  return {
    ...policy,
    beforeMeeting: sorted(policy.beforeMeeting, -1),
    afterMeeting: sorted(policy.afterMeeting, 1),
    beforeEnd: sorted(policy.beforeEnd, -1),
    afterEnd: sorted(policy.afterEnd, 1),
  };
}

/** What a rung is about; `number` counts days, or working days before the end of a window. */
export const rungKinds = [
  'received',
  'beforeMeeting',
  'material',
  'afterMeeting',
  'beforeEnd',
  'afterEnd',
  'now',
] as const;
export type RungKind = (typeof rungKinds)[number];

/** The kind in a rung's name; throws for a name that is none. */
export function kindOfRung(name: RungName): RungKind {
  const [prefix] = name.split('-');
  const kind = rungKinds.find((known) => known === prefix);
  if (!kind) throw new Error(`not a rung: ${name}`);
  return kind;
}
