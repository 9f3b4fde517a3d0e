import type { DecisionChanged, DecisionPoint } from '../../domain/decision/events.js';
import type { LetterItem } from '../../domain/reminder/events.js';
import type { Lines, Say } from './kit.js';

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;
const points = (list: readonly DecisionPoint[], say: Say): string =>
  list
    .map(
      ({ number, kinds }) => `point ${number} ${say.list(kinds.map((kind) => say.word('pointKind', kind)))}`,
    )
    .join('; ');
const anOrA = (noun: string): string => `${/^[aeiou]/u.test(noun) ? 'an' : 'a'} ${noun}`;

function changes({ title, points, effectiveFrom }: DecisionChanged, say: Say): string {
  const parts = [
    ...(title ? [`the title ${say.quote(title.from)} became ${say.quote(title.to)}`] : []),
    ...points.map(({ number, from, to }) =>
      from ? `point ${number} now reads ${say.quote(to.text)}` : `new point ${number}: ${say.quote(to.text)}`,
    ),
    ...(effectiveFrom ? [`in effect from ${say.date(effectiveFrom.to)}`] : []),
  ];
  return parts.length > 0 ? `: ${parts.join('; ')}` : '';
}

const letterNames = {
  reminder: 'a letter',
  digest: 'the weekly letter',
  brief: 'the letter before the meeting',
} as const;
const about = (items: readonly LetterItem[], say: Say): string =>
  items.length === 0
    ? ''
    : ` about ${say.list([...new Set(items.map(({ assignment }) => say.assignment(assignment)))])}`;

/** What is said of every event in English. */
export const english: Lines = {
  BodyRegistered: ({ data }, say) => `registered the body ${say.quote(data.name)} (${data.shortName})`,
  PartyGroupFormed: ({ data }, say) => `set up the party group ${say.own(data.name)}`,
  PartyJoined: ({ data }, say) =>
    `registered ${data.name} as a party${data.group === undefined ? '' : ` in the group ${say.group(data.group)}`}`,
  PartyLeft: ({ data }, say) => `registered that ${say.party(data.party)} is no longer a party`,
  RoleDefined: ({ data }, say) =>
    `set up the role ${say.quote(data.title)} (${say.word('roleKind', data.kind)})${data.party === undefined ? '' : ` at ${say.party(data.party)}`}`,
  RoleHolderAppointed: ({ data }, say) =>
    `registered ${say.person(data.person)} as holder of the role ${say.role(data.role)}`,
  RoleHolderLeft: ({ data }, say) =>
    `registered that ${say.person(data.person)} has left the role ${say.role(data.role)}`,
  ReminderPolicySet: ({ data: { version, policy } }, say) => {
    const at = (numbers: readonly number[], one = 'day', many = 'days'): string =>
      `${say.list(numbers.map(String))} ${numbers.length === 1 && numbers[0] === 1 ? one : many}`;
    const rungs = [
      ...(policy.received ? ['at once'] : []),
      ...(policy.beforeMeeting.length > 0 ? [`${at(policy.beforeMeeting)} before the meeting`] : []),
      ...(policy.afterMeeting.length > 0 ? [`${at(policy.afterMeeting)} after the meeting`] : []),
      ...(policy.beforeEnd.length > 0
        ? [`${at(policy.beforeEnd, 'working day', 'working days')} before the time is up`]
        : []),
      ...(policy.afterEnd.length > 0 ? [`${at(policy.afterEnd)} after it is up`] : []),
    ];
    const reminders = rungs.length > 0 ? `reminders ${say.list(rungs)}` : 'no reminders';
    return `set the rules for reminders (version ${version}): material ${days(policy.materialDays)} before the meeting, ${reminders}; after ${days(policy.escalateDays)} it is a matter for the meeting`;
  },
  CycleEntryPlaced: ({ data }, say) =>
    `placed ${say.quote(data.topic)} in the annual cycle, at ${say.meeting(data.meeting)}`,

  MeetingScheduled: ({ data }, say) => {
    const title = data.title === undefined ? '' : ` ${say.quote(data.title)}`;
    if (data.kind === 'perCapsulam')
      return `planned a decision per capsulam${title} for ${say.date(data.date)}`;
    const clock = data.start === undefined ? '' : ` at ${say.clock(data.start, data.end)}`;
    const place = data.place === undefined ? '' : `, place: ${say.own(data.place)}`;
    return `planned ${anOrA(say.word('meetingKind', data.kind))}${title} on ${say.date(data.date)}${clock}${place}`;
  },
  MeetingMoved: ({ data }, say) =>
    `moved the meeting ${say.fromDay(data.from, data.to)}${say.because(data.reason)}`,
  MeetingCancelled: ({ data }, say) => `cancelled ${say.meeting(say.id)}${say.because(data.reason)}`,
  MeetingHeld: ({ data: { present, absent } }, say) => {
    const attendance =
      present.length + absent.length === 0 ? '' : `, ${present.length} present and ${absent.length} absent`;
    return `recorded that ${say.meeting(say.id)} was held${attendance}`;
  },
  PerCapsulamOpened: ({ data }, say) =>
    `sent out the question for decision per capsulam${data.replyBy === undefined ? '' : `, replies by ${say.date(data.replyBy)}`}`,
  PerCapsulamConcluded: ({ data }, say) => `concluded the decision per capsulam${say.remark(data.outcome)}`,
  NotesApproved: ({ data }, say) =>
    `recorded that the notes were approved${data.atMeeting === undefined ? '' : ` at ${say.meeting(data.atMeeting)}`}`,
  PerCapsulamReported: ({ data }, say) =>
    `recorded that the decision per capsulam was reported to ${say.meeting(data.toMeeting)}`,

  MatterOpened: ({ data }, say) =>
    `opened the matter ${say.quote(data.title)}${data.number === undefined ? '' : ` (${data.number})`}`,
  MilestonePlanned: ({ data }, say) =>
    `planned the milestone ${say.quote(data.label)}: ${say.window(data.window)}${data.form === 'perCapsulam' ? ', per capsulam' : ''}`,
  MilestoneMoved: ({ data }, say) =>
    `moved the milestone ${say.milestone(data.milestone)} ${say.fromWindow(data.from, data.to)}${data.form === undefined ? '' : `, ${data.form === 'perCapsulam' ? 'per capsulam' : `at ${anOrA(say.word('meetingKind', data.form))}`}`}${say.decidedBy(data.decidedBy)}${say.because(data.reason)}`,
  MilestoneReached: ({ data }, say) =>
    `recorded that the milestone ${say.milestone(data.milestone)} has been reached${say.remark(data.note)}`,
  MilestoneDropped: ({ data }, say) =>
    `dropped the milestone ${say.milestone(data.milestone)}${say.because(data.reason)}`,
  MatterLinked: ({ data }, say) => {
    const target = {
      matter: `the matter ${say.matter(data.target)}`,
      decision: `the decision ${say.decision(data.target)}`,
      document: `the document ${say.quote(data.target)}`,
    }[data.kind];
    return `linked the matter to ${target}${say.remark(data.note)}`;
  },
  MatterClosed: ({ data }, say) => `closed the matter${say.becauseOf(data.reason)}`,
  MatterReopened: ({ data }, say) => `reopened the matter${say.because(data.reason)}`,

  DecisionRecorded: (event, say) => {
    const { title, agendaItem, points: list } = event.data;
    const item = agendaItem === undefined ? '' : ` (agenda item ${agendaItem})`;
    const what = list.length > 0 ? `: ${points(list, say)}` : '';
    return `recorded the decision ${say.quote(title)}${item}${event.effectiveFrom === undefined ? '' : `, in effect${say.effective(event)}`}${what}`;
  },
  PointMarkedNoActionNeeded: ({ data }, say) =>
    `marked that point ${data.point} needs no action${say.becauseOf(data.reason)}`,
  DecisionConfirmed: ({ data }, say) =>
    `confirmed the decision${data.meeting === undefined ? '' : `: the notes were approved at ${say.meeting(data.meeting)}`}`,
  DecisionCorrected: ({ data }, say) =>
    `corrected the decision${changes(data, say)}${say.because(data.reason)}`,
  DecisionAmended: ({ data }, say) =>
    `amended the decision${data.by === undefined ? '' : ` by ${say.decision(data.by)}`}${changes(data, say)}${say.because(data.reason)}`,
  DecisionSuperseded: (event, say) =>
    `recorded that the decision is superseded by ${say.decision(event.data.by)}${say.effective(event)}${say.becauseOf(event.data.reason)}`,
  DecisionRevoked: (event, say) =>
    `recorded that the decision is revoked${event.data.by === undefined ? '' : ` by ${say.decision(event.data.by)}`}${say.effective(event)}${say.because(event.data.reason)}`,
  DecisionDispatched: ({ data }, say) =>
    `dispatched the decision to ${say.list(data.to.map((to) => say.party(to)))}`,

  AssignmentGiven: ({ data }, say) => {
    const who = data.responsible.map((role) => say.role(role, data.body));
    const to = who.length > 0 ? ` to ${say.list(who)}` : '';
    const parts =
      data.deliverables.length > 0
        ? `; to report: ${say.list(data.deliverables.map(({ text }) => say.quote(text)))}`
        : '';
    const recipient = data.recipient === undefined ? '' : ` to ${say.body(data.recipient)}`;
    const instead = data.replaces === undefined ? '' : `; takes over from ${say.assignment(data.replaces)}`;
    return `recorded the ${data.kind} ${say.quote(data.title)}${to}${parts}; feedback${recipient}: ${say.window(data.deadline)}${instead}`;
  },
  CommitmentPromoted: ({ data }, say) => {
    const point = data.point === undefined ? '' : ` point ${data.point} of`;
    return `made the commitment an assignment${data.decision === undefined ? '' : ` by${point} the decision ${say.decision(data.decision)}`}`;
  },
  RecipientNamed: ({ data }, say) => `named ${say.body(data.recipient)} to receive the feedback`,
  ResponsibleAdded: ({ data }, say) => `made ${say.role(data.role)} responsible`,
  ResponsibleReleased: ({ data }, say) =>
    `released ${say.role(data.role)} from the responsibility${say.because(data.reason)}`,
  DeliverableDefined: ({ data }, say) => `added the deliverable ${say.quote(data.text)}`,
  PreconditionMet: ({ data }, say) =>
    `recorded that the precondition ${say.precondition(data.precondition)} is met${say.remark(data.note)}`,
  AssignmentAcknowledged: ({ data }, say) =>
    `acknowledged that the assignment is received${say.remark(data.note)}`,
  ProgressReported: ({ data }, say) =>
    `reported progress as ${say.word('progress', data.status)}${data.via === 'mailLink' ? ' by the link in a letter' : ''}${say.remark(data.text)}`,
  DeliverableReported: ({ data }, say) => {
    const what = say.deliverable(data.deliverable);
    const result = {
      full: `reported the deliverable ${what} in full`,
      partial: `reported a part of the deliverable ${what}`,
      unanswerable: `reported that the deliverable ${what} could not be answered`,
    }[data.result];
    const text = data.why === undefined ? data.text : data.text?.replace(/\.$/, '');
    return `${result}${say.remark(text)}${data.result === 'full' ? say.becauseOf(data.why) : say.because(data.why)}`;
  },
  DeadlineMoved: ({ data }, say) =>
    `moved the feedback ${say.fromWindow(data.from, data.to)}${say.decidedBy(data.decidedBy)}${say.because(data.reason)}`,
  FinalReportSubmitted: ({ data }, say) =>
    `submitted the final report${data.via === 'mailLink' ? ' by the link in a letter' : ''}${data.document === undefined ? '' : ` (${say.own(data.document)})`}${say.remark(data.text)}`,
  WrongAssigneeReported: ({ data }, say) =>
    `said${data.via === 'mailLink' ? ' by the link in a letter' : ''} that the assignment has come to the wrong one${say.remark(data.text)}`,
  SupplementRequested: ({ data }, say) =>
    `requested a supplement${say.remark(data.text)}${data.deadline ? `; feedback: ${say.window(data.deadline)}` : ''}`,
  AssignmentClosed: ({ data }, say) =>
    `closed the assignment as ${say.word('outcome', data.outcome)}${data.outcome === 'fulfilled' ? say.becauseOf(data.reason) : say.because(data.reason)}`,
  AssignmentReopened: ({ data }, say) => `reopened the assignment${say.because(data.reason)}`,
  AssignmentReplaced: ({ data }, say) =>
    `replaced the assignment by ${say.assignment(data.by)}${say.because(data.reason)}`,

  PersonRegistered: (_, say) => `registered ${say.person(say.id)}`,
  PersonUpdated: ({ data }, say) => {
    const fields = [
      ...(data.name === undefined ? [] : ['name']),
      ...(data.email === undefined ? [] : ['e-mail address']),
      ...(data.language === undefined ? [] : ['language']),
    ];
    return `changed the ${say.list(fields)} of ${say.person(say.id)}`;
  },
  AbsenceStated: ({ data }, say) =>
    `recorded the absence of ${say.person(say.id)} ${say.fromDay(data.from, data.to)}`,
  DeputyNamed: ({ data }, say) => `named ${say.person(data.deputy)} as deputy of ${say.person(say.id)}`,
  PersonErased: ({ data }, say) =>
    `erased the personal data of a former official${say.becauseOf(data.reason)}`,

  RemindersPaused: ({ data }, say) =>
    `paused the reminders${data.until === undefined ? '' : ` up to and including ${say.date(data.until)}`}${say.becauseOf(data.reason)}`,
  RemindersResumed: ({ data }, say) => `resumed the reminders${say.becauseOf(data.reason)}`,
  ReminderRecipientChanged: ({ data }, say) =>
    `decided that reminders for ${say.role(data.role)} go to ${data.person === undefined ? 'whoever holds the role' : say.person(data.person)}${say.becauseOf(data.reason)}`,
  ReminderLinksRevoked: ({ data }, say) => `blocked the links of a letter${say.becauseOf(data.reason)}`,
  ReminderAskedFor: ({ data }, say) => `asked for a reminder now${say.becauseOf(data.reason)}`,
  ReminderWithheld: ({ data }, say) =>
    `did not send the reminder to ${say.role(data.role)} due on ${say.date(data.on)}: ${say.word('withheld', data.why)}`,
  LetterClaimed: ({ data }, say) =>
    `began ${letterNames[data.kind]} to ${say.person(data.person)}${about(data.items, say)}`,
  LetterHandedOver: ({ data }, say) => `handed the letter${about(data.items, say)} over to be sent`,
  LetterAccepted: ({ data }) =>
    data.kept ? 'kept the letter without sending it' : 'had the letter accepted by the mail server',
  LetterRefused: ({ data }, say) =>
    `could not deliver the letter${data.permanent ? '' : ' this time'}: ${say.word('letterWhy', data.why)}${data.code === undefined ? '' : ` (${data.code})`}`,
  LetterUnknown: ({ data }) =>
    data.why === 'noAnswer'
      ? 'was not told whether the letter arrived'
      : 'does not know whether the letter arrived, the sender was lost on the way',
  LetterWithdrawn: ({ data }, say) => `withdrew the letter: ${say.word('letterWhy', data.why)}`,

  FeedOpened: ({ data: { scope } }, say) =>
    `made a calendar address${scope.kind === 'body' ? ` for ${say.body(scope.body)}` : ''}`,
  FeedRevoked: ({ data }, say) => `blocked a calendar address${say.becauseOf(data.reason)}`,

  ViewSaved: ({ data }, say) =>
    data.owner === undefined
      ? `saved the view ${say.quote(data.name)} for the body`
      : 'saved a view of their own',
  ReviewSaved: ({ data }, say) =>
    data.owner === undefined
      ? `saved the review ${say.quote(data.name)}, with the log as it was then`
      : 'saved a review of their own, with the log as it was then',
  ViewRenamed: () => 'renamed a saved view',
  ViewRemoved: () => 'removed a saved view',
  ViewRestored: () => 'put back a saved view',
};
