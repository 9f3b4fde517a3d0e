import type { Language } from '../../domain/person/events.js';
import { formatDate } from '../../domain/swedish-dates.js';
import type { LocalDate } from '../../domain/when.js';
import { type Act, acts, actTexts } from '../../reminders/letters/acts.js';
import { type Due, dueSentence } from '../../reminders/letters/due-words.js';
import type { Texts } from '../language.js';
import { type Html, markup, page } from './page.js';

/** The assignment a link is about, as its page shows it. */
export interface AnsweredAssignment {
  readonly title: string;
  /** Short name of the body that asked. */
  readonly body: string;
  readonly asked: { readonly text: string; readonly document?: string };
  readonly due: Due;
  readonly lastReport?: { readonly text: string; readonly statedAt: LocalDate };
  readonly secretaryEmail?: string;
}

/** Why a link cannot be used, and what its page says instead. */
export const uselessReasons = ['unknown', 'expired', 'revoked', 'notYours', 'closed', 'reported'] as const;
export type UselessReason = (typeof uselessReasons)[number];

const longestText = 2000;

const useless: { readonly [R in UselessReason]: { readonly title: Texts; readonly text: Texts } } = {
  unknown: {
    title: { sv: 'Länken går inte att använda', en: 'The link cannot be used' },
    text: {
      sv: 'Adressen är inte hel. Öppna länken direkt i brevet, eller kopiera hela adressen. Du kan också svara på brevet, så når du mötessekreteraren.',
      en: 'The address is not complete. Open the link from the letter, or copy the whole address. You can also reply to the letter; then you reach the secretary.',
    },
  },
  expired: {
    title: { sv: 'Länken har slutat gälla', en: 'The link no longer works' },
    text: {
      sv: 'Länkarna i ett brev gäller en begränsad tid. Använd länken i det senaste brevet om uppdraget, eller svara på brevet, så når du mötessekreteraren.',
      en: 'The links in a letter work for a limited time. Use the link in the latest letter about the assignment, or reply to the letter; then you reach the secretary.',
    },
  },
  revoked: {
    title: { sv: 'Länken är spärrad', en: 'The link is blocked' },
    text: {
      sv: 'Mötessekreteraren har spärrat länkarna i brevet. Svara på brevet om du vill lämna ett besked.',
      en: 'The secretary has blocked the links in the letter. Reply to the letter if you want to answer.',
    },
  },
  notYours: {
    title: {
      sv: 'Uppdraget har gått över till någon annan',
      en: 'The assignment has passed to someone else',
    },
    text: {
      sv: 'Du är inte längre den som ska svara. Du behöver inte göra något. Har det blivit fel, så svara på brevet.',
      en: 'You are no longer the one to answer. You need not do anything. If that is a mistake, reply to the letter.',
    },
  },
  closed: {
    title: { sv: 'Uppdraget är avslutat', en: 'The assignment is closed' },
    text: {
      sv: 'Organet har avslutat uppdraget. Du behöver inte göra något.',
      en: 'The body has closed the assignment. You need not do anything.',
    },
  },
  reported: {
    title: { sv: 'Uppdraget är redan slutredovisat', en: 'The final report has already been submitted' },
    text: {
      sv: 'Nu är det organets tur att ta ställning på nästa möte. Vill du ändra eller komplettera redovisningen, så svara på brevet.',
      en: 'Now it is for the body to consider it at its next meeting. If you want to change or complete the report, reply to the letter.',
    },
  },
};

const say = {
  sv: {
    from: (body: string) => `Uppdrag från ${body}`,
    when: 'När',
    last: 'Senast hört',
    nothing: 'Inget är rapporterat än.',
    yourAnswer: 'Ditt svar',
    hint: 'En mening räcker. Det du skriver sparas i loggen. Skriv roller och organisationer, inte namn på personer.',
    required: 'Skriv en mening.',
    tooLong: `Texten är för lång. Skriv högst ${longestText.toString()} tecken.`,
    send: 'Skicka',
    other: 'Ett annat svar?',
    unchanged: 'Inget händer förrän du trycker på Skicka.',
    thanks: 'Tack, ditt svar är registrerat',
    recorded: (date: string) => `Registrerat ${date} genom länken i ett brev:`,
    already: 'Du hade redan svarat. Det som står här gäller; det nya har inte registrerats.',
    next: 'Vad händer nu',
    correct: 'Blev det fel?',
    correctLink: 'Lämna ett nytt svar',
    correctMail: 'Skriv till mötessekreteraren',
    correctReply: 'Svara på brevet, så når du mötessekreteraren.',
    writeTo: 'Skriv till mötessekreteraren',
    failed: 'Svaret kunde inte tas emot just nu',
    failedText: 'Inget har registrerats. Vänta en stund och ladda om sidan.',
  },
  en: {
    from: (body: string) => `Assignment from ${body}`,
    when: 'When',
    last: 'Last heard',
    nothing: 'Nothing has been reported yet.',
    yourAnswer: 'Your answer',
    hint: 'One sentence is enough. What you write is kept in the log; write roles and organisations, not names of people.',
    required: 'Write one sentence.',
    tooLong: `The text is too long. Write at most ${longestText.toString()} characters.`,
    send: 'Send',
    other: 'Another answer?',
    unchanged: 'Nothing happens until you press Send.',
    thanks: 'Thank you, your answer is recorded',
    recorded: (date: string) => `Recorded on ${date} by the link in a letter:`,
    already: 'You had already answered. What stands here holds; the new answer has not been recorded.',
    next: 'What happens next',
    correct: 'Was that wrong?',
    correctLink: 'Give a new answer',
    correctMail: 'Write to the secretary',
    correctReply: 'Reply to the letter; then you reach the secretary.',
    writeTo: 'Write to the secretary',
    failed: 'The answer could not be received just now',
    failedText: 'Nothing has been recorded. Wait a moment and load the page again.',
  },
} as const;

const whatNext: { readonly [A in Act]: (body: string) => Texts } = {
  onTrack: (body) => ({
    sv: `${body} ser ditt svar. Du får inget nytt brev om uppdraget förrän nästa hållpunkt.`,
    en: `${body} sees your answer. You get no new letter about the assignment until the next point in its timetable.`,
  }),
  delayed: (body) => ({
    sv: `${body} ser att det är försenat och varför. Fristen är inte flyttad; det beslutar ${body} om.`,
    en: `${body} sees that it is delayed and why. The deadline has not been moved; that is for ${body} to decide.`,
  }),
  final: (body) => ({
    sv: `${body} tar ställning till redovisningen på sitt nästa möte. Tills dess får du inga brev om uppdraget.`,
    en: `${body} considers the report at its next meeting. Until then you get no letters about the assignment.`,
  }),
  wrongRecipient: () => ({
    sv: 'Mötessekreteraren ser ditt svar och tar reda på vem uppdraget hör till. Du behöver inte göra mer.',
    en: 'The secretary sees your answer and finds out whose the assignment is. You need not do more.',
  }),
};

/** Words of the record's own, marked as Swedish on a page in English. */
const own = (text: string, language: Language): Html =>
  language === 'sv' ? markup`${text}` : markup`<span lang="sv">${text}</span>`;

/** A sentence in which the record's own words stand in quotation marks. */
const said = (text: string, language: Language): Html =>
  markup`${text.split(/“([^”]*)”/).map((part, at) => (at % 2 === 0 ? part : markup`“${own(part, language)}”`))}`;

function about(assignment: AnsweredAssignment, language: Language): Html {
  const texts = say[language];
  const { asked, lastReport } = assignment;
  const last =
    lastReport && markup`${formatDate(lastReport.statedAt, language)}: ${own(lastReport.text, language)}`;
  return markup`<p class="from">${texts.from(assignment.body)}</p>
<h1>${own(assignment.title, language)}</h1>
<blockquote>${language === 'sv' ? '”' : '“'}${own(asked.text, language)}”${asked.document !== undefined && markup`<br><span class="from">${own(asked.document, language)}</span>`}</blockquote>
<dl><dt>${texts.when}</dt><dd>${said(dueSentence(assignment.due, language), language)}</dd><dt>${texts.last}</dt><dd>${last ?? texts.nothing}</dd></dl>`;
}

/** What is wrong with what was written. */
export type TextFault = 'required' | 'tooLong';

/** Whether a text will do as the answer. */
export function faultOf(act: Act, text: string): TextFault | undefined {
  if (text.length > longestText) return 'tooLong';
  return text.trim() === '' && act !== 'wrongRecipient' ? 'required' : undefined;
}

/** The page on which an answer is written; opening it changes nothing. `others` lead to the same for the other acts. */
export function formPage(
  language: Language,
  assignment: AnsweredAssignment,
  act: Act,
  others: readonly { readonly act: Act; readonly href: string }[],
  written?: { readonly text: string; readonly fault: TextFault },
): string {
  const texts = say[language];
  const { link, prompt, draft } = actTexts[act];
  const fault = written?.fault;
  return page(
    language,
    `${link[language]}: ${assignment.title}`,
    markup`${about(assignment, language)}
<form method="post" accept-charset="utf-8">
<p class="from">${texts.yourAnswer}</p>
<p class="answer">${link[language]}</p>
${fault && markup`<p class="error" id="fault" role="alert">${texts[fault]}</p>`}
<label for="text">${prompt[language]}</label>
<p class="hint" id="hint">${texts.hint}</p>
<textarea id="text" name="text" rows="4" maxlength="${longestText.toString()}" aria-describedby="hint${fault ? ' fault' : ''}"${act === 'wrongRecipient' ? '' : markup` required`}${fault ? markup` aria-invalid="true"` : ''}>
${written?.text ?? draft[language]}</textarea>
<button type="submit">${texts.send}</button>
<p class="hint" style="margin:1rem 0 0">${texts.unchanged}</p>
</form>
<h2>${texts.other}</h2>
<ul>${others.map((other) => markup`<li><a href="${other.href}" rel="nofollow">${actTexts[other.act].link[language]}</a></li>`)}</ul>`,
  );
}

/** What was recorded by a link, and what happens next. */
export interface Recorded {
  readonly act: Act;
  readonly text: string;
  readonly on: LocalDate;
  /** Where a new answer can be given; absent when only the secretary can change it. */
  readonly again?: string;
  /** Something else was sent after it, and not recorded. */
  readonly refused: boolean;
}

/** The page that says what was recorded. */
export function recordedPage(
  language: Language,
  assignment: AnsweredAssignment,
  { act, text, on, again, refused }: Recorded,
): string {
  const texts = say[language];
  const { secretaryEmail } = assignment;
  return page(
    language,
    texts.thanks,
    markup`<p class="from">${texts.from(assignment.body)}</p>
<h1>${texts.thanks}</h1>
${refused && markup`<p class="error" role="alert">${texts.already}</p>`}
<p>${own(assignment.title, language)}</p>
<p class="from">${texts.recorded(formatDate(on, language))}</p>
<blockquote><strong>${actTexts[act].link[language]}</strong>${text !== '' && markup`<br>${text}`}</blockquote>
<h2>${texts.next}</h2>
<p>${whatNext[act](assignment.body)[language]}</p>
<h2>${texts.correct}</h2>
<p>${
      again === undefined
        ? secretaryEmail === undefined
          ? texts.correctReply
          : markup`<a href="mailto:${encodeURIComponent(secretaryEmail)}">${texts.correctMail}</a>`
        : markup`<a href="${again}" rel="nofollow">${texts.correctLink}</a>`
    }</p>`,
  );
}

/** The page of a link that cannot be used: why, and what to do instead. */
export function uselessPage(language: Language, reason: UselessReason, secretaryEmail?: string): string {
  const { title, text } = useless[reason];
  return page(
    language,
    title[language],
    markup`<h1>${title[language]}</h1>
<p>${text[language]}</p>
${secretaryEmail !== undefined && markup`<p><a href="mailto:${encodeURIComponent(secretaryEmail)}">${say[language].writeTo}</a></p>`}`,
  );
}

/** The page for what nobody expected. */
export const failedPage = (language: Language): string =>
  page(
    language,
    say[language].failed,
    markup`<h1>${say[language].failed}</h1>
<p>${say[language].failedText}</p>`,
  );

/** The acts besides one, in their order. */
export const otherActs = (act: Act): readonly Act[] => acts.filter((other) => other !== act);
