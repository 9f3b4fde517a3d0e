import type { DeliverableResult, ProgressStatus } from '../../domain/assignment/events.js';
import { daysBetween, lastOfDays } from '../../domain/calendar.js';
import type { Language } from '../../domain/person/events.js';
import { formatDate, inWords } from '../../domain/swedish-dates.js';
import type { LocalDate } from '../../domain/when.js';
import { words } from '../../projections/words.js';
import { actTexts, type ActionUrls, acts } from './acts.js';
import type { Block, MailDocument } from './document.js';
import { type Due, dueSentence } from './due-words.js';

/** Why a letter about an assignment is written on this day. */
export type Occasion =
  | 'received'
  | 'moved'
  | 'supplement'
  | 'beforeMeeting'
  | 'material'
  | 'afterMeeting'
  | 'beforeEnd'
  | 'lastDay'
  | 'afterEnd'
  | 'asked';

/** In which capacity somebody gets a letter about an assignment. */
export type Addressed = 'holder' | 'deputy' | 'secretaryForEmptyRole' | 'secretaryCopy' | 'named';

/** One assignment in a letter. */
export interface AskedFor {
  readonly title: string;
  /** Short name of the body that asked. */
  readonly body: string;
  /** Where the assignment can be read. */
  readonly url: string;
  readonly occasion: Occasion;
  readonly addressed: Addressed;
  /** What the role that is to answer is called. */
  readonly role: string;
  /** The body's own words, and the document they stand in. */
  readonly asked: { readonly text: string; readonly document?: string };
  /** Parts that are not reported in full yet, in the body's words. */
  readonly remaining: readonly string[];
  /** What the body wants completed, in its words. */
  readonly supplement?: string;
  readonly due: Due;
  readonly lastReport?: {
    readonly status: ProgressStatus | DeliverableResult | 'final';
    readonly text: string;
    readonly statedAt: LocalDate;
  };
  /** Absent in a copy: the links belong to one person. */
  readonly actions?: ActionUrls;
}

/** A letter to one person about everything that is asked of them that day, most urgent first. */
export interface AssigneeLetter {
  readonly language: Language;
  readonly today: LocalDate;
  readonly items: readonly AskedFor[];
  /** The last day on which the links work. */
  readonly linksUntil?: LocalDate;
  /** Titles of what they had a calendar entry for and that has been closed since. */
  readonly ended?: readonly string[];
  /** Titles of what they had a calendar entry for and that has no day any more. */
  readonly withoutDay?: readonly string[];
}

interface Texts {
  readonly subject: (title: string, body: string) => string;
  readonly subjects: (count: number) => string;
  readonly copySubject: (title: string, body: string) => string;
  readonly copySubjects: (count: number) => string;
  readonly hello: string;
  readonly one: string;
  readonly several: (count: number) => string;
  /** Where the copies are that come along with what waits for an answer. */
  readonly copiesLast: (count: number) => string;
  readonly copy: (role: string) => string;
  readonly lead: { readonly [O in Occasion]: (item: AskedFor, today: LocalDate) => string };
  readonly byWhen: string;
  readonly ended: (titles: string) => string;
  readonly withoutDay: (titles: string) => string;
  readonly remaining: string;
  readonly supplement: string;
  readonly last: string;
  readonly noReport: string;
  readonly answer: string;
  readonly why: { readonly [A in Addressed]: (role: string, body: string) => string };
  readonly reply: string;
  readonly until: (date: string) => string;
  readonly rest: (count: number) => string;
}

/** So many assignments are told in full; the others of a letter that gathers more are named with their time. */
const inFull = 20;

const meetingDay = ({ due }: AskedFor): LocalDate | undefined =>
  due.expected?.kind === 'meeting' ? due.expected.date : undefined;

const endDay = (item: AskedFor): LocalDate | undefined => item.due.window.latest ?? meetingDay(item);

function ahead(day: LocalDate | undefined, today: LocalDate, language: Language): string {
  return day === undefined
    ? ''
    : `${formatDate(day, language)} (${inWords(daysBetween(today, day), language)})`;
}

const inLanguage: { readonly [L in Language]: Texts } = {
  sv: {
    subject: (title, body) => `Uppdrag från ${body}: ${title}`,
    subjects: (count) => `${count.toString()} uppdrag väntar på ditt svar`,
    copySubject: (title, body) => `Kopia, försenat uppdrag från ${body}: ${title}`,
    copySubjects: (count) => `Kopia, ${count.toString()} försenade uppdrag`,
    hello: 'Hej!',
    one: 'Ett klick och en mening räcker som svar.',
    several: (count) =>
      `Det gäller ${count.toString()} uppdrag, det mest brådskande först. Ett klick och en mening räcker som svar på vart och ett.`,
    copiesLast: (count) =>
      count === 1
        ? 'Sist i brevet finns en kopia för kännedom.'
        : `Sist i brevet finns ${count.toString()} kopior för kännedom.`,
    copy: (role) => `Kopia för kännedom. Brevet har gått till den som är ${lower(role)}.`,
    lead: {
      received: ({ body, addressed, role }) =>
        `${body} har gett ${addressed === 'holder' ? 'dig' : lower(role)} ett uppdrag. Svara gärna så att ${body} vet att det har nått fram.`,
      moved: ({ body }) =>
        `${body} har ändrat fristen för uppdraget. Svara gärna så att ${body} vet att det har nått fram.`,
      supplement: ({ body }) => `${body} har tagit del av redovisningen och ber om en komplettering.`,
      beforeMeeting: (item, today) =>
        `${item.body} väntar sig återkoppling på mötet den ${ahead(meetingDay(item), today, 'sv')}. Hur går det?`,
      material: (item) =>
        `I dag är sista dagen för underlag till mötet den ${formatDate(meetingDay(item) ?? '', 'sv')}.`,
      afterMeeting: (item) =>
        `Mötet där ${item.body} väntade sig återkoppling har hållits, men ingen återkoppling kom in till mötet.`,
      beforeEnd: (item, today) =>
        `Fristen för återkoppling går ut den ${ahead(endDay(item), today, 'sv')}. Hur går det?`,
      lastDay: () => 'I dag är sista dagen för återkoppling.',
      afterEnd: (item) =>
        `Fristen för återkoppling gick ut den ${formatDate(endDay(item) ?? '', 'sv')}, men ${item.supplement === undefined ? 'uppdraget är inte slutredovisat' : 'kompletteringen har inte kommit'}.`,
      asked: ({ body }) => `Mötessekreteraren i ${body} undrar hur det går.`,
    },
    byWhen: 'När',
    ended: (titles) => `Avslutat sedan förra brevet: ${titles}. Posten i din kalender tas bort.`,
    withoutDay: (titles) => `Har inte längre någon dag: ${titles}. Posten i din kalender tas bort.`,
    remaining: 'Kvar',
    supplement: 'Komplettering',
    last: 'Senast hört',
    noReport: 'Inget är rapporterat än.',
    answer: 'Välj ett svar:',
    why: {
      holder: (role, body) => `Brevet kommer till dig som ${lower(role)}, ansvarig för uppdraget i ${body}.`,
      deputy: (role, body) =>
        `Brevet kommer till dig som ersättare för ${lower(role)}, ansvarig för uppdraget i ${body}.`,
      named: (role, body) =>
        `Brevet kommer till dig eftersom mötessekreteraren i ${body} har valt dig som mottagare i stället för ${lower(role)}.`,
      secretaryForEmptyRole: (role, body) =>
        `Ingen i rollen ”${role}” går att nå. Därför kommer brevet till dig som sekreterare i ${body}.`,
      secretaryCopy: (_, body) => `Kopior får du som sekreterare i ${body}.`,
    },
    reply: 'Svarar du på brevet når du mötessekreteraren.',
    rest: (count) => `Det finns ${count.toString()} uppdrag till. Öppna dem i loggen för att läsa och svara:`,
    until: (date) => `Länkarna är personliga och gäller till och med ${date}.`,
  },
  en: {
    subject: (title, body) => `Assignment from ${body}: ${title}`,
    subjects: (count) => `${count.toString()} assignments are waiting for your answer`,
    copySubject: (title, body) => `Copy, late assignment from ${body}: ${title}`,
    copySubjects: (count) => `Copy, ${count.toString()} late assignments`,
    hello: 'Hello!',
    one: 'One click and one sentence is all it takes to answer.',
    several: (count) =>
      `This is about ${count.toString()} assignments, the most urgent first. One click and one sentence answers each.`,
    copiesLast: (count) =>
      count === 1
        ? 'Last in the letter is a copy for your information.'
        : `Last in the letter are ${count.toString()} copies for your information.`,
    copy: (role) => `A copy for your information. The letter has gone to whoever is ${role}.`,
    lead: {
      received: ({ body, addressed, role }) =>
        `${body} has given ${addressed === 'holder' ? 'you' : role} an assignment. Please answer, so that ${body} knows it has arrived.`,
      moved: ({ body }) =>
        `${body} has changed the deadline of the assignment. Please answer, so that ${body} knows it has arrived.`,
      supplement: ({ body }) => `${body} has considered the report and asks for a supplement.`,
      beforeMeeting: (item, today) =>
        `${item.body} expects to hear back at the meeting on ${ahead(meetingDay(item), today, 'en')}. How is it going?`,
      material: (item) =>
        `Today is the last day for material to the meeting on ${formatDate(meetingDay(item) ?? '', 'en')}.`,
      afterMeeting: (item) =>
        `The meeting at which ${item.body} expected to hear back has been held, but no report came to it.`,
      beforeEnd: (item, today) =>
        `The deadline for feedback is ${ahead(endDay(item), today, 'en')}. How is it going?`,
      lastDay: () => 'Today is the last day to report.',
      afterEnd: (item) =>
        `The deadline for feedback was ${formatDate(endDay(item) ?? '', 'en')}, but ${item.supplement === undefined ? 'no final report has come' : 'what was to be added has not come'}.`,
      asked: ({ body }) => `The secretary of ${body} wonders how it is going.`,
    },
    byWhen: 'When',
    ended: (titles) => `Closed since the last letter: ${titles}. The entry in your calendar is removed.`,
    withoutDay: (titles) => `No longer has a day: ${titles}. The entry in your calendar is removed.`,
    remaining: 'Remaining',
    supplement: 'To be added',
    last: 'Last heard',
    noReport: 'Nothing has been reported yet.',
    answer: 'Choose an answer:',
    why: {
      holder: (role, body) => `You get this letter as ${role}, responsible for the assignment in ${body}.`,
      deputy: (role, body) =>
        `You get this letter as deputy for ${role}, responsible for the assignment in ${body}.`,
      named: (role, body) =>
        `You get this letter because the secretary of ${body} has chosen you to get it instead of ${role}.`,
      secretaryForEmptyRole: (role, body) =>
        `Nobody can be reached in the role “${role}”. That is why the letter comes to you as secretary of ${body}.`,
      secretaryCopy: (_, body) => `Copies come to you as secretary of ${body}.`,
    },
    reply: 'If you reply to this letter you reach the secretary.',
    rest: (count) =>
      `There are ${count.toString()} more assignments. Open them in the log to read and answer:`,
    until: (date) => `The links are for you alone and work until ${date}.`,
  },
};

/** A title as it stands inside a sentence; abbreviations and names keep their capitals. */
const lower = (title: string): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLocaleLowerCase('sv') + title.slice(1) : title;

const isCopy = ({ addressed }: AskedFor): boolean => addressed === 'secretaryCopy';

/** What the subject says: one assignment by its title, several by their number. No names, nothing of the case. */
export function assigneeSubject({ items, language }: AssigneeLetter): string {
  const say = inLanguage[language];
  const asked = items.filter((item) => !isCopy(item));
  const [first] = asked;
  if (first) return asked.length > 1 ? say.subjects(asked.length) : say.subject(first.title, first.body);
  const [copy] = items;
  return copy && items.length === 1 ? say.copySubject(copy.title, copy.body) : say.copySubjects(items.length);
}

/** What has been let pass first, then what comes soonest; what is only to be received last. */
const urgency: readonly Occasion[] = [
  'afterEnd',
  'afterMeeting',
  'lastDay',
  'material',
  'beforeEnd',
  'beforeMeeting',
  'asked',
  'supplement',
  'moved',
  'received',
];

function byUrgency(a: AskedFor, b: AskedFor): number {
  const [first, second] = [endDay(a) ?? lastOfDays, endDay(b) ?? lastOfDays];
  const later = first < second ? -1 : Number(first > second);
  return urgency.indexOf(a.occasion) - urgency.indexOf(b.occasion) || later;
}

/** The letter to an assignee as text and HTML are made of: what waits for an answer first, copies last. */
export function assigneeDocument(letter: AssigneeLetter): MailDocument {
  const { language, today, linksUntil, ended = [], withoutDay = [] } = letter;
  const say = inLanguage[language];
  const asked = letter.items.filter((item) => !isCopy(item)).sort(byUrgency);
  const copies = letter.items.filter(isCopy);
  const items = [...asked, ...copies];
  const [first] = items;
  const intro = [
    say.hello,
    ...(asked.length === 0 ? [] : [asked.length > 1 ? say.several(asked.length) : say.one]),
    ...(asked.length > 0 && copies.length > 0 ? [say.copiesLast(copies.length)] : []),
  ];
  const reasons = [...new Set(items.map(({ addressed, role, body }) => say.why[addressed](role, body)))];
  const ending = [
    ...reasons,
    ...(items.every(({ addressed }) => addressed.startsWith('secretary')) ? [] : [say.reply]),
    ...(asked.length > 0 && linksUntil !== undefined ? [say.until(formatDate(linksUntil, language))] : []),
  ];
  const small = (tell: (titles: string) => string, titles: readonly string[]): Block[] =>
    titles.length > 0 ? [{ kind: 'small', text: tell(titles.join('; ')) }] : [];
  return {
    language,
    title: assigneeSubject(letter),
    preview: first ? dueSentence(first.due, language) : '',
    blocks: [
      { kind: 'text', text: intro.join(' ') },
      ...items
        .slice(0, inFull)
        .flatMap((item, at): Block[] => [
          ...(at === 0 ? [] : [{ kind: 'rule' } as const]),
          ...itemBlocks(item, today, language),
        ]),
      ...restBlocks(items.slice(inFull), language),
      { kind: 'rule' },
      ...small(say.ended, ended),
      ...small(say.withoutDay, withoutDay),
      { kind: 'small', text: ending.join(' ') },
    ],
  };
}

function restBlocks(items: readonly AskedFor[], language: Language): Block[] {
  if (items.length === 0) return [];
  const listed = items.map(({ title, url, due }) => ({ text: title, url, note: dueSentence(due, language) }));
  return [
    { kind: 'rule' },
    { kind: 'text', text: inLanguage[language].rest(items.length) },
    { kind: 'list', items: listed },
  ];
}

function itemBlocks(item: AskedFor, today: LocalDate, language: Language): Block[] {
  const say = inLanguage[language];
  const { lastReport, remaining, supplement, actions } = item;
  const said =
    lastReport &&
    `${formatDate(lastReport.statedAt, language)}, ${statusWords(lastReport.status, language)}: ${lastReport.text}`;
  return [
    { kind: 'heading', text: item.title, link: item.url },
    ...(isCopy(item) ? [{ kind: 'text', text: say.copy(item.role) } as const] : []),
    { kind: 'text', text: say.lead[item.occasion](item, today) },
    { kind: 'quote', text: item.asked.text, from: item.asked.document },
    {
      kind: 'facts',
      facts: [
        [say.byWhen, dueSentence(item.due, language)],
        ...(supplement === undefined ? [] : [[say.supplement, supplement] as const]),
        ...(remaining.length === 0 ? [] : [[say.remaining, remaining.join(', ')] as const]),
        [say.last, said ?? say.noReport],
      ],
    },
    ...(actions === undefined
      ? []
      : [
          { kind: 'text', text: say.answer } as const,
          {
            kind: 'actions',
            links: acts.map((act) => ({ text: actTexts[act].link[language], url: actions[act] })),
          } as const,
        ]),
  ];
}

const statusWords = (status: ProgressStatus | DeliverableResult | 'final', language: Language): string =>
  status === 'final'
    ? words.assignmentPhase.finallyReported[language]
    : { ...words.progress, ...words.deliverableResult }[status][language];
