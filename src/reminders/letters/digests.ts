import type { Language } from '../../domain/person/events.js';
import { formatDate } from '../../domain/swedish-dates.js';
import type { LocalDate } from '../../domain/when.js';
import type { Block, MailDocument } from './document.js';

/** A line in a digest: what, why, and where to read more. */
export interface DigestLine {
  readonly text: string;
  readonly note?: string;
  readonly url?: string;
}

/** What the secretary of a body gets on Mondays. */
export interface SecretaryDigest {
  /** Whether anything in it is new since a week ago, or is to happen this week; else it is not worth a letter. */
  readonly isNews: boolean;
  readonly language: Language;
  /** Short name of the body. */
  readonly body: string;
  readonly week: number;
  /** Letters of the week, by day. */
  readonly goesOut: readonly DigestLine[];
  /** Letters that could not be delivered in the last week, and why. */
  readonly failed: readonly DigestLine[];
  /** Assignees who say that the assignment is not theirs. */
  readonly wrongRecipient: readonly DigestLine[];
  /** Roles that nobody can be reached in. */
  readonly unreachable: readonly DigestLine[];
  readonly late: readonly DigestLine[];
}

/** What the chair of a body gets ten days before a meeting. */
export interface ChairBrief {
  readonly language: Language;
  readonly body: string;
  readonly meeting: LocalDate;
  readonly url: string;
  readonly expected: readonly DigestLine[];
  readonly late: readonly DigestLine[];
  /** Finally reported, or decided per capsulam, and waiting for the body. */
  readonly notTakenUp: readonly DigestLine[];
}

const inLanguage = {
  sv: {
    digest: (body: string, week: number) => `Veckan i ${body}: vecka ${week.toString()}`,
    digestIntro: (body: string) => `Det här händer med uppdragen i ${body} den här veckan.`,
    goesOut: 'Brev som skickas den här veckan',
    failed: 'Kom inte fram',
    wrongRecipient: 'Säger att det är fel mottagare',
    unreachable: 'Roller utan innehavare eller adress',
    late: 'Försenat',
    brief: (body: string, date: string) => `Inför mötet i ${body} ${date}`,
    briefIntro: 'Det här väntar på mötet.',
    calm: 'Inget uppdrag väntas till mötet, inget är försenat och inget ligger kvar att ta upp.',
    expected: 'Väntas på mötet',
    notTakenUp: 'Ingen har tagit upp',
    nothing: 'Inget.',
    agenda: 'Förslag till punkter att ta upp',
  },
  en: {
    digest: (body: string, week: number) => `The week in ${body}: week ${week.toString()}`,
    digestIntro: (body: string) => `This is what happens to the assignments in ${body} this week.`,
    goesOut: 'Letters sent this week',
    failed: 'Did not arrive',
    wrongRecipient: 'Say they are not the right recipient',
    unreachable: 'Roles without a holder or an address',
    late: 'Late',
    brief: (body: string, date: string) => `For the meeting of ${body} on ${date}`,
    briefIntro: 'This is waiting for the meeting.',
    calm: 'No assignment is expected at the meeting, none is late, and nothing is left to take up.',
    expected: 'Expected at the meeting',
    notTakenUp: 'Nobody has taken up',
    nothing: 'Nothing.',
    agenda: 'Draft of points to take up',
  },
} as const;

const section = (title: string, items: readonly DigestLine[]): Block[] =>
  items.length === 0
    ? []
    : [
        { kind: 'section', text: title },
        { kind: 'list', items },
      ];

export const digestSubject = ({ language, body, week }: SecretaryDigest): string =>
  inLanguage[language].digest(body, week);

/** The secretary's week, what needs a hand first. */
export function digestDocument(digest: SecretaryDigest): MailDocument {
  const { language, body } = digest;
  const say = inLanguage[language];
  return {
    language,
    title: digestSubject(digest),
    preview: say.digestIntro(body),
    blocks: [
      { kind: 'heading', text: digestSubject(digest) },
      { kind: 'text', text: say.digestIntro(body) },
      ...section(say.failed, digest.failed),
      ...section(say.wrongRecipient, digest.wrongRecipient),
      ...section(say.unreachable, digest.unreachable),
      ...section(say.late, digest.late),
      ...section(say.goesOut, digest.goesOut),
    ],
  };
}

export const briefSubject = ({ language, body, meeting }: ChairBrief): string =>
  inLanguage[language].brief(body, formatDate(meeting, language));

/** The chair's brief; what there is nothing of is said, so that it can be trusted. */
export function briefDocument(brief: ChairBrief): MailDocument {
  const { language, url, expected, late, notTakenUp } = brief;
  const say = inLanguage[language];
  const isCalm = [expected, late, notTakenUp].every(({ length }) => length === 0);
  const intro = isCalm ? say.calm : say.briefIntro;
  const always = (title: string, items: readonly DigestLine[]): Block[] => [
    { kind: 'section', text: title },
    items.length === 0 ? { kind: 'text', text: say.nothing } : { kind: 'list', items },
  ];
  return {
    language,
    title: briefSubject(brief),
    preview: intro,
    blocks: [
      { kind: 'heading', text: briefSubject(brief) },
      { kind: 'text', text: intro },
      ...(isCalm
        ? []
        : [
            ...always(say.expected, expected),
            ...always(say.late, late),
            ...always(say.notTakenUp, notTakenUp),
          ]),
      { kind: 'rule' },
      { kind: 'small', text: '', link: { text: say.agenda, url } },
    ],
  };
}
