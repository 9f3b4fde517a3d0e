import type { DecisionChanged, DecisionPoint } from '../../domain/decision/events.js';
import type { LetterItem } from '../../domain/reminder/events.js';
import type { Lines, Say } from './kit.js';

const days = (count: number): string => `${count} ${count === 1 ? 'dag' : 'dagar'}`;
const points = (list: readonly DecisionPoint[], say: Say): string =>
  list
    .map(
      ({ number, kinds }) => `punkt ${number} ${say.list(kinds.map((kind) => say.word('pointKind', kind)))}`,
    )
    .join('; ');

function changes({ title, points, effectiveFrom }: DecisionChanged, say: Say): string {
  const parts = [
    ...(title ? [`titeln ${say.quote(title.from)} blev ${say.quote(title.to)}`] : []),
    ...points.map(({ number, from, to }) =>
      from ? `punkt ${number} lyder nu ${say.quote(to.text)}` : `ny punkt ${number}: ${say.quote(to.text)}`,
    ),
    ...(effectiveFrom ? [`gäller från och med ${say.date(effectiveFrom.to)}`] : []),
  ];
  return parts.length > 0 ? `: ${parts.join('; ')}` : '';
}

const letterNames = { reminder: 'ett brev', digest: 'veckobrevet', brief: 'brevet inför mötet' } as const;
const about = (items: readonly LetterItem[], say: Say): string =>
  items.length === 0
    ? ''
    : ` om ${say.list([...new Set(items.map(({ assignment }) => say.assignment(assignment)))])}`;

/** What is said of every event in Swedish. */
export const swedish: Lines = {
  BodyRegistered: ({ data }) => `registrerade organet ${data.name} (${data.shortName})`,
  PartyGroupFormed: ({ data }) => `lade upp partsgruppen ${data.name}`,
  PartyJoined: ({ data }, say) =>
    `registrerade ${data.name} som part${data.group === undefined ? '' : ` i gruppen ${say.group(data.group)}`}`,
  PartyLeft: ({ data }, say) => `registrerade att ${say.party(data.party)} inte längre är part`,
  RoleDefined: ({ data }, say) =>
    `lade upp rollen ${say.quote(data.title)} (${say.word('roleKind', data.kind)})${data.party === undefined ? '' : ` hos ${say.party(data.party)}`}`,
  RoleHolderAppointed: ({ data }, say) =>
    `registrerade ${say.person(data.person)} som innehavare av rollen ${say.quote(say.role(data.role))}`,
  RoleHolderLeft: ({ data }, say) =>
    `registrerade att ${say.person(data.person)} har lämnat rollen ${say.quote(say.role(data.role))}`,
  ReminderPolicySet: ({ data: { version, policy } }, say) => {
    const at = (numbers: readonly number[], one = 'dag', many = 'dagar'): string =>
      `${say.list(numbers.map(String))} ${numbers.length === 1 && numbers[0] === 1 ? one : many}`;
    const rungs = [
      ...(policy.received ? ['genast'] : []),
      ...(policy.beforeMeeting.length > 0 ? [`${at(policy.beforeMeeting)} före mötet`] : []),
      ...(policy.afterMeeting.length > 0 ? [`${at(policy.afterMeeting)} efter mötet`] : []),
      ...(policy.beforeEnd.length > 0
        ? [`${at(policy.beforeEnd, 'arbetsdag', 'arbetsdagar')} innan fristen går ut`]
        : []),
      ...(policy.afterEnd.length > 0 ? [`${at(policy.afterEnd)} efter att den gått ut`] : []),
    ];
    const reminders = rungs.length > 0 ? `påminnelser ${say.list(rungs)}` : 'inga påminnelser';
    return `bestämde regler för påminnelser (version ${version}): underlag ${days(policy.materialDays)} före mötet, ${reminders}; efter ${days(policy.escalateDays)} är det en fråga för mötet`;
  },
  CycleEntryPlaced: ({ data }, say) =>
    `lade in ${say.quote(data.topic)} i årshjulet, till ${say.meeting(data.meeting)}`,

  MeetingScheduled: ({ data }, say) => {
    const title = data.title === undefined ? '' : ` ${say.quote(data.title)}`;
    if (data.kind === 'perCapsulam')
      return `planerade ett beslut per capsulam${title} till ${say.date(data.date)}`;
    const clock = data.start === undefined ? '' : ` kl. ${say.clock(data.start, data.end)}`;
    const place = data.place === undefined ? '' : `, plats: ${data.place}`;
    return `planerade ett ${say.word('meetingKind', data.kind)}${title} den ${say.date(data.date)}${clock}${place}`;
  },
  MeetingMoved: ({ data }, say) =>
    `flyttade mötet ${say.fromDay(data.from, data.to)}${say.because(data.reason)}`,
  MeetingCancelled: ({ data }, say) => `ställde in ${say.meeting(say.id)}${say.because(data.reason)}`,
  MeetingHeld: ({ data: { present, absent } }, say) => {
    const attendance =
      present.length + absent.length === 0
        ? ''
        : `, ${present.length} närvarande och ${absent.length} frånvarande`;
    return `registrerade att ${say.meeting(say.id)} hölls${attendance}`;
  },
  PerCapsulamOpened: ({ data }, say) =>
    `skickade ut frågan för beslut per capsulam${data.replyBy === undefined ? '' : `, svar senast ${say.date(data.replyBy)}`}`,
  PerCapsulamConcluded: ({ data }, say) => `avslutade beslutet per capsulam${say.remark(data.outcome)}`,
  NotesApproved: ({ data }, say) =>
    `registrerade att mötesanteckningarna godkändes${data.atMeeting === undefined ? '' : ` vid ${say.meeting(data.atMeeting)}`}`,
  PerCapsulamReported: ({ data }, say) =>
    `registrerade att beslutet per capsulam rapporterades till ${say.meeting(data.toMeeting)}`,

  MatterOpened: ({ data }, say) =>
    `öppnade ärendet ${say.quote(data.title)}${data.number === undefined ? '' : ` (${data.number})`}`,
  MilestonePlanned: ({ data }, say) =>
    `planerade delmålet ${say.quote(data.label)}: ${say.window(data.window)}${data.form === 'perCapsulam' ? ', per capsulam' : ''}`,
  MilestoneMoved: ({ data }, say) =>
    `flyttade delmålet ${say.milestone(data.milestone)} ${say.fromWindow(data.from, data.to)}${data.form === undefined ? '' : `, ${data.form === 'perCapsulam' ? 'per capsulam' : `vid ${say.word('meetingKind', data.form)}`}`}${say.decidedBy(data.decidedBy)}${say.because(data.reason)}`,
  MilestoneReached: ({ data }, say) =>
    `registrerade att delmålet ${say.milestone(data.milestone)} är nått${say.remark(data.note)}`,
  MilestoneDropped: ({ data }, say) =>
    `strök delmålet ${say.milestone(data.milestone)}${say.because(data.reason)}`,
  MatterLinked: ({ data }, say) => {
    const target = {
      matter: `ärendet ${say.matter(data.target)}`,
      decision: `beslutet ${say.decision(data.target)}`,
      document: `dokumentet ${say.quote(data.target)}`,
    }[data.kind];
    return `kopplade ärendet till ${target}${say.remark(data.note)}`;
  },
  MatterClosed: ({ data }, say) => `avslutade ärendet${say.becauseOf(data.reason)}`,
  MatterReopened: ({ data }, say) => `öppnade ärendet igen${say.because(data.reason)}`,

  DecisionRecorded: (event, say) => {
    const { title, agendaItem, points: list } = event.data;
    const item = agendaItem === undefined ? '' : ` (dagordningens punkt ${agendaItem})`;
    const what = list.length > 0 ? `: ${points(list, say)}` : '';
    return `registrerade beslutet ${say.quote(title)}${item}${event.effectiveFrom === undefined ? '' : `, gäller${say.effective(event)}`}${what}`;
  },
  PointMarkedNoActionNeeded: ({ data }, say) =>
    `markerade att punkt ${data.point} inte kräver någon åtgärd${say.becauseOf(data.reason)}`,
  DecisionConfirmed: ({ data }, say) =>
    `bekräftade beslutet${data.meeting === undefined ? '' : `: mötesanteckningarna godkändes vid ${say.meeting(data.meeting)}`}`,
  DecisionCorrected: ({ data }, say) => `rättade beslutet${changes(data, say)}${say.because(data.reason)}`,
  DecisionAmended: ({ data }, say) =>
    `ändrade beslutet${data.by === undefined ? '' : ` enligt ${say.decision(data.by)}`}${changes(data, say)}${say.because(data.reason)}`,
  DecisionSuperseded: (event, say) =>
    `registrerade att beslutet ersätts av ${say.decision(event.data.by)}${say.effective(event)}${say.becauseOf(event.data.reason)}`,
  DecisionRevoked: (event, say) =>
    `registrerade att beslutet upphävs${event.data.by === undefined ? '' : ` genom ${say.decision(event.data.by)}`}${say.effective(event)}${say.because(event.data.reason)}`,
  DecisionDispatched: ({ data }, say) =>
    `expedierade beslutet till ${say.list(data.to.map((to) => say.party(to)))}`,

  AssignmentGiven: ({ data }, say) => {
    const who = data.responsible.map((role) => say.role(role, data.body));
    const to = who.length > 0 ? ` till ${say.list(who)}` : '';
    const parts =
      data.deliverables.length > 0
        ? `; att redovisa: ${say.list(data.deliverables.map(({ text }) => say.quote(text)))}`
        : '';
    const recipient = data.recipient === undefined ? '' : ` till ${say.body(data.recipient)}`;
    const instead = data.replaces === undefined ? '' : `; tar över efter ${say.assignment(data.replaces)}`;
    return `registrerade ${data.kind === 'commitment' ? 'åtagandet' : 'uppdraget'} ${say.quote(data.title)}${to}${parts}; återkoppling${recipient}: ${say.window(data.deadline)}${instead}`;
  },
  CommitmentPromoted: ({ data }, say) => {
    const point = data.point === undefined ? '' : ` punkt ${data.point} i`;
    return `gjorde åtagandet till ett uppdrag${data.decision === undefined ? '' : ` enligt${point} beslutet ${say.decision(data.decision)}`}`;
  },
  RecipientNamed: ({ data }, say) => `angav ${say.body(data.recipient)} som mottagare av återkopplingen`,
  ResponsibleAdded: ({ data }, say) => `lade till ${say.role(data.role)} som ansvarig`,
  ResponsibleReleased: ({ data }, say) =>
    `tog bort ${say.role(data.role)} som ansvarig${say.because(data.reason)}`,
  DeliverableDefined: ({ data }, say) => `lade till deluppdraget ${say.quote(data.text)}`,
  PreconditionMet: ({ data }, say) =>
    `registrerade att förutsättningen ${say.precondition(data.precondition)} är uppfylld${say.remark(data.note)}`,
  AssignmentAcknowledged: ({ data }, say) => `bekräftade att uppdraget är mottaget${say.remark(data.note)}`,
  ProgressReported: ({ data }, say) =>
    `rapporterade läget ${say.quote(say.word('progress', data.status))}${data.via === 'mailLink' ? ' genom länken i ett brev' : ''}${say.remark(data.text)}`,
  DeliverableReported: ({ data }, say) => {
    const what = say.deliverable(data.deliverable);
    const result = {
      full: `redovisade deluppdraget ${what} i sin helhet`,
      partial: `redovisade en del av deluppdraget ${what}`,
      unanswerable: `redovisade att deluppdraget ${what} inte kunde besvaras`,
    }[data.result];
    const text = data.why === undefined ? data.text : data.text?.replace(/\.$/, '');
    return `${result}${say.remark(text)}${data.result === 'full' ? say.becauseOf(data.why) : say.because(data.why)}`;
  },
  DeadlineMoved: ({ data }, say) =>
    `flyttade återkopplingen ${say.fromWindow(data.from, data.to)}${say.decidedBy(data.decidedBy)}${say.because(data.reason)}`,
  FinalReportSubmitted: ({ data }, say) =>
    `slutredovisade uppdraget${data.via === 'mailLink' ? ' genom länken i ett brev' : ''}${data.document === undefined ? '' : ` (${data.document})`}${say.remark(data.text)}`,
  WrongAssigneeReported: ({ data }, say) =>
    `meddelade${data.via === 'mailLink' ? ' genom länken i ett brev' : ''} att uppdraget har kommit till fel mottagare${say.remark(data.text)}`,
  SupplementRequested: ({ data }, say) =>
    `begärde komplettering: ${data.text}${data.deadline ? `; återkoppling: ${say.window(data.deadline)}` : ''}`,
  AssignmentClosed: ({ data }, say) =>
    `avslutade uppdraget som ${say.word('outcome', data.outcome)}${data.outcome === 'fulfilled' ? say.becauseOf(data.reason) : say.because(data.reason)}`,
  AssignmentReopened: ({ data }, say) => `öppnade uppdraget igen${say.because(data.reason)}`,
  AssignmentReplaced: ({ data }, say) =>
    `ersatte uppdraget med ${say.assignment(data.by)}${say.because(data.reason)}`,

  PersonRegistered: (_, say) => `registrerade ${say.person(say.id)}`,
  PersonUpdated: ({ data }, say) => {
    const fields = [
      ...(data.name === undefined ? [] : ['namn']),
      ...(data.email === undefined ? [] : ['e-postadress']),
      ...(data.language === undefined ? [] : ['språk']),
    ];
    return `ändrade ${say.list(fields)} för ${say.person(say.id)}`;
  },
  AbsenceStated: ({ data }, say) =>
    `registrerade frånvaro för ${say.person(say.id)} ${say.fromDay(data.from, data.to)}`,
  DeputyNamed: ({ data }, say) => `angav ${say.person(data.deputy)} som ersättare för ${say.person(say.id)}`,
  PersonErased: ({ data }, say) =>
    `raderade personuppgifterna för en tidigare handläggare${say.becauseOf(data.reason)}`,

  RemindersPaused: ({ data }, say) =>
    `pausade påminnelserna${data.until === undefined ? '' : ` till och med ${say.date(data.until)}`}${say.becauseOf(data.reason)}`,
  RemindersResumed: ({ data }, say) => `återupptog påminnelserna${say.becauseOf(data.reason)}`,
  ReminderRecipientChanged: ({ data }, say) =>
    `bestämde att påminnelser till ${say.role(data.role)} går till ${data.person === undefined ? 'den som har rollen' : say.person(data.person)}${say.becauseOf(data.reason)}`,
  ReminderLinksRevoked: ({ data }, say) => `spärrade svarslänkarna i ett brev${say.becauseOf(data.reason)}`,
  ReminderAskedFor: ({ data }, say) => `bad om en påminnelse nu${say.becauseOf(data.reason)}`,
  ReminderWithheld: ({ data }, say) =>
    `skickade inte påminnelsen till ${say.role(data.role)} som skulle gå ${say.date(data.on)}: ${say.word('withheld', data.why)}`,
  LetterClaimed: ({ data }, say) =>
    `började på ${letterNames[data.kind]} till ${say.person(data.person)}${about(data.items, say)}`,
  LetterHandedOver: ({ data }, say) => `lämnade över brevet${about(data.items, say)} för att skickas`,
  LetterAccepted: ({ data }) =>
    data.kept ? 'sparade brevet utan att skicka det' : 'fick brevet mottaget av e-postservern',
  LetterRefused: ({ data }, say) =>
    `fick inte fram brevet${data.permanent ? '' : ' den här gången'}: ${say.word('letterWhy', data.why)}${data.code === undefined ? '' : ` (${data.code})`}`,
  LetterUnknown: ({ data }) =>
    data.why === 'noAnswer'
      ? 'fick inget besked om brevet kom fram'
      : 'vet inte om brevet kom fram, avsändaren försvann under tiden',
  LetterWithdrawn: ({ data }, say) => `drog tillbaka brevet: ${say.word('letterWhy', data.why)}`,

  FeedOpened: ({ data: { scope } }, say) =>
    `skapade en kalenderadress${scope.kind === 'body' ? ` för ${say.body(scope.body)}` : ''}`,
  FeedRevoked: ({ data }, say) => `spärrade en kalenderadress${say.becauseOf(data.reason)}`,

  ViewSaved: ({ data }, say) =>
    data.owner === undefined ? `sparade vyn ${say.quote(data.name)} för organet` : 'sparade en egen vy',
  ReviewSaved: ({ data }, say) =>
    data.owner === undefined
      ? `sparade granskningen ${say.quote(data.name)}, med loggen som den då var`
      : 'sparade en egen granskning, med loggen som den då var',
  ViewRenamed: () => 'gav en sparad vy ett nytt namn',
  ViewRemoved: () => 'tog bort en sparad vy',
  ViewRestored: () => 'lade tillbaka en sparad vy',
};
