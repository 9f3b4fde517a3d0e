import type { CommandType } from '../../domain/commands.js';
import { isLocalDate } from '../../domain/calendar.js';
import type { Language } from '../../domain/person/events.js';
import { formatDate } from '../../domain/swedish-dates.js';
import type { AttentionReason, AttentionRow } from '../../projections/attention.js';
import type { Names } from '../../projections/names.js';
import { words } from '../../projections/words.js';
import { fill, type Texts } from '../language.js';
import { bodyRef, meetingRef, RefView } from './refs.js';
import { MaybeShown, Shown, word, WordView } from './shown.js';
import { whyWords } from './window.js';

/** What a row of the attention list is about. */
export class AttentionSubjectView {
  @Shown({ type: WordView, about: '`assignment`, `milestone`, `meeting` or `decision`.' })
  readonly kind: WordView;

  @Shown({ about: 'Of a milestone, the id of the matter.', example: 'uppdrag-1' })
  readonly id: string;

  @MaybeShown({ example: 'stallningstagande' })
  readonly milestone?: string;

  @MaybeShown({ about: 'The number of the point.', example: 2 })
  readonly point?: number;
}

/** Something that is about to fall between the chairs: what, why, and what to do about it. */
export class AttentionView {
  @Shown({ type: WordView })
  readonly reason: WordView;

  @Shown({ type: AttentionSubjectView })
  readonly subject: AttentionSubjectView;

  @Shown({ type: RefView })
  readonly body: RefView;

  @Shown({ example: 'Återkomma med förslag' })
  readonly title: string;

  @MaybeShown({ about: 'What the milestone is called.' })
  readonly label?: string;

  @Shown({ example: 'Fristen ”senast i maj 2026” gick ut den 31 maj 2026.' })
  readonly why: string;

  @MaybeShown({ type: Object, about: 'The values in `why`, for programs.' })
  readonly params?: Readonly<Record<string, string>>;

  @Shown({ type: WordView, about: 'The command that would help.' })
  readonly nextStep: WordView;

  @MaybeShown({ about: 'From this day it has been so.', example: '2026-06-01' })
  readonly since?: string;

  @MaybeShown({ example: '1 juni 2026' })
  readonly sinceText?: string;
}

const whyTexts: { readonly [R in AttentionReason]: Texts } = {
  noResponsible: { sv: 'Ingen roll är ansvarig.', en: 'No role is responsible.' },
  roleWithoutHolder: {
    sv: 'Ingen innehar rollen ”{title}”.',
    en: 'Nobody holds the role “{title}”.',
  },
  wrongAssignee: {
    sv: 'Den som fick uppdraget sade den {date} att det har kommit till fel mottagare.',
    en: 'Whoever got the assignment said on {date} that it has come to the wrong one.',
  },
  noRecipient: {
    sv: 'Det är inte angivet vilket organ som ska få återkopplingen.',
    en: 'It is not stated which body is to hear back.',
  },
  noDeadline: { sv: 'Ingen frist är angiven.', en: 'No deadline is given.' },
  windowPassed: {
    sv: 'Fristen ”{deadline}” gick ut den {latest}.',
    en: 'The deadline “{deadline}” was {latest}.',
  },
  noWordSinceTwoMeetings: {
    sv: 'Inget har hörts sedan den {lastWord}; två möten har hållits, det senaste den {date}.',
    en: 'Nothing has been heard since {lastWord}; two meetings have passed, the last on {date}.',
  },
  expectedAtNoMeeting: {
    sv: 'Ingen återkoppling kan väntas på ”{deadline}”: {because}.',
    en: 'No feedback can be expected by “{deadline}”: {because}.',
  },
  reportedNotTakenUp: {
    sv: 'Slutredovisat den {reported}, men inte behandlat på mötet den {date}.',
    en: 'Finally reported on {reported}, but not taken up at the meeting of {date}.',
  },
  perCapsulamNotReported: {
    sv: 'Beslutet per capsulam har inte rapporterats till ett möte.',
    en: 'The decision per capsulam has not been reported to a meeting.',
  },
  pointWithoutFollowUp: {
    sv: 'Punkt {point} har varken uppdrag eller markering om att ingen åtgärd behövs.',
    en: 'Point {point} has neither an assignment nor a mark that no action is needed.',
  },
  sourcesDisagree: {
    sv: 'De senaste källorna anger olika datum; det som gäller nu är ”{deadline}”.',
    en: 'The newest sources give different dates; what holds now is “{deadline}”.',
  },
  commitmentOpen: {
    sv: 'Åtagandet skulle ha gjorts till uppdrag eller avslutats på mötet den {date}.',
    en: 'The commitment should have become an assignment or been closed at the meeting of {date}.',
  },
};

const stepTexts: { readonly [C in CommandType]?: Texts } = {
  AddResponsible: { sv: 'Ange vem som är ansvarig', en: 'Name who is responsible' },
  AppointHolder: { sv: 'Ange vem som innehar rollen', en: 'Name who holds the role' },
  NameRecipient: {
    sv: 'Ange vilket organ som ska få återkopplingen',
    en: 'Name the body that is to hear back',
  },
  PromoteCommitment: { sv: 'Gör åtagandet till uppdrag', en: 'Make it an assignment' },
  CloseAssignment: { sv: 'Ta upp redovisningen och avsluta', en: 'Take up the report and close' },
  MoveDeadline: { sv: 'Sätt en ny frist', en: 'Set a new deadline' },
  MoveMilestone: { sv: 'Sätt en ny frist för delmålet', en: 'Set a new deadline for the milestone' },
  ReportProgress: { sv: 'Fråga efter läget', en: 'Ask how it is going' },
  ScheduleMeeting: { sv: 'Planera ett möte', en: 'Plan a meeting' },
  ReportPerCapsulam: { sv: 'Rapportera till nästa möte', en: 'Report to the next meeting' },
  GiveAssignment: {
    sv: 'Ge uppdraget, eller markera att ingen åtgärd behövs',
    en: 'Give the assignment, or mark that no action is needed',
  },
};

const subjectWords = {
  ...words.subject,
  milestone: { sv: 'delmål', en: 'milestone' },
} as const;

export function attentionView(row: AttentionRow, names: Names, language: Language): AttentionView {
  const { params } = row.why;
  return {
    reason: word(words.attention, row.reason, language),
    subject: { ...row.subject, kind: word(subjectWords, row.subject.kind, language) },
    body: bodyRef(row.body, names),
    title: row.title === '' ? (titleOf(row, names, language) ?? '') : row.title,
    label: row.label,
    why: fill(whyTexts[row.reason][language], readable(params, language)),
    params: Object.keys(params).length > 0 ? params : undefined,
    nextStep: { code: row.nextStep, text: stepTexts[row.nextStep]?.[language] ?? row.nextStep },
    since: row.since,
    sinceText: row.since === undefined ? undefined : formatDate(row.since, language),
  };
}

const titleOf = ({ subject }: AttentionRow, names: Names, language: Language): string | undefined =>
  subject.kind === 'meeting' ? meetingRef(subject.id, names, language).name : undefined;

const reasonsForNone: Readonly<Record<string, Texts | undefined>> = whyWords;

const readable = (params: Readonly<Record<string, string>>, language: Language): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      name === 'because'
        ? (reasonsForNone[value]?.[language] ?? value)
        : name !== 'deadline' && isLocalDate(value)
          ? formatDate(value, language)
          : value,
    ]),
  );
