import type { AssignmentPhase } from '../domain/assignment/assignment.js';
import type {
  AssignmentKind,
  ClosingOutcome,
  DeliverableResult,
  ProgressStatus,
} from '../domain/assignment/events.js';
import type { RoleKind } from '../domain/body/events.js';
import type { DecisionPhase } from '../domain/decision/decision.js';
import type { PointKind } from '../domain/decision/events.js';
import type { DueKind, Inference, Precision } from '../domain/due-window.js';
import type { ActorRole, EventType, StreamKind } from '../domain/events.js';
import type { MatterState, Milestone } from '../domain/matter/matter.js';
import type { FeedScope } from '../domain/feed/feed.js';
import type { MeetingPhase } from '../domain/meeting/meeting.js';
import type { MeetingKind } from '../domain/meeting/events.js';
import type { Capacity, LetterKind, LetterWhy, Withheld } from '../domain/reminder/events.js';
import type { NoRung } from '../domain/reminder/plan.js';
import type { AttentionReason } from './attention.js';

/** A word in both languages, in the form it has inside a sentence. */
export interface Word {
  readonly sv: string;
  readonly en: string;
}

type Glossary<K extends string> = { readonly [W in K]: Word };

const assignmentPhase: Glossary<AssignmentPhase> = {
  given: { sv: 'givet', en: 'given' },
  acknowledged: { sv: 'mottaget', en: 'acknowledged' },
  inProgress: { sv: 'pågår', en: 'in progress' },
  partlyReported: { sv: 'delvis redovisat', en: 'partly reported' },
  finallyReported: { sv: 'slutredovisat', en: 'finally reported' },
  closed: { sv: 'avslutat av organet', en: 'closed by the body' },
};

const assignmentKind: Glossary<AssignmentKind> = {
  assignment: { sv: 'uppdrag', en: 'assignment' },
  commitment: { sv: 'åtagande', en: 'commitment' },
};

const outcome: Glossary<ClosingOutcome> = {
  fulfilled: { sv: 'tillgodosett', en: 'fulfilled' },
  partly: { sv: 'delvis tillgodosett', en: 'partly fulfilled' },
  notFulfilled: { sv: 'inte tillgodosett', en: 'not fulfilled' },
  lapsed: { sv: 'förfallet', en: 'lapsed' },
  replaced: { sv: 'ersatt av ett annat uppdrag', en: 'replaced by another assignment' },
};

const progress: Glossary<ProgressStatus> = {
  onTrack: { sv: 'enligt plan', en: 'on track' },
  atRisk: { sv: 'risk för försening', en: 'at risk of delay' },
  delayed: { sv: 'försenat', en: 'delayed' },
};

const deliverableResult: Glossary<DeliverableResult> = {
  full: { sv: 'redovisat i sin helhet', en: 'reported in full' },
  partial: { sv: 'delvis redovisat', en: 'reported in part' },
  unanswerable: { sv: 'kunde inte besvaras', en: 'could not be answered' },
};

const decisionPhase: Glossary<DecisionPhase> = {
  recorded: { sv: 'registrerat, ännu inte bekräftat', en: 'recorded, not yet confirmed' },
  confirmed: { sv: 'bekräftat', en: 'confirmed' },
  superseded: { sv: 'ersatt', en: 'superseded' },
  revoked: { sv: 'upphävt', en: 'revoked' },
};

const pointKind: Glossary<PointKind> = {
  noted: { sv: 'noterar', en: 'notes' },
  endorsed: { sv: 'ställer sig bakom', en: 'endorses' },
  approved: { sv: 'godkänner', en: 'approves' },
  assigned: { sv: 'ger i uppdrag', en: 'assigns' },
  recommended: { sv: 'rekommenderar', en: 'recommends' },
  decided: { sv: 'beslutar', en: 'decides' },
  tabled: { sv: 'bordlägger', en: 'postpones' },
  referredBack: { sv: 'återremitterar', en: 'refers back' },
  rejected: { sv: 'avslår', en: 'rejects' },
};

const meetingKind: Glossary<MeetingKind> = {
  ordinary: { sv: 'ordinarie möte', en: 'ordinary meeting' },
  extra: { sv: 'extramöte', en: 'extra meeting' },
  perCapsulam: { sv: 'per capsulam', en: 'per capsulam' },
};

const meetingPhase: Glossary<MeetingPhase> = {
  planned: { sv: 'planerat', en: 'planned' },
  open: { sv: 'utsänt för svar', en: 'sent out for replies' },
  held: { sv: 'genomfört', en: 'held' },
  cancelled: { sv: 'inställt', en: 'cancelled' },
};

const matterPhase: Glossary<MatterState['phase']> = {
  open: { sv: 'öppet', en: 'open' },
  closed: { sv: 'avslutat', en: 'closed' },
};

const milestonePhase: Glossary<Milestone['phase']> = {
  planned: { sv: 'planerat', en: 'planned' },
  reached: { sv: 'nått', en: 'reached' },
  dropped: { sv: 'struket', en: 'dropped' },
};

const roleKind: Glossary<RoleKind> = {
  chair: { sv: 'ordförande', en: 'chair' },
  viceChair: { sv: 'vice ordförande', en: 'vice chair' },
  secretary: { sv: 'mötessekreterare', en: 'secretary' },
  member: { sv: 'ledamot', en: 'member' },
  presenter: { sv: 'föredragande', en: 'presenter' },
  responsible: { sv: 'ansvarig', en: 'responsible' },
};

const actor: Glossary<ActorRole> = {
  chair: { sv: 'ordföranden', en: 'the chair' },
  secretary: { sv: 'sekreteraren', en: 'the secretary' },
  responsible: { sv: 'den ansvariga', en: 'the person responsible' },
  auditor: { sv: 'revisorn', en: 'the auditor' },
  reader: { sv: 'läsaren', en: 'the reader' },
  admin: { sv: 'administratören', en: 'the administrator' },
  system: { sv: 'systemet', en: 'the system' },
};

const dueKind: Glossary<DueKind> = {
  by: { sv: 'senast', en: 'no later than' },
  on: { sv: 'på dagen', en: 'on the day' },
  window: { sv: 'under en period', en: 'within a period' },
  oneOf: { sv: 'ett av flera datum', en: 'one of several dates' },
  relative: { sv: 'räknat från en händelse', en: 'counted from an event' },
  recurring: { sv: 'återkommande', en: 'recurring' },
  undated: { sv: 'utan datum', en: 'undated' },
};

const precision: Glossary<Precision> = {
  day: { sv: 'dag', en: 'day' },
  week: { sv: 'vecka', en: 'week' },
  month: { sv: 'månad', en: 'month' },
  quarter: { sv: 'kvartal', en: 'quarter' },
  season: { sv: 'årstid eller halvår', en: 'season or half-year' },
  year: { sv: 'år', en: 'year' },
  none: { sv: 'ingen tid anges', en: 'no time is stated' },
};

const inference: Glossary<Inference> = {
  year: { sv: 'årtalet är tolkat', en: 'the year is inferred' },
  season: { sv: 'årstidens gränser är tolkade', en: 'the bounds of the season are inferred' },
  part: { sv: 'delens gränser är tolkade', en: 'the bounds of the part are inferred' },
  month: { sv: 'månaden är tolkad', en: 'the month is inferred' },
  anchor: { sv: 'startdagen är tolkad', en: 'the starting day is inferred' },
};

const subject: Glossary<StreamKind> = {
  body: { sv: 'organ', en: 'body' },
  meeting: { sv: 'möte', en: 'meeting' },
  matter: { sv: 'ärende', en: 'matter' },
  decision: { sv: 'beslut', en: 'decision' },
  assignment: { sv: 'uppdrag', en: 'assignment' },
  person: { sv: 'person', en: 'person' },
  register: { sv: 'raderingsregister', en: 'register of erasures' },
  reminder: { sv: 'påminnelser', en: 'reminders' },
  letter: { sv: 'brev', en: 'letter' },
  feed: { sv: 'kalenderadress', en: 'calendar address' },
  view: { sv: 'sparad vy', en: 'saved view' },
};

const withheld: Glossary<Withheld> = {
  answered: { sv: 'besvarad', en: 'answered' },
  closed: { sv: 'uppdraget är avslutat', en: 'the assignment is closed' },
  moved: { sv: 'fristen har flyttats', en: 'the deadline has been moved' },
  paused: { sv: 'påminnelserna är pausade', en: 'the reminders are paused' },
  reassigned: { sv: 'en annan roll är ansvarig', en: 'another role is responsible' },
  recipientChanged: { sv: 'en annan mottagare är angiven', en: 'another recipient is named' },
  notAnAssignee: { sv: 'har anmält fel mottagare', en: 'has said that it is not theirs' },
  nobodyToReach: { sv: 'ingen går att nå', en: 'nobody can be reached' },
};

/** Why a letter did not arrive, or nobody knows whether it did. */
const letterWhy: Glossary<LetterWhy> = {
  unreachable: { sv: 'e-postservern gick inte att nå', en: 'the mail server could not be reached' },
  tooSlow: { sv: 'e-postservern svarade inte i tid', en: 'the mail server did not answer in time' },
  refused: { sv: 'e-postservern sa nej', en: 'the mail server said no' },
  badAddress: { sv: 'adressen går inte att använda', en: 'the address cannot be used' },
  nothingLeft: { sv: 'det fanns inget att skriva om', en: 'there was nothing to write about' },
  dayPassed: { sv: 'dagen gick utan att det kom fram', en: 'the day passed without its arriving' },
  noAddress: { sv: 'adressen saknas', en: 'there is no address' },
  noAnswer: {
    sv: 'e-postservern svarade inte på hela brevet',
    en: 'the mail server did not answer to the whole letter',
  },
  senderLost: { sv: 'programmet stannade mitt i utskicket', en: 'the program stopped in the middle of it' },
};

/** What a calendar shows, as its name. */
const feedScope: Glossary<FeedScope['kind']> = {
  mine: { sv: 'Mina uppdrag', en: 'My assignments' },
  body: { sv: 'Möten och återkoppling', en: 'Meetings and feedback' },
  view: { sv: 'Uppdrag i urval', en: 'A choice of assignments' },
};

const letterKind: Glossary<LetterKind> = {
  reminder: { sv: 'påminnelse', en: 'reminder' },
  digest: { sv: 'sekreterarens veckobrev', en: "the secretary's weekly letter" },
  brief: { sv: 'ordförandens brev inför mötet', en: "the chair's letter before the meeting" },
};

const capacity: Glossary<Capacity> = {
  holder: { sv: 'innehar rollen', en: 'holds the role' },
  deputy: { sv: 'ersättare för den som är borta', en: 'deputy for who is away' },
  secretaryForEmptyRole: {
    sv: 'sekreterare, eftersom ingen i rollen går att nå',
    en: 'secretary, as nobody in the role can be reached',
  },
  secretaryCopy: { sv: 'sekreterare, får en kopia', en: 'secretary, gets a copy' },
  named: { sv: 'utpekad i stället', en: 'named instead' },
};

/** Why an answer is expected at no meeting. */
const noMeeting: Glossary<'noMeetingInside' | 'noMeetingPlanned' | 'notBounded'> = {
  noMeetingInside: {
    sv: 'inget ordinarie möte ligger inom fristen',
    en: 'no ordinary meeting lies within the deadline',
  },
  noMeetingPlanned: {
    sv: 'inget möte är planerat så långt fram',
    en: 'no meeting is planned that far ahead',
  },
  notBounded: { sv: 'fristen har inget slut', en: 'the deadline has no end' },
};

const noRung: Glossary<NoRung> = {
  closed: { sv: 'uppdraget är avslutat', en: 'the assignment is closed' },
  answered: { sv: 'slutredovisat', en: 'finally reported' },
  paused: { sv: 'påminnelserna är pausade', en: 'the reminders are paused' },
  notAnAssignee: { sv: 'har anmält fel mottagare', en: 'has said that it is not theirs' },
  noResponsible: { sv: 'ingen roll är ansvarig', en: 'no role is responsible' },
  ...noMeeting,
  ladderDone: {
    sv: 'alla påminnelser har skickats; uppdraget tas upp på mötet',
    en: 'every reminder has been sent; the assignment is taken up at the meeting',
  },
};

/** How a reminder stands. */
const reminderState: Glossary<
  | 'planned'
  | 'suppressed'
  | 'underWay'
  | 'accepted'
  | 'kept'
  | 'waiting'
  | 'failed'
  | 'unknown'
  | 'answered'
  | 'steered'
> = {
  planned: { sv: 'planerad', en: 'planned' },
  suppressed: { sv: 'skickas inte', en: 'is not sent' },
  underWay: { sv: 'på väg', en: 'under way' },
  accepted: { sv: 'mottagen av e-postservern', en: 'accepted by the mail server' },
  kept: { sv: 'sparad, inte skickad', en: 'kept, not sent' },
  waiting: { sv: 'väntar på nytt försök', en: 'waits for another try' },
  failed: { sv: 'kom inte fram', en: 'did not arrive' },
  unknown: { sv: 'ovisst om den kom fram', en: 'not known whether it arrived' },
  answered: { sv: 'svar', en: 'answer' },
  steered: { sv: 'ändrat för hand', en: 'changed by hand' },
};

const axis: Glossary<'happened' | 'stated' | 'recorded'> = {
  happened: { sv: 'hände', en: 'happened' },
  stated: { sv: 'sades', en: 'was stated' },
  recorded: { sv: 'registrerades', en: 'was recorded' },
};

const attention: Glossary<AttentionReason> = {
  noResponsible: { sv: 'ingen ansvarig', en: 'nobody is responsible' },
  roleWithoutHolder: { sv: 'rollen saknar innehavare', en: 'the role has no holder' },
  wrongAssignee: { sv: 'fel mottagare anmäld', en: 'said to be the wrong assignee' },
  noRecipient: { sv: 'ingen mottagare av återkopplingen', en: 'nobody is named to receive the feedback' },
  noDeadline: { sv: 'ingen frist för återkoppling', en: 'no deadline for the feedback' },
  windowPassed: { sv: 'fristen har gått ut', en: 'the deadline has passed' },
  noWordSinceTwoMeetings: { sv: 'inget har hörts sedan två möten', en: 'no word for two meetings' },
  expectedAtNoMeeting: { sv: 'inget möte inom fristen', en: 'no meeting within the deadline' },
  reportedNotTakenUp: {
    sv: 'slutredovisat men inte behandlat av organet',
    en: 'finally reported but not taken up by the body',
  },
  perCapsulamNotReported: {
    sv: 'beslut per capsulam inte rapporterat till möte',
    en: 'decision per capsulam not reported to a meeting',
  },
  pointWithoutFollowUp: { sv: 'beslutspunkt utan uppföljning', en: 'point without follow-up' },
  sourcesDisagree: { sv: 'två källor anger olika datum', en: 'two sources give different dates' },
  commitmentOpen: {
    sv: 'åtagande varken avslutat eller gjort till uppdrag',
    en: 'commitment neither closed nor made an assignment',
  },
};

const event: Glossary<EventType> = {
  BodyRegistered: { sv: 'organ registrerat', en: 'body registered' },
  PartyGroupFormed: { sv: 'partsgrupp bildad', en: 'party group formed' },
  PartyJoined: { sv: 'part tillkommen', en: 'party joined' },
  PartyLeft: { sv: 'part utträdd', en: 'party left' },
  RoleDefined: { sv: 'roll upplagd', en: 'role defined' },
  RoleHolderAppointed: { sv: 'innehavare utsedd', en: 'holder appointed' },
  RoleHolderLeft: { sv: 'innehavare avgången', en: 'holder left' },
  ReminderPolicySet: { sv: 'påminnelseregler satta', en: 'reminder policy set' },
  CycleEntryPlaced: { sv: 'punkt inlagd i årshjulet', en: 'entry placed in the annual cycle' },
  MeetingScheduled: { sv: 'möte planerat', en: 'meeting scheduled' },
  MeetingMoved: { sv: 'möte flyttat', en: 'meeting moved' },
  MeetingCancelled: { sv: 'möte inställt', en: 'meeting cancelled' },
  MeetingHeld: { sv: 'möte genomfört', en: 'meeting held' },
  PerCapsulamOpened: { sv: 'per capsulam utsänt', en: 'per capsulam sent out' },
  PerCapsulamConcluded: { sv: 'per capsulam avslutat', en: 'per capsulam concluded' },
  NotesApproved: { sv: 'mötesanteckningar godkända', en: 'notes approved' },
  PerCapsulamReported: { sv: 'per capsulam rapporterat', en: 'per capsulam reported' },
  MatterOpened: { sv: 'ärende öppnat', en: 'matter opened' },
  MilestonePlanned: { sv: 'delmål planerat', en: 'milestone planned' },
  MilestoneMoved: { sv: 'delmål flyttat', en: 'milestone moved' },
  MilestoneReached: { sv: 'delmål nått', en: 'milestone reached' },
  MilestoneDropped: { sv: 'delmål struket', en: 'milestone dropped' },
  MatterLinked: { sv: 'samband inlagt', en: 'link added' },
  MatterClosed: { sv: 'ärende avslutat', en: 'matter closed' },
  MatterReopened: { sv: 'ärende öppnat igen', en: 'matter reopened' },
  DecisionRecorded: { sv: 'beslut registrerat', en: 'decision recorded' },
  PointMarkedNoActionNeeded: { sv: 'punkt utan åtgärd', en: 'point needs no action' },
  DecisionConfirmed: { sv: 'beslut bekräftat', en: 'decision confirmed' },
  DecisionCorrected: { sv: 'beslut rättat', en: 'decision corrected' },
  DecisionAmended: { sv: 'beslut ändrat', en: 'decision amended' },
  DecisionSuperseded: { sv: 'beslut ersatt', en: 'decision superseded' },
  DecisionRevoked: { sv: 'beslut upphävt', en: 'decision revoked' },
  DecisionDispatched: { sv: 'beslut expedierat', en: 'decision dispatched' },
  AssignmentGiven: { sv: 'uppdrag givet', en: 'assignment given' },
  CommitmentPromoted: { sv: 'åtagande blev uppdrag', en: 'commitment became an assignment' },
  RecipientNamed: { sv: 'mottagare angiven', en: 'recipient named' },
  ResponsibleAdded: { sv: 'ansvarig tillagd', en: 'responsible added' },
  ResponsibleReleased: { sv: 'ansvarig borttagen', en: 'responsible released' },
  DeliverableDefined: { sv: 'deluppdrag tillagt', en: 'deliverable defined' },
  PreconditionMet: { sv: 'förutsättning uppfylld', en: 'precondition met' },
  AssignmentAcknowledged: { sv: 'uppdrag mottaget', en: 'assignment acknowledged' },
  ProgressReported: { sv: 'läge rapporterat', en: 'progress reported' },
  DeliverableReported: { sv: 'deluppdrag redovisat', en: 'deliverable reported' },
  DeadlineMoved: { sv: 'återkoppling flyttad', en: 'deadline moved' },
  WrongAssigneeReported: { sv: 'fel mottagare anmäld', en: 'wrong assignee reported' },
  FinalReportSubmitted: { sv: 'uppdrag slutredovisat', en: 'final report submitted' },
  SupplementRequested: { sv: 'komplettering begärd', en: 'supplement requested' },
  AssignmentClosed: { sv: 'uppdrag avslutat', en: 'assignment closed' },
  AssignmentReopened: { sv: 'uppdrag öppnat igen', en: 'assignment reopened' },
  AssignmentReplaced: { sv: 'uppdrag ersatt', en: 'assignment replaced' },
  PersonRegistered: { sv: 'person registrerad', en: 'person registered' },
  PersonUpdated: { sv: 'personuppgifter ändrade', en: 'personal details updated' },
  AbsenceStated: { sv: 'frånvaro angiven', en: 'absence stated' },
  DeputyNamed: { sv: 'ersättare angiven', en: 'deputy named' },
  PersonErased: { sv: 'personuppgifter raderade', en: 'personal data erased' },
  RemindersPaused: { sv: 'påminnelser pausade', en: 'reminders paused' },
  RemindersResumed: { sv: 'påminnelser återupptagna', en: 'reminders resumed' },
  ReminderRecipientChanged: { sv: 'mottagare av påminnelser ändrad', en: 'recipient of reminders changed' },
  ReminderLinksRevoked: { sv: 'svarslänkar spärrade', en: 'answer links blocked' },
  ReminderAskedFor: { sv: 'påminnelse begärd', en: 'reminder asked for' },
  ReminderWithheld: { sv: 'påminnelse utelämnad', en: 'reminder withheld' },
  LetterClaimed: { sv: 'brev påbörjat', en: 'letter begun' },
  LetterHandedOver: { sv: 'brev överlämnat', en: 'letter handed over' },
  LetterAccepted: { sv: 'brev skickat eller sparat', en: 'letter sent or kept' },
  LetterRefused: { sv: 'brev inte mottaget', en: 'letter refused' },
  LetterUnknown: { sv: 'ovisst om brevet kom fram', en: 'not known whether the letter arrived' },
  LetterWithdrawn: { sv: 'brev återtaget', en: 'letter withdrawn' },
  FeedOpened: { sv: 'kalenderadress skapad', en: 'calendar address made' },
  FeedRevoked: { sv: 'kalenderadress spärrad', en: 'calendar address blocked' },
  ViewSaved: { sv: 'vy sparad', en: 'view saved' },
  ReviewSaved: { sv: 'granskning sparad', en: 'review saved' },
  ViewRenamed: { sv: 'sparad vy omdöpt', en: 'saved view renamed' },
  ViewRemoved: { sv: 'sparad vy borttagen', en: 'saved view removed' },
  ViewRestored: { sv: 'sparad vy återställd', en: 'saved view restored' },
};

/** The words people read for everything the code names, by what it is a word for. */
export const words = {
  assignmentPhase,
  assignmentKind,
  outcome,
  progress,
  deliverableResult,
  decisionPhase,
  pointKind,
  meetingKind,
  meetingPhase,
  matterPhase,
  milestonePhase,
  roleKind,
  actor,
  dueKind,
  precision,
  inference,
  subject,
  withheld,
  letterWhy,
  feedScope,
  letterKind,
  capacity,
  noMeeting,
  noRung,
  reminderState,
  axis,
  attention,
  event,
} as const;
