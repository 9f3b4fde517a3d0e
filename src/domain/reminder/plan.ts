import type { AssignmentState } from '../assignment/assignment.js';
import type { ReminderPolicy } from '../body/events.js';
import { addDays, lastOfDays } from '../calendar.js';
import { expectedMeeting, ordinaryMeetings, type PlannedMeeting } from '../expected-meeting.js';
import type { LocalDate } from '../when.js';
import type { RungName } from './events.js';
import { kindOfRung, type PolicyPeriod } from './policy.js';
import type { ReminderState } from './reminder.js';
import type { WorkingDays } from './working-days.js';

/** A letter that is to go out in the morning of a working day, and the meeting it is about. */
export interface Rung {
  readonly name: RungName;
  readonly on: LocalDate;
  readonly meeting?: string;
}

/** A rung that would go out if something did not stand in its way. */
export interface HeldRung extends Rung {
  readonly why: 'answered' | 'paused' | 'notAnAssignee';
}

/** Why an open assignment has no rung at all, or none any more. */
export type NoRung =
  | 'closed'
  | 'answered'
  | 'paused'
  | 'notAnAssignee'
  | 'noResponsible'
  | 'noMeetingInside'
  | 'noMeetingPlanned'
  | 'notBounded'
  | 'ladderDone';

/** Every rung of an assignment by day, and why there are no more. Today does not matter. */
export interface Plan {
  /** The statement of the deadline in force: when it was recorded, in ms since 1970. */
  readonly statement: number;
  readonly rungs: readonly Rung[];
  /** What falls away, by day. Of what is closed nothing is told. */
  readonly held: readonly HeldRung[];
  readonly none: NoRung;
}

/** What an assignment's plan depends on. */
export interface Planned {
  readonly assignment: AssignmentState;
  /** Of the body that is to hear the answer. */
  readonly meetings: readonly PlannedMeeting[];
  /** Of the body that asked, the oldest first. */
  readonly policies: readonly PolicyPeriod[];
  readonly steering: Pick<ReminderState, 'paused' | 'asked'>;
  /** The local day on which the log came to know of an instant. */
  readonly localDay: (instant: string) => LocalDate;
}

/**
 * The ladder of one assignment. Nothing is planned before the day on which the log came to know the deadline, nor before
 * the next-to-last meeting; a report quiets everything up to its day, but not what is asked for by hand after it, and what
 * follows a deadline is sent only when nothing has been heard since the rung before it.
 */
export function plan(
  { assignment, meetings, policies, steering, localDay }: Planned,
  days: WorkingDays,
): Plan {
  const { phase, statements, responsible, lastReport, lastReportAt = '', disputed } = assignment;
  const last = statements.at(-1);
  const statement = last ? Date.parse(last.recordedAt) : 0;
  const nothing = (none: NoRung, held: readonly HeldRung[] = []): Plan => ({
    statement,
    rungs: [],
    held,
    none,
  });
  if (phase === 'closed' || !last) return nothing('closed');

  const known = localDay(assignment.roused?.recordedAt ?? last.recordedAt);
  const floor = known > localDay(last.recordedAt) ? known : localDay(last.recordedAt);
  const found = targets(assignment, meetings, last.statedAt);
  const ladderOf = (policy: ReminderPolicy): Rung[] => [
    ...(policy.received ? received(assignment, floor, days) : []),
    ...(found.kind === 'meetings'
      ? found.meetings.flatMap((at) =>
          meetingLadder(at, policy, days, assignment.deadline.kind === 'recurring'),
        )
      : found.kind === 'end'
        ? endLadder(found.end, policy, days)
        : []),
  ];
  const ladder = policies.flatMap(({ policy, after }, at): Rung[] => {
    const until = policies[at + 1]?.after ?? lastOfDays;
    return until < floor ? [] : ladderOf(policy).filter(({ on }) => on > after && on <= until);
  });
  const heard = lastReport?.statedAt ?? '';
  const unpaused = ({ on }: Rung): boolean => {
    const { paused } = steering;
    return !paused || on < paused.from || (paused.until !== undefined && on > paused.until);
  };
  const inOrder = onePerDay(ladder);
  const coming = inOrder.filter(({ on }) => on >= floor);
  const asked = steering.asked
    .filter(({ on }) => on >= localDay(last.recordedAt))
    .map(({ on, at, revision }) => ({
      heard: on < heard || (on === heard && at < lastReportAt),
      rung: { name: `now-${revision.toString()}`, on: days.onOrAfter(on) },
    }));
  const allHeld = (why: HeldRung['why']): HeldRung[] =>
    [...coming, ...asked.map(({ rung }) => rung)].map((rung) => ({ ...rung, why }));
  if (phase === 'finallyReported') return nothing('answered', allHeld('answered'));
  if (responsible.length === 0) return nothing('noResponsible');
  if (disputed) return nothing('notAnAssignee', allHeld('notAnAssignee'));

  const unanswered = (rung: Rung): boolean =>
    rung.on > heard && (!isAfter(rung) || heard < before(rung, inOrder));
  const kept = coming.filter((rung) => unanswered(rung) && unpaused(rung));
  const held = coming
    .filter((rung) => !kept.includes(rung))
    .map((rung): HeldRung => ({ ...rung, why: unanswered(rung) ? 'paused' : 'answered' }));
  const rungs = [...kept, ...asked.flatMap((one) => (one.heard ? [] : [one.rung]))].sort(byDay);
  const answered = asked.flatMap((one): HeldRung[] => (one.heard ? [{ ...one.rung, why: 'answered' }] : []));
  const paused = steering.paused !== undefined && !ladder.every(unpaused);
  return {
    statement,
    rungs,
    held: [...held, ...answered],
    none: paused ? 'paused' : found.kind === 'none' ? found.why : 'ladderDone',
  };
}

const byDay = (a: Rung, b: Rung): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

const isAfter = ({ name }: Rung): boolean => {
  const kind = kindOfRung(name);
  return kind === 'afterMeeting' || kind === 'afterEnd';
};

/** The day of the last rung before one that looks back. */
const before = (rung: Rung, ladder: readonly Rung[]): LocalDate =>
  ladder.findLast((other) => other.on < rung.on && !isAfter(other) && other.name !== 'received')?.on ??
  rung.on;

/** Of several rungs of one ladder on one day, the one that comes last on the ladder. */
function onePerDay(ladder: readonly Rung[]): Rung[] {
  const byDate = new Map<LocalDate, Rung>();
  for (const rung of ladder) byDate.set(rung.on, rung);
  return [...byDate.values()].sort(byDay);
}

interface Target {
  readonly meeting: PlannedMeeting;
  /** The ordinary meeting before it. */
  readonly previous?: LocalDate;
}

type Targets =
  | { readonly kind: 'meetings'; readonly meetings: readonly Target[] }
  | { readonly kind: 'end'; readonly end: LocalDate }
  | { readonly kind: 'none'; readonly why: 'noMeetingInside' | 'noMeetingPlanned' | 'notBounded' };

/**
 * What recurs is asked for before every meeting. What has no time is asked about before the first one, where the body is
 * to give it one; from then on it stands in the draft of the agenda instead.
 */
function targets(
  { deadline }: AssignmentState,
  meetings: readonly PlannedMeeting[],
  statedAt: LocalDate,
): Targets {
  const ordinary = ordinaryMeetings(meetings);
  const target = (meeting: PlannedMeeting): Target => {
    const previous = ordinary.findLast(({ date }) => date < meeting.date && date >= statedAt)?.date;
    return { meeting, ...(previous !== undefined && { previous }) };
  };
  const everyMeeting = deadline.kind === 'recurring' || deadline.kind === 'undated';
  if (everyMeeting && deadline.boundToMeeting === undefined) {
    const { earliest = '', latest = lastOfDays } = deadline;
    const coming = ordinary.filter(({ date }) => date > statedAt && date >= earliest && date <= latest);
    const heard = deadline.kind === 'recurring' ? coming : coming.slice(0, 1);
    return heard.length > 0
      ? { kind: 'meetings', meetings: heard.map(target) }
      : { kind: 'none', why: 'noMeetingPlanned' };
  }
  const expected = expectedMeeting(deadline, meetings, statedAt);
  if (expected.kind === 'meeting') {
    const meeting = meetings.find(({ id }) => id === expected.id);
    if (meeting) return { kind: 'meetings', meetings: [target(meeting)] };
  }
  if (deadline.latest !== undefined) return { kind: 'end', end: deadline.latest };
  return { kind: 'none', why: expected.kind === 'none' ? expected.why : 'noMeetingPlanned' };
}

/** At once, when nobody has said yet that it has arrived, and its time has not passed already. */
function received(
  { phase, deadline, roused, lastReport, supplement }: AssignmentState,
  floor: LocalDate,
  days: WorkingDays,
): Rung[] {
  const unanswered = phase === 'given' || (roused !== undefined && supplement !== undefined);
  const answered = lastReport !== undefined && roused !== undefined && lastReport.statedAt > roused.statedAt;
  const passed = deadline.latest !== undefined && deadline.latest < floor;
  return unanswered && !answered && !passed
    ? [{ name: 'received', on: days.onOrAfter(addDays(floor, 1)) }]
    : [];
}

/** What recurs is asked for when material is due, not weeks before; its names say which of the meetings a rung is about. */
function meetingLadder(
  { meeting, previous }: Target,
  policy: ReminderPolicy,
  days: WorkingDays,
  recurs: boolean,
): Rung[] {
  const which = recurs ? `-${meeting.date}` : '';
  const earliest = previous === undefined ? '' : days.onOrAfter(addDays(previous, 1));
  const at = (name: RungName, before: number): Rung[] => {
    const wanted = days.onOrBefore(addDays(meeting.date, -before));
    const on = wanted < earliest ? earliest : wanted;
    return on < meeting.date || before === 0 ? [{ name: name + which, on, meeting: meeting.id }] : [];
  };
  return [
    ...(recurs ? [] : [...policy.beforeMeeting])
      .sort((a, b) => b - a)
      .flatMap((before) => at(`beforeMeeting-${before.toString()}`, before)),
    ...at(`material-${policy.materialDays.toString()}`, policy.materialDays),
    ...policy.afterMeeting.map((after): Rung => ({
      name: `afterMeeting-${after.toString()}${which}`,
      on: days.onOrAfter(addDays(meeting.date, after)),
      meeting: meeting.id,
    })),
  ];
}

const endLadder = (end: LocalDate, policy: ReminderPolicy, days: WorkingDays): Rung[] => [
  ...[...policy.beforeEnd]
    .sort((a, b) => b - a)
    .map((count): Rung => ({ name: `beforeEnd-${count.toString()}`, on: days.before(end, count) })),
  ...policy.afterEnd.map((after): Rung => ({
    name: `afterEnd-${after.toString()}`,
    on: days.onOrAfter(addDays(end, after)),
  })),
];
