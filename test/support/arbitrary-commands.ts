import fc from 'fast-check';
import type { AssignmentCommand } from '../../src/domain/assignment/assignment.js';
import type { BodyCommand } from '../../src/domain/body/body.js';
import type { DecisionCommand } from '../../src/domain/decision/decision.js';
import { pointKinds } from '../../src/domain/decision/events.js';
import type { MatterCommand } from '../../src/domain/matter/matter.js';
import type { MeetingCommand } from '../../src/domain/meeting/meeting.js';
import type { PersonCommand } from '../../src/domain/person/person.js';

/** Any of these, each as likely. */
const any = <const T extends string | number>(...values: readonly T[]): fc.Arbitrary<T> =>
  fc.constantFrom(...values);
const maybe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(some, { nil: undefined });

const text = fc.oneof(
  { weight: 19, arbitrary: any('SRÄ noterar', 'Arbetet följer plan', 'Två av tre', 'Åtgärd') },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);
const day = any(
  '2025-02-01',
  '2025-09-01',
  '2025-11-13',
  '2026-03-19',
  '2026-06-04',
  '2026-09-24',
  '2026-02-30',
);
const words = fc.oneof(
  any('senast i juni 2026', 'hösten 2025', '28 maj el 26 juni', 'en vecka', 'rapportering sker senare'),
  any('1 september', 'senast den 31 mars efter avstämning', 'kontinuerligt återrapporteras', 'vecka 12', ''),
);
const reasons = fc.oneof(
  fc.record({ reason: text }),
  fc.constant({ reasonStated: false }),
  fc.record({ reason: maybe(text), reasonStated: maybe(fc.boolean()) }),
);
const role = any('r1', 'r2', 'r3');
const type = <T extends string>(name: T): fc.Arbitrary<T> => fc.constant(name);

/** Random commands on an assignment `a1` of a body with roles `r1` and `r2`; the pools are small so that many hit. */
export const assignmentCommands: fc.Arbitrary<AssignmentCommand> = fc.oneof(
  fc.record({
    ...{ type: type('GiveAssignment'), body: any('b1'), title: text, kind: any('assignment', 'commitment') },
    ...{ responsible: fc.uniqueArray(role, { maxLength: 2 }), deadline: maybe(words) },
    ...{ deliverables: fc.array(text, { maxLength: 3 }), preconditions: fc.array(text, { maxLength: 2 }) },
    ...{ recipient: maybe(any('b1')), decision: maybe(any('d1')), point: maybe(any(1, 2)) },
  }),
  fc.record({ type: type('PromoteCommitment'), decision: maybe(any('d1')), point: maybe(any(1, 2)) }),
  fc.record({ type: type('NameRecipient'), recipient: any('b1', 'b2') }),
  fc.record({ type: type('AddResponsible'), role }),
  fc.record({ type: type('ReleaseResponsible'), role, reason: maybe(text) }),
  fc.record({ type: type('DefineDeliverable'), text }),
  fc.record({ type: type('MeetPrecondition'), precondition: any('c1', 'c2') }),
  fc.record({ type: type('AcknowledgeAssignment'), note: maybe(text) }),
  fc.record({ type: type('ReportWrongAssignee'), text: maybe(text) }),
  fc.record({ type: type('ReportProgress'), status: any('onTrack', 'atRisk', 'delayed'), text }),
  fc.record({
    ...{ type: type('ReportDeliverable'), deliverable: any('d1', 'd2', 'd4') },
    ...{ result: any('full', 'partial', 'unanswerable'), text: maybe(text), why: maybe(text) },
  }),
  fc
    .record({ type: type('MoveDeadline'), to: words, boundToMeeting: maybe(any('m1')) })
    .chain((move) => reasons.map((why) => ({ ...move, ...why }))),
  fc.record({ type: type('SubmitFinalReport'), text }),
  fc.record({ type: type('RequestSupplement'), text, deadline: maybe(words) }),
  fc.record({
    type: type('CloseAssignment'),
    outcome: any('fulfilled', 'partly', 'notFulfilled', 'lapsed', 'replaced'),
    reason: maybe(text),
  }),
  fc.record({ type: type('CloseAssignment'), outcome: any('lapsed'), reason: any('Överspelat') }),
  fc.record({ type: type('ReopenAssignment'), reason: text }),
  fc.record({ type: type('ReopenAssignment'), reason: any('Nya uppgifter') }),
  fc.record({ type: type('ReplaceAssignment'), by: any('a1', 'a2'), reason: maybe(text) }),
);

const milestone = any('standpoint', 'conference', 'm3');
const form = maybe(any('ordinary', 'extra', 'perCapsulam'));

/** Random commands on a matter. */
export const matterCommands: fc.Arbitrary<MatterCommand> = fc.oneof(
  fc.record({ type: type('OpenMatter'), body: any('b1'), title: text, description: maybe(text) }),
  fc.record({ type: type('PlanMilestone'), milestone: maybe(milestone), label: text, date: words, form }),
  fc
    .record({ type: type('MoveMilestone'), milestone, to: words, form })
    .chain((move) => reasons.map((why) => ({ ...move, ...why }))),
  fc.record({ type: type('ReachMilestone'), milestone, note: maybe(text) }),
  fc.record({ type: type('DropMilestone'), milestone, reason: maybe(text) }),
  fc.record({
    type: type('LinkMatter'),
    kind: any('matter', 'decision', 'document'),
    target: any('ma1', 'x', ' '),
  }),
  fc.record({ type: type('CloseMatter'), reason: maybe(text) }),
  fc.record({ type: type('ReopenMatter'), reason: text }),
);

/** Random commands on a meeting. */
export const meetingCommands: fc.Arbitrary<MeetingCommand> = fc.oneof(
  fc.record({
    ...{
      type: type('ScheduleMeeting'),
      body: any('b1'),
      kind: any('ordinary', 'extra', 'perCapsulam'),
      date: day,
    },
    ...{ start: maybe(any('13:00', '15:00')), end: maybe(any('14:00', '16:30')) },
  }),
  fc
    .record({ type: type('MoveMeeting'), to: day })
    .chain((move) => reasons.map((why) => ({ ...move, ...why }))),
  fc.record({ type: type('CancelMeeting'), reason: maybe(text) }),
  fc.record({ type: type('RecordMeetingHeld'), present: maybe(fc.constant(['u1'])) }),
  fc.record({ type: type('OpenPerCapsulam'), replyBy: maybe(day) }),
  fc.record({ type: type('ConcludePerCapsulam'), outcome: maybe(text) }),
  fc.record({ type: type('ApproveNotes'), atMeeting: maybe(any('m2')) }),
  fc.record({ type: type('ReportPerCapsulam'), toMeeting: any('m2') }),
);

const kinds = fc.uniqueArray(any(...pointKinds), { maxLength: 2 });
const newPoints = fc.array(fc.record({ kinds, text }), { maxLength: 3 });
const change = {
  ...{ reason: text, title: maybe(text) },
  points: maybe(fc.array(fc.record({ number: any(1, 2, 3, 4), kinds, text }), { maxLength: 2 })),
};

/** Random commands on a decision `d1`. */
export const decisionCommands: fc.Arbitrary<DecisionCommand> = fc.oneof(
  fc.record({
    type: type('RecordDecision'),
    body: any('b1'),
    title: text,
    points: newPoints,
    meeting: maybe(any('m1')),
  }),
  fc.record({ type: type('MarkNoActionNeeded'), point: any(1, 2, 3), reason: maybe(text) }),
  fc.record({ type: type('ConfirmDecision'), meeting: maybe(any('m1')) }),
  fc.record({ type: type('ConfirmDecision') }),
  fc.record({ type: type('CorrectDecision'), ...change }),
  fc.record({ type: type('AmendDecision'), ...change, by: maybe(any('d1', 'd2')) }),
  fc.record({ type: type('SupersedeDecision'), by: any('d1', 'd2'), reason: maybe(text) }),
  fc.record({ type: type('RevokeDecision'), reason: text, by: maybe(any('d2')) }),
  fc.record({ type: type('DispatchDecision'), to: fc.array(text, { maxLength: 2 }) }),
);

const party = any('p1', 'p2');
const group = any('g1', 'g2');
const person = any('u1', 'u2');
const office = any('r1', 'r2');

/** Random commands on a body. */
export const bodyCommands: fc.Arbitrary<BodyCommand> = fc.oneof(
  fc.record({ type: type('RegisterBody'), name: text, shortName: text }),
  fc.record({ type: type('FormPartyGroup'), group: maybe(group), name: text }),
  fc.record({ type: type('AdmitParty'), party: maybe(party), name: text, group: maybe(group) }),
  fc.record({ type: type('RecordPartyLeft'), party }),
  fc.record({
    ...{ type: type('DefineRole'), role: maybe(office), title: text, kind: any('chair', 'responsible') },
    party: maybe(party),
  }),
  fc.record({ type: type('AppointHolder'), role: office, person }),
  fc.record({ type: type('AppointHolder'), role: any('r1'), person }),
  fc.record({ type: type('RecordHolderLeft'), role: any('r1'), person }),
  fc.record({ type: type('RecordHolderLeft'), role: office, person }),
  fc.record({
    type: type('SetReminderPolicy'),
    policy: fc.constant({
      received: true,
      materialDays: 14,
      beforeMeeting: [42],
      afterMeeting: [1],
      beforeEnd: [14],
      afterEnd: [7],
      escalateDays: 21,
    }),
  }),
  fc.record({ type: type('PlaceCycleEntry'), entry: maybe(any('c1')), topic: text, meeting: any('m1') }),
);

/** Random commands on a person `u1`. */
export const personCommands: fc.Arbitrary<PersonCommand> = fc.oneof(
  fc.record({
    type: type('RegisterPerson'),
    name: text,
    email: maybe(text),
    language: maybe(any('sv', 'en')),
  }),
  fc.record({ type: type('UpdatePerson'), name: maybe(text), language: maybe(any('sv', 'en')) }),
  fc.record({ type: type('StateAbsence'), from: day, to: day }),
  fc.record({ type: type('NameDeputy'), deputy: any('u1', 'u2') }),
);
