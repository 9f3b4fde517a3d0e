import { type DueWindow, parseDueWindow } from '../../src/domain/due-window.js';
import type { ActorRole, EventOf, EventType } from '../../src/domain/events.js';
import { inventedItem as item } from './names.js';

export const window = (words: string, statedAt = '2025-11-13'): DueWindow =>
  parseDueWindow(words, { statedAt });
export const june = window('4 juni 2026');
export const september = window('1 september', '2026-06-04');
export const inJune = window('senast i juni 2026 – efter dialog med arbetsgruppen');
export const unspoken: DueWindow = {
  original: '',
  kind: 'undated',
  precision: 'none',
  preconditions: [],
  inferred: [],
};

/** What a fact says, by whom, and from when. */
export interface Telling {
  readonly data: object;
  readonly by?: ActorRole;
  readonly effectiveFrom?: string;
}
/** A fact of a type, with the line it is to have in Swedish and in English. */
export interface Said<T extends EventType> extends Telling {
  readonly data: EventOf<T>['data'];
  readonly sv: string;
  readonly en: string;
}

/** One fact of every type. */
export const everyFact: { readonly [T in EventType]: Said<T> } = {
  BodyRegistered: {
    by: 'admin',
    data: { name: 'Samrådsorganet för Älvdalarna', shortName: 'SRÄ' },
    sv: 'Administratören registrerade organet Samrådsorganet för Älvdalarna (SRÄ)',
    en: 'The administrator registered the body “Samrådsorganet för Älvdalarna” (SRÄ)',
  },
  PartyGroupFormed: {
    data: { group: 'g1', name: 'Kommunsam' },
    sv: 'Sekreteraren lade upp partsgruppen Kommunsam',
    en: 'The secretary set up the party group “Kommunsam”',
  },
  PartyJoined: {
    data: { party: 'p1', name: 'Björkviks kommun', aliases: ['Björkvik'], group: 'g1' },
    sv: 'Sekreteraren registrerade Björkviks kommun som part i gruppen Kommunsam',
    en: 'The secretary registered Björkviks kommun as a party in the group Kommunsam',
  },
  PartyLeft: {
    data: { party: 'p1' },
    sv: 'Sekreteraren registrerade att Björkviks kommun inte längre är part',
    en: 'The secretary registered that Björkviks kommun is no longer a party',
  },
  RoleDefined: {
    data: { role: 'r1', title: 'Region Norrälvens utvecklingsdirektör', kind: 'responsible', party: 'p2' },
    sv: 'Sekreteraren lade upp rollen ”Region Norrälvens utvecklingsdirektör” (ansvarig) hos Region Norrälven',
    en: 'The secretary set up the role “Region Norrälvens utvecklingsdirektör” (responsible) at Region Norrälven',
  },
  RoleHolderAppointed: {
    data: { role: 'r1', person: 'u1' },
    sv: 'Sekreteraren registrerade Åsa Öbom som innehavare av rollen ”Region Norrälvens utvecklingsdirektör”',
    en: 'The secretary registered Åsa Öbom as holder of the role “Region Norrälvens utvecklingsdirektör”',
  },
  RoleHolderLeft: {
    data: { role: 'r1', person: 'u3' },
    sv: 'Sekreteraren registrerade att en tidigare handläggare har lämnat rollen ”Region Norrälvens utvecklingsdirektör”',
    en: 'The secretary registered that a former official has left the role “Region Norrälvens utvecklingsdirektör”',
  },
  ReminderPolicySet: {
    by: 'admin',
    data: {
      version: 2,
      policy: {
        received: true,
        materialDays: 14,
        beforeMeeting: [42, 21],
        afterMeeting: [1, 8],
        beforeEnd: [30, 14, 3],
        afterEnd: [7],
        escalateDays: 21,
      },
    },
    sv: 'Administratören bestämde regler för påminnelser (version 2): underlag 14 dagar före mötet, påminnelser genast, 42 och 21 dagar före mötet, 1 och 8 dagar efter mötet, 30, 14 och 3 arbetsdagar innan fristen går ut och 7 dagar efter att den gått ut; efter 21 dagar är det en fråga för mötet',
    en: 'The administrator set the rules for reminders (version 2): material 14 days before the meeting, reminders at once, 42 and 21 days before the meeting, 1 and 8 days after the meeting, 30, 14 and 3 working days before the time is up and 7 days after it is up; after 21 days it is a matter for the meeting',
  },
  CycleEntryPlaced: {
    data: { entry: 'c1', topic: 'Uppföljning av nära vård', meeting: 'm-sept' },
    sv: 'Sekreteraren lade in ”Uppföljning av nära vård” i årshjulet, till mötet den 24 september 2026',
    en: 'The secretary placed “Uppföljning av nära vård” in the annual cycle, at the meeting of 24 September 2026',
  },
  MeetingScheduled: {
    data: {
      body: 'sra',
      kind: 'ordinary',
      date: '2026-06-04',
      start: '13:00',
      end: '16:30',
      place: 'Östersele, Älvsalen',
    },
    sv: 'Sekreteraren planerade ett ordinarie möte den 4 juni 2026 kl. 13.00–16.30, plats: Östersele, Älvsalen',
    en: 'The secretary planned an ordinary meeting on 4 June 2026 at 13:00–16:30, place: “Östersele, Älvsalen”',
  },
  MeetingMoved: {
    by: 'chair',
    data: { from: '2026-06-04', to: '2026-06-11', reason: 'krock med årsmötet', reasonStated: true },
    sv: 'Ordföranden flyttade mötet från 4 juni till 11 juni 2026; skäl: krock med årsmötet',
    en: 'The chair moved the meeting from 4 June to 11 June 2026; reason: “krock med årsmötet”',
  },
  MeetingCancelled: {
    by: 'chair',
    data: {},
    sv: 'Ordföranden ställde in mötet den 4 juni 2026; skäl anges inte',
    en: 'The chair cancelled the meeting of 4 June 2026; no reason is stated',
  },
  MeetingHeld: {
    data: { present: ['u1', 'u2'], absent: ['u3'] },
    sv: 'Sekreteraren registrerade att mötet den 4 juni 2026 hölls, 2 närvarande och 1 frånvarande',
    en: 'The secretary recorded that the meeting of 4 June 2026 was held, 2 present and 1 absent',
  },
  PerCapsulamOpened: {
    data: { replyBy: '2026-09-01' },
    sv: 'Sekreteraren skickade ut frågan för beslut per capsulam, svar senast 1 september 2026',
    en: 'The secretary sent out the question for decision per capsulam, replies by 1 September 2026',
  },
  PerCapsulamConcluded: {
    data: { outcome: 'samtliga ställer sig bakom' },
    sv: 'Sekreteraren avslutade beslutet per capsulam: samtliga ställer sig bakom',
    en: 'The secretary concluded the decision per capsulam: “samtliga ställer sig bakom”',
  },
  NotesApproved: {
    data: { atMeeting: 'm-sept' },
    sv: 'Sekreteraren registrerade att mötesanteckningarna godkändes vid mötet den 24 september 2026',
    en: 'The secretary recorded that the notes were approved at the meeting of 24 September 2026',
  },
  PerCapsulamReported: {
    data: { toMeeting: 'm-sept' },
    sv: 'Sekreteraren registrerade att beslutet per capsulam rapporterades till mötet den 24 september 2026',
    en: 'The secretary recorded that the decision per capsulam was reported to the meeting of 24 September 2026',
  },
  MatterOpened: {
    data: { body: 'sra', title: 'Riktlinje för trygg utskrivning', number: 'SRÄ 2025/17' },
    sv: 'Sekreteraren öppnade ärendet ”Riktlinje för trygg utskrivning” (SRÄ 2025/17)',
    en: 'The secretary opened the matter “Riktlinje för trygg utskrivning” (SRÄ 2025/17)',
  },
  MilestonePlanned: {
    data: { milestone: 'ms1', label: 'Ställningstagande', window: june, form: 'ordinary' },
    sv: 'Sekreteraren planerade delmålet ”Ställningstagande”: 4 juni 2026',
    en: 'The secretary planned the milestone “Ställningstagande”: 4 June 2026',
  },
  MilestoneMoved: {
    data: { milestone: 'ms1', from: june, to: september, form: 'perCapsulam', reasonStated: false },
    sv: 'Sekreteraren flyttade delmålet ”Ställningstagande” från 4 juni till 1 september 2026, per capsulam; skäl anges inte',
    en: 'The secretary moved the milestone “Ställningstagande” from 4 June to 1 September 2026, per capsulam; no reason is stated',
  },
  MilestoneReached: {
    data: { milestone: 'ms1', note: 'beslutat per capsulam' },
    sv: 'Sekreteraren registrerade att delmålet ”Ställningstagande” är nått: beslutat per capsulam',
    en: 'The secretary recorded that the milestone “Ställningstagande” has been reached: “beslutat per capsulam”',
  },
  MilestoneDropped: {
    data: { milestone: 'ms2', reason: 'ingår i nästa' },
    sv: 'Sekreteraren strök delmålet ”Utskick”; skäl: ingår i nästa',
    en: 'The secretary dropped the milestone “Utskick”; reason: “ingår i nästa”',
  },
  MatterLinked: {
    data: { kind: 'decision', target: 'd1' },
    sv: 'Sekreteraren kopplade ärendet till beslutet ”Färdplan för nära vård”',
    en: 'The secretary linked the matter to the decision “Färdplan för nära vård”',
  },
  MatterClosed: {
    data: { reason: 'riktlinjen gäller' },
    sv: 'Sekreteraren avslutade ärendet; skäl: riktlinjen gäller',
    en: 'The secretary closed the matter; reason: “riktlinjen gäller”',
  },
  MatterReopened: {
    data: { reason: 'ny lagstiftning' },
    sv: 'Sekreteraren öppnade ärendet igen; skäl: ny lagstiftning',
    en: 'The secretary reopened the matter; reason: “ny lagstiftning”',
  },
  DecisionRecorded: {
    data: {
      body: 'sra',
      title: 'Färdplan för nära vård',
      points: [
        { number: 1, kinds: ['endorsed'], text: 'ställer sig bakom färdplanen' },
        { number: 2, kinds: ['noted', 'assigned'], text: 'ger i uppdrag' },
      ],
      agendaItem: '5 b',
    },
    effectiveFrom: '2026-07-01',
    sv: 'Sekreteraren registrerade beslutet ”Färdplan för nära vård” (dagordningens punkt 5 b), gäller från och med 1 juli 2026: punkt 1 ställer sig bakom; punkt 2 noterar och ger i uppdrag',
    en: 'The secretary recorded the decision “Färdplan för nära vård” (agenda item 5 b), in effect from 1 July 2026: point 1 endorses; point 2 notes and assigns',
  },
  PointMarkedNoActionNeeded: {
    data: { point: 1, reason: 'ställningstagandet räcker' },
    sv: 'Sekreteraren markerade att punkt 1 inte kräver någon åtgärd; skäl: ställningstagandet räcker',
    en: 'The secretary marked that point 1 needs no action; reason: “ställningstagandet räcker”',
  },
  DecisionConfirmed: {
    data: { meeting: 'm-sept' },
    sv: 'Sekreteraren bekräftade beslutet: mötesanteckningarna godkändes vid mötet den 24 september 2026',
    en: 'The secretary confirmed the decision: the notes were approved at the meeting of 24 September 2026',
  },
  DecisionCorrected: {
    data: {
      reason: 'skrivfel',
      title: { from: 'Färdplan', to: 'Färdplan för nära vård' },
      points: [
        {
          number: 1,
          from: { number: 1, kinds: ['endorsed'], text: 'färdplan' },
          to: { number: 1, kinds: ['endorsed'], text: 'färdplanen' },
        },
      ],
    },
    sv: 'Sekreteraren rättade beslutet: titeln ”Färdplan” blev ”Färdplan för nära vård”; punkt 1 lyder nu ”färdplanen”; skäl: skrivfel',
    en: 'The secretary corrected the decision: the title “Färdplan” became “Färdplan för nära vård”; point 1 now reads “färdplanen”; reason: “skrivfel”',
  },
  DecisionAmended: {
    data: {
      reason: 'ny punkt',
      points: [
        {
          number: 3,
          to: { number: 3, kinds: ['recommended'], text: 'rekommenderar parterna att ansluta sig' },
        },
      ],
      effectiveFrom: { to: '2026-07-01' },
      by: 'd2',
    },
    sv: 'Sekreteraren ändrade beslutet enligt ”Färdplan 2.0”: ny punkt 3: ”rekommenderar parterna att ansluta sig”; gäller från och med 1 juli 2026; skäl: ny punkt',
    en: 'The secretary amended the decision by “Färdplan 2.0”: new point 3: “rekommenderar parterna att ansluta sig”; in effect from 1 July 2026; reason: “ny punkt”',
  },
  DecisionSuperseded: {
    data: { by: 'd2' },
    effectiveFrom: '2027-01-01',
    sv: 'Sekreteraren registrerade att beslutet ersätts av ”Färdplan 2.0” från och med 1 januari 2027',
    en: 'The secretary recorded that the decision is superseded by “Färdplan 2.0” from 1 January 2027',
  },
  DecisionRevoked: {
    data: { reason: 'saknar grund', by: 'd2' },
    sv: 'Sekreteraren registrerade att beslutet upphävs genom ”Färdplan 2.0”; skäl: saknar grund',
    en: 'The secretary recorded that the decision is revoked by “Färdplan 2.0”; reason: “saknar grund”',
  },
  DecisionDispatched: {
    data: { to: ['p1', 'p2', 'Regionarkivet'] },
    sv: 'Sekreteraren expedierade beslutet till Björkviks kommun, Region Norrälven och Regionarkivet',
    en: 'The secretary dispatched the decision to Björkviks kommun, Region Norrälven and Regionarkivet',
  },
  AssignmentGiven: {
    data: {
      body: 'sra',
      title: 'Ta fram en uppföljningsmodell',
      kind: 'assignment',
      responsible: ['r1', 'r2'],
      deadline: inJune,
      deliverables: [
        { deliverable: 'd1', text: 'plan för genomförande' },
        { deliverable: 'd2', text: 'kostnadsbedömning' },
        { deliverable: 'd3', text: 'tidplan' },
      ],
      preconditions: [],
      recipient: 'sra',
      decision: 'd1',
      point: 2,
    },
    sv: 'Sekreteraren registrerade uppdraget ”Ta fram en uppföljningsmodell” till Region Norrälvens utvecklingsdirektör och Kommunsams direktör; att redovisa: ”plan för genomförande”, ”kostnadsbedömning” och ”tidplan”; återkoppling till SRÄ: ”senast i juni 2026 – efter dialog med arbetsgruppen”, alltså till och med 30 juni 2026',
    en: 'The secretary recorded the assignment “Ta fram en uppföljningsmodell” to “Region Norrälvens utvecklingsdirektör” and “Kommunsams direktör”; to report: “plan för genomförande”, “kostnadsbedömning” and “tidplan”; feedback to SRÄ: “senast i juni 2026 – efter dialog med arbetsgruppen”, that is no later than 30 June 2026',
  },
  CommitmentPromoted: {
    data: { decision: 'd1', point: 2 },
    sv: 'Sekreteraren gjorde åtagandet till ett uppdrag enligt punkt 2 i beslutet ”Färdplan för nära vård”',
    en: 'The secretary made the commitment an assignment by point 2 of the decision “Färdplan för nära vård”',
  },
  RecipientNamed: {
    data: { recipient: 'arg' },
    sv: 'Sekreteraren angav Arbetsgruppen för nära vård som mottagare av återkopplingen',
    en: 'The secretary named Arbetsgruppen för nära vård to receive the feedback',
  },
  ResponsibleAdded: {
    data: { role: 'r2' },
    sv: 'Sekreteraren lade till Kommunsams direktör som ansvarig',
    en: 'The secretary made “Kommunsams direktör” responsible',
  },
  ResponsibleReleased: {
    data: { role: 'r2' },
    sv: 'Sekreteraren tog bort Kommunsams direktör som ansvarig; skäl anges inte',
    en: 'The secretary released “Kommunsams direktör” from the responsibility; no reason is stated',
  },
  DeliverableDefined: {
    data: { deliverable: 'd3', text: 'tidplan' },
    sv: 'Sekreteraren lade till deluppdraget ”tidplan”',
    en: 'The secretary added the deliverable “tidplan”',
  },
  PreconditionMet: {
    data: { precondition: 'c1', note: 'dialog hölls 12 mars' },
    sv: 'Sekreteraren registrerade att förutsättningen ”efter dialog med arbetsgruppen” är uppfylld: dialog hölls 12 mars',
    en: 'The secretary recorded that the precondition “efter dialog med arbetsgruppen” is met: “dialog hölls 12 mars”',
  },
  AssignmentAcknowledged: {
    by: 'responsible',
    data: {},
    sv: 'Den ansvariga bekräftade att uppdraget är mottaget',
    en: 'The person responsible acknowledged that the assignment is received',
  },
  ProgressReported: {
    by: 'responsible',
    data: { status: 'atRisk', text: 'underlag saknas från två kommuner', via: 'mailLink' },
    sv: 'Den ansvariga rapporterade läget ”risk för försening” genom länken i ett brev: underlag saknas från två kommuner',
    en: 'The person responsible reported progress as at risk of delay by the link in a letter: “underlag saknas från två kommuner”',
  },
  DeliverableReported: {
    by: 'responsible',
    data: { deliverable: 'd2', result: 'partial', text: 'fyra av sex mått', why: 'data finns inte' },
    sv: 'Den ansvariga redovisade en del av deluppdraget ”kostnadsbedömning”: fyra av sex mått; skäl: data finns inte',
    en: 'The person responsible reported a part of the deliverable “kostnadsbedömning”: “fyra av sex mått”; reason: “data finns inte”',
  },
  DeadlineMoved: {
    data: { from: june, to: september, reasonStated: false },
    sv: 'Sekreteraren flyttade återkopplingen från 4 juni till 1 september 2026; skäl anges inte',
    en: 'The secretary moved the feedback from 4 June to 1 September 2026; no reason is stated',
  },
  FinalReportSubmitted: {
    by: 'responsible',
    data: { text: 'modellen är klar', document: 'Slutrapport.pdf' },
    sv: 'Den ansvariga slutredovisade uppdraget (Slutrapport.pdf): modellen är klar',
    en: 'The person responsible submitted the final report (“Slutrapport.pdf”): “modellen är klar”',
  },
  WrongAssigneeReported: {
    by: 'responsible',
    data: { text: 'hör till samordnaren', via: 'mailLink' },
    sv: 'Den ansvariga meddelade genom länken i ett brev att uppdraget har kommit till fel mottagare: hör till samordnaren',
    en: 'The person responsible said by the link in a letter that the assignment has come to the wrong one: “hör till samordnaren”',
  },
  SupplementRequested: {
    by: 'chair',
    data: { text: 'kostnader saknas', deadline: window('hösten 2026') },
    sv: 'Ordföranden begärde komplettering: kostnader saknas; återkoppling: ”hösten 2026”, alltså 1 juli–31 december 2026',
    en: 'The chair requested a supplement: “kostnader saknas”; feedback: “hösten 2026”, that is autumn 2026 (1 July–31 December 2026)',
  },
  AssignmentClosed: {
    by: 'chair',
    data: { outcome: 'partly', reason: 'resten i ett nytt uppdrag' },
    sv: 'Ordföranden avslutade uppdraget som delvis tillgodosett; skäl: resten i ett nytt uppdrag',
    en: 'The chair closed the assignment as partly fulfilled; reason: “resten i ett nytt uppdrag”',
  },
  AssignmentReopened: {
    by: 'chair',
    data: { reason: 'frågan är inte löst' },
    sv: 'Ordföranden öppnade uppdraget igen; skäl: frågan är inte löst',
    en: 'The chair reopened the assignment; reason: “frågan är inte löst”',
  },
  AssignmentReplaced: {
    by: 'chair',
    data: { by: 'a2' },
    sv: 'Ordföranden ersatte uppdraget med ”Ta fram det som saknas”; skäl anges inte',
    en: 'The chair replaced the assignment by “Ta fram det som saknas”; no reason is stated',
  },
  PersonRegistered: {
    by: 'admin',
    data: { name: 'Åsa Öbom', language: 'sv' },
    sv: 'Administratören registrerade Åsa Öbom',
    en: 'The administrator registered Åsa Öbom',
  },
  PersonUpdated: {
    by: 'admin',
    data: { email: 'asa@norralven.example', language: 'en' },
    sv: 'Administratören ändrade e-postadress och språk för Åsa Öbom',
    en: 'The administrator changed the e-mail address and language of Åsa Öbom',
  },
  AbsenceStated: {
    by: 'admin',
    data: { from: '2026-07-06', to: '2026-08-02' },
    sv: 'Administratören registrerade frånvaro för Åsa Öbom från 6 juli till 2 augusti 2026',
    en: 'The administrator recorded the absence of Åsa Öbom from 6 July to 2 August 2026',
  },
  DeputyNamed: {
    by: 'admin',
    data: { deputy: 'u2' },
    sv: 'Administratören angav Bo Älvros som ersättare för Åsa Öbom',
    en: 'The administrator named Bo Älvros as deputy of Åsa Öbom',
  },
  PersonErased: {
    by: 'admin',
    data: { person: 'u3', reason: 'på egen begäran' },
    sv: 'Administratören raderade personuppgifterna för en tidigare handläggare; skäl: på egen begäran',
    en: 'The administrator erased the personal data of a former official; reason: “på egen begäran”',
  },
  RemindersPaused: {
    data: { until: '2026-08-16', reason: 'arbetet vilar' },
    sv: 'Sekreteraren pausade påminnelserna till och med 16 augusti 2026; skäl: arbetet vilar',
    en: 'The secretary paused the reminders up to and including 16 August 2026; reason: “arbetet vilar”',
  },
  RemindersResumed: {
    ...{ data: {}, sv: 'Sekreteraren återupptog påminnelserna' },
    en: 'The secretary resumed the reminders',
  },
  ReminderRecipientChanged: {
    data: { role: 'r1', person: 'u2' },
    sv: 'Sekreteraren bestämde att påminnelser till Region Norrälvens utvecklingsdirektör går till Bo Älvros',
    en: 'The secretary decided that reminders for “Region Norrälvens utvecklingsdirektör” go to Bo Älvros',
  },
  ReminderLinksRevoked: {
    ...{ data: { letter: 'b1' }, sv: 'Sekreteraren spärrade svarslänkarna i ett brev' },
    en: 'The secretary blocked the links of a letter',
  },
  ReminderAskedFor: {
    data: { reason: 'mötet är tidigarelagt' },
    sv: 'Sekreteraren bad om en påminnelse nu; skäl: mötet är tidigarelagt',
    en: 'The secretary asked for a reminder now; reason: “mötet är tidigarelagt”',
  },
  ReminderWithheld: {
    by: 'system',
    data: { rung: 'afterEnd-7', statement: 0, role: 'r2', on: '2026-07-07', why: 'nobodyToReach' },
    sv: 'Systemet skickade inte påminnelsen till Kommunsams direktör som skulle gå 7 juli 2026: ingen går att nå',
    en: 'The system did not send the reminder to “Kommunsams direktör” due on 7 July 2026: nobody can be reached',
  },
  LetterClaimed: {
    by: 'system',
    data: {
      kind: 'reminder',
      person: 'u1',
      day: '2026-04-23',
      items: [item],
      worker: 'w',
      until: '2026-04-23T06:02:00.000Z',
    },
    sv: 'Systemet började på ett brev till Åsa Öbom om ”Ta fram en uppföljningsmodell”',
    en: 'The system began a letter to Åsa Öbom about “Ta fram en uppföljningsmodell”',
  },
  LetterHandedOver: {
    by: 'system',
    data: { items: [item, { ...item, assignment: 'a2' }], left: [] },
    sv: 'Systemet lämnade över brevet om ”Ta fram en uppföljningsmodell” och ”Ta fram det som saknas” för att skickas',
    en: 'The system handed the letter about “Ta fram en uppföljningsmodell” and “Ta fram det som saknas” over to be sent',
  },
  LetterAccepted: {
    by: 'system',
    data: { code: 250 },
    sv: 'Systemet fick brevet mottaget av e-postservern',
    en: 'The system had the letter accepted by the mail server',
  },
  LetterRefused: {
    by: 'system',
    data: { permanent: false, code: 451, why: 'refused' },
    sv: 'Systemet fick inte fram brevet den här gången: e-postservern sa nej (451)',
    en: 'The system could not deliver the letter this time: the mail server said no (451)',
  },
  LetterUnknown: {
    by: 'system',
    data: { why: 'senderLost' },
    sv: 'Systemet vet inte om brevet kom fram, avsändaren försvann under tiden',
    en: 'The system does not know whether the letter arrived, the sender was lost on the way',
  },
  LetterWithdrawn: {
    by: 'system',
    data: { why: 'nothingLeft', left: [] },
    sv: 'Systemet drog tillbaka brevet: det fanns inget att skriva om',
    en: 'The system withdrew the letter: there was nothing to write about',
  },
  FeedOpened: {
    by: 'responsible',
    data: { actor: 'u1', secretHash: 'ab', scope: { kind: 'body', body: 'sra' } },
    sv: 'Den ansvariga skapade en kalenderadress för SRÄ',
    en: 'The person responsible made a calendar address for SRÄ',
  },
  FeedRevoked: {
    data: { reason: 'adressen har spridits' },
    sv: 'Sekreteraren spärrade en kalenderadress; skäl: adressen har spridits',
    en: 'The secretary blocked a calendar address; reason: “adressen har spridits”',
  },
  ViewSaved: {
    data: { body: 'sra', name: 'Försenat', address: '/uppdrag?forsenat=ja' },
    sv: 'Sekreteraren sparade vyn ”Försenat” för organet',
    en: 'The secretary saved the view “Försenat” for the body',
  },
  ReviewSaved: {
    by: 'auditor',
    data: { body: 'sra', name: 'Läget i mars', address: '/granskning/laget' },
    sv: 'Revisorn sparade granskningen ”Läget i mars”, med loggen som den då var',
    en: 'The auditor saved the review “Läget i mars”, with the log as it was then',
  },
  ViewRenamed: {
    data: { name: 'Försenat före sommaren' },
    sv: 'Sekreteraren gav en sparad vy ett nytt namn',
    en: 'The secretary renamed a saved view',
  },
  ViewRemoved: {
    data: {},
    sv: 'Sekreteraren tog bort en sparad vy',
    en: 'The secretary removed a saved view',
  },
  ViewRestored: {
    data: {},
    sv: 'Sekreteraren lade tillbaka en sparad vy',
    en: 'The secretary put back a saved view',
  },
};
