import type { EventOf, EventType } from '../../src/domain/events.js';
import type { DueWindow } from '../../src/domain/due-window.js';

const june: DueWindow = {
  original: 'senast i juni 2026 – efter dialog med den länsgemensamma arbetsgruppen',
  kind: 'by',
  precision: 'month',
  latest: '2026-06-30',
  preconditions: ['efter dialog med den länsgemensamma arbetsgruppen'],
  inferred: [],
  boundToMeeting: 'm-2026-06-04',
};
const september: DueWindow = {
  original: '1 september',
  kind: 'on',
  precision: 'day',
  earliest: '2026-09-01',
  latest: '2026-09-01',
  preconditions: [],
  inferred: ['year'],
};
const either: DueWindow = {
  original: '28 maj el 26 juni',
  kind: 'oneOf',
  precision: 'day',
  earliest: '2026-05-28',
  latest: '2026-06-26',
  dates: ['2026-05-28', '2026-06-26'],
  preconditions: [],
  inferred: ['year'],
};
const week: DueWindow = {
  original: 'en vecka',
  kind: 'relative',
  precision: 'week',
  earliest: '2026-03-19',
  latest: '2026-03-26',
  offset: 'P7D',
  anchor: '2026-03-19',
  preconditions: [],
  inferred: ['anchor'],
};

/** One fact of every type in its present shape; what the oldest stored form of each must still be read as. */
export const samples: { readonly [T in EventType]: EventOf<T> } = {
  BodyRegistered: {
    type: 'BodyRegistered',
    data: {
      name: 'Samrådsorganet för Älvdalarna',
      shortName: 'SRÄ',
      seasons: {
        spring: ['01-01', '06-30'],
        summer: ['06-01', '08-31'],
        autumn: ['07-01', '12-31'],
        winter: ['12-01', '02-28'],
      },
    },
  },
  PartyGroupFormed: { type: 'PartyGroupFormed', data: { group: 'g-1', name: 'Kommunsam' } },
  PartyJoined: {
    type: 'PartyJoined',
    data: { party: 'p-1', name: 'Björkviks kommun', aliases: ['Björkvik', 'BJV'], group: 'g-1' },
  },
  PartyLeft: { type: 'PartyLeft', data: { party: 'p-1' } },
  RoleDefined: {
    type: 'RoleDefined',
    data: { role: 'r-1', title: 'Region Norrälvens utvecklingsdirektör', kind: 'responsible', party: 'p-2' },
  },
  RoleHolderAppointed: { type: 'RoleHolderAppointed', data: { role: 'r-1', person: 'u-1' } },
  RoleHolderLeft: { type: 'RoleHolderLeft', data: { role: 'r-1', person: 'u-1' } },
  ReminderPolicySet: {
    type: 'ReminderPolicySet',
    data: {
      version: 2,
      policy: {
        received: true,
        materialDays: 14,
        beforeMeeting: [42, 21],
        afterMeeting: [1],
        beforeEnd: [10, 3],
        afterEnd: [1],
        escalateDays: 14,
      },
    },
  },
  CycleEntryPlaced: {
    type: 'CycleEntryPlaced',
    data: { entry: 'c-1', topic: 'Uppföljning av färdplanen', meeting: 'm-1' },
  },
  MeetingScheduled: {
    type: 'MeetingScheduled',
    data: {
      body: 'b-1',
      kind: 'ordinary',
      date: '2026-06-04',
      start: '13:00',
      end: '16:30',
      place: 'Östersele, Älvsalen',
      title: 'Möte 2 2026',
    },
  },
  MeetingMoved: {
    type: 'MeetingMoved',
    data: { from: '2026-06-04', to: '2026-06-11', reason: 'Krock med årsmöte', reasonStated: true },
  },
  MeetingCancelled: { type: 'MeetingCancelled', data: { reason: 'För få ärenden' } },
  MeetingHeld: { type: 'MeetingHeld', data: { present: ['u-1', 'u-2'], absent: ['u-3'] } },
  PerCapsulamOpened: { type: 'PerCapsulamOpened', data: { replyBy: '2026-09-01' } },
  PerCapsulamConcluded: { type: 'PerCapsulamConcluded', data: { outcome: 'Samtliga ställer sig bakom' } },
  NotesApproved: { type: 'NotesApproved', data: { atMeeting: 'm-2' } },
  PerCapsulamReported: { type: 'PerCapsulamReported', data: { toMeeting: 'm-2' } },
  MatterOpened: {
    type: 'MatterOpened',
    data: {
      body: 'b-1',
      title: 'Riktlinje för utskrivning',
      description: 'Gemensam riktlinje för region och kommuner',
      number: 'SRÄ 2025/17',
    },
  },
  MilestonePlanned: {
    type: 'MilestonePlanned',
    data: { milestone: 'ms-1', label: 'Ställningstagande', window: june, form: 'ordinary' },
  },
  MilestoneMoved: {
    type: 'MilestoneMoved',
    data: {
      milestone: 'ms-1',
      from: june,
      to: september,
      form: 'perCapsulam',
      reasonStated: false,
      decidedBy: 'd-1',
    },
  },
  MilestoneReached: {
    type: 'MilestoneReached',
    data: { milestone: 'ms-1', note: 'Beslutat per capsulam' },
  },
  MilestoneDropped: { type: 'MilestoneDropped', data: { milestone: 'ms-2', reason: 'Ingår i nästa' } },
  MatterLinked: {
    type: 'MatterLinked',
    data: { kind: 'document', target: 'Remissversion 2, "Åsmark"', note: 'bilaga 3' },
  },
  MatterClosed: { type: 'MatterClosed', data: { reason: 'Riktlinjen gäller' } },
  MatterReopened: { type: 'MatterReopened', data: { reason: 'Ny lagstiftning' } },
  DecisionRecorded: {
    type: 'DecisionRecorded',
    data: {
      body: 'b-1',
      title: 'Färdplan för nära vård',
      points: [
        { number: 1, kinds: ['endorsed'], text: 'ställer sig bakom färdplanen' },
        { number: 2, kinds: ['noted', 'assigned'], text: 'noterar läget och ger i uppdrag att återkomma' },
      ],
      meeting: 'm-1',
      agendaItem: '5 b',
      matter: 'ma-1',
    },
  },
  PointMarkedNoActionNeeded: {
    type: 'PointMarkedNoActionNeeded',
    data: { point: 1, reason: 'Ställningstagandet är i sig tillräckligt' },
  },
  DecisionConfirmed: { type: 'DecisionConfirmed', data: { meeting: 'm-2' } },
  DecisionCorrected: {
    type: 'DecisionCorrected',
    data: {
      reason: 'Skrivfel',
      title: { from: 'Färdplan för nära vård', to: 'Färdplan för god och nära vård' },
      points: [
        {
          number: 1,
          from: { number: 1, kinds: ['endorsed'], text: 'ställer sig bakom färdplanen' },
          to: { number: 1, kinds: ['endorsed'], text: 'ställer sig bakom färdplanen 2026–2029' },
        },
      ],
    },
  },
  DecisionAmended: {
    type: 'DecisionAmended',
    data: {
      reason: 'Ny punkt',
      points: [{ number: 3, to: { number: 3, kinds: ['recommended'], text: 'rekommenderar parterna' } }],
      effectiveFrom: { from: '2026-01-01', to: '2026-07-01' },
      by: 'd-2',
    },
  },
  DecisionSuperseded: { type: 'DecisionSuperseded', data: { by: 'd-3', reason: 'Ny överenskommelse' } },
  DecisionRevoked: { type: 'DecisionRevoked', data: { reason: 'Saknar grund', by: 'd-4' } },
  DecisionDispatched: { type: 'DecisionDispatched', data: { to: ['p-1', 'p-2'] } },
  AssignmentGiven: {
    type: 'AssignmentGiven',
    data: {
      body: 'b-1',
      title: 'Återkomma med förslag till gemensam uppföljning',
      kind: 'assignment',
      responsible: ['r-1', 'r-2'],
      deadline: june,
      deliverables: [
        { deliverable: 'dl-1', text: 'nulägesbild' },
        { deliverable: 'dl-2', text: 'förslag till mått' },
      ],
      preconditions: [{ precondition: 'pc-1', text: 'efter dialog med den länsgemensamma arbetsgruppen' }],
      recipient: 'b-1',
      decision: 'd-1',
      point: 2,
      matter: 'ma-1',
      replaces: 'a-0',
    },
  },
  CommitmentPromoted: { type: 'CommitmentPromoted', data: { decision: 'd-1', point: 2 } },
  RecipientNamed: { type: 'RecipientNamed', data: { recipient: 'b-1' } },
  ResponsibleAdded: { type: 'ResponsibleAdded', data: { role: 'r-3' } },
  ResponsibleReleased: { type: 'ResponsibleReleased', data: { role: 'r-2', reason: 'Ny organisation' } },
  DeliverableDefined: { type: 'DeliverableDefined', data: { deliverable: 'dl-3', text: 'tidsplan' } },
  PreconditionMet: { type: 'PreconditionMet', data: { precondition: 'pc-1', note: 'Dialog hållen 12 mars' } },
  AssignmentAcknowledged: { type: 'AssignmentAcknowledged', data: { note: 'Mottaget' } },
  ProgressReported: {
    type: 'ProgressReported',
    data: { status: 'atRisk', text: 'Underlag saknas från två kommuner', via: 'mailLink' },
  },
  DeliverableReported: {
    type: 'DeliverableReported',
    data: { deliverable: 'dl-2', result: 'partial', text: 'Fyra av sex mått', why: 'Data finns inte' },
  },
  DeadlineMoved: {
    type: 'DeadlineMoved',
    data: {
      from: either,
      to: september,
      reason: 'Väntar på remissvar',
      reasonStated: true,
      decidedBy: 'd-5',
    },
  },
  FinalReportSubmitted: {
    type: 'FinalReportSubmitted',
    data: { text: 'Slutredovisas härmed', document: 'Slutrapport.pdf' },
  },
  WrongAssigneeReported: {
    type: 'WrongAssigneeReported',
    data: { text: 'Hör till samordnaren för e-hälsa', via: 'mailLink' },
  },
  SupplementRequested: { type: 'SupplementRequested', data: { text: 'Kostnader saknas', deadline: week } },
  AssignmentClosed: {
    type: 'AssignmentClosed',
    data: { outcome: 'partly', reason: 'Resten i nytt uppdrag' },
  },
  AssignmentReopened: { type: 'AssignmentReopened', data: { reason: 'Frågan är inte löst' } },
  AssignmentReplaced: { type: 'AssignmentReplaced', data: { by: 'a-2', reason: 'Bredare uppdrag' } },
  PersonRegistered: {
    type: 'PersonRegistered',
    data: { name: 'Åsa Öberg-Ängström', email: 'asa.oberg@bjorkvik.example', language: 'sv' },
  },
  PersonUpdated: { type: 'PersonUpdated', data: { email: 'asa@asmark.example', language: 'en' } },
  AbsenceStated: { type: 'AbsenceStated', data: { from: '2026-07-06', to: '2026-08-02' } },
  DeputyNamed: { type: 'DeputyNamed', data: { deputy: 'u-2' } },
  PersonErased: { type: 'PersonErased', data: { person: 'u-1', reason: 'På egen begäran' } },
  RemindersPaused: {
    type: 'RemindersPaused',
    data: { until: '2026-08-16', reason: 'Arbetet vilar över sommaren' },
  },
  RemindersResumed: { type: 'RemindersResumed', data: { reason: 'Arbetet är i gång igen' } },
  ReminderRecipientChanged: {
    type: 'ReminderRecipientChanged',
    data: { role: 'r-1', person: 'u-2', reason: 'Åsa är tjänstledig' },
  },
  ReminderLinksRevoked: {
    type: 'ReminderLinksRevoked',
    data: { letter: '2026-06-10-p04', reason: 'Brevet har skickats vidare' },
  },
  ReminderAskedFor: { type: 'ReminderAskedFor', data: { reason: 'Mötet är tidigarelagt' } },
  ReminderWithheld: {
    type: 'ReminderWithheld',
    data: { rung: 'afterEnd-7', statement: 3, role: 'r-1', on: '2026-07-07', why: 'nobodyToReach' },
  },
  LetterClaimed: {
    type: 'LetterClaimed',
    data: {
      kind: 'brief',
      person: 'u-1',
      day: '2026-04-23',
      about: 'm-1',
      items: [
        {
          assignment: 'a-1',
          rung: 'beforeMeeting-42',
          statement: 3,
          role: 'r-1',
          on: '2026-04-23',
          capacity: 'deputy',
          to: ['u-1', 'u-2'],
        },
      ],
      worker: 'w-1',
      until: '2026-04-23T06:02:00.000Z',
    },
  },
  LetterHandedOver: {
    type: 'LetterHandedOver',
    data: {
      items: [
        {
          assignment: 'a-1',
          rung: 'beforeMeeting-42',
          statement: 3,
          role: 'r-1',
          on: '2026-04-23',
          capacity: 'deputy',
          to: ['u-1', 'u-2'],
        },
      ],
      left: [
        {
          item: {
            assignment: 'a-2',
            rung: 'beforeMeeting-42',
            statement: 3,
            role: 'r-1',
            on: '2026-04-23',
            capacity: 'deputy',
            to: ['u-1', 'u-2'],
          },
          why: 'answered',
        },
      ],
    },
  },
  LetterAccepted: { type: 'LetterAccepted', data: { code: 250 } },
  LetterRefused: { type: 'LetterRefused', data: { permanent: false, code: 451, why: 'refused' } },
  LetterUnknown: { type: 'LetterUnknown', data: { why: 'noAnswer' } },
  LetterWithdrawn: {
    type: 'LetterWithdrawn',
    data: {
      why: 'nothingLeft',
      left: [
        {
          item: {
            assignment: 'a-1',
            rung: 'beforeMeeting-42',
            statement: 3,
            role: 'r-1',
            on: '2026-04-23',
            capacity: 'deputy',
            to: ['u-1', 'u-2'],
          },
          why: 'moved',
        },
      ],
    },
  },
  FeedOpened: {
    type: 'FeedOpened',
    data: {
      actor: 'u-1',
      secretHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      scope: { kind: 'body', body: 'b-1' },
    },
  },
  FeedRevoked: { type: 'FeedRevoked', data: { reason: 'Adressen har spridits' } },
  ViewSaved: {
    type: 'ViewSaved',
    data: { body: 'b-1', owner: 'u-1', name: 'Försenat', address: '/uppdrag?forsenat=ja' },
  },
  ReviewSaved: {
    type: 'ReviewSaved',
    data: { body: 'b-1', name: 'Läget i mars', address: '/granskning/laget?dag=2026-03-19' },
  },
  ViewRenamed: { type: 'ViewRenamed', data: { name: 'Försenat före sommaren' } },
  ViewRemoved: { type: 'ViewRemoved', data: {} },
  ViewRestored: { type: 'ViewRestored', data: {} },
};
