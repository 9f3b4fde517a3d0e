import type { DueWindow } from '../../domain/due-window.js';
import type { ExpectedMeeting } from '../../domain/expected-meeting.js';
import type { Language } from '../../domain/person/events.js';
import { formatDate, formatWindow } from '../../domain/swedish-dates.js';
import { dueWindowToEdtf, type LocalDate } from '../../domain/when.js';
import { words } from '../../projections/words.js';
import type { Texts } from '../language.js';
import { ListShown, MaybeShown, Shown, word, WordView } from './shown.js';

/** A deadline as written and as understood. */
export class WindowView {
  @Shown({ about: 'The words of the minutes.', example: 'senast i juni 2026' })
  readonly original: string;

  @Shown({ about: 'What they mean.', example: 'till och med 30 juni 2026' })
  readonly text: string;

  @MaybeShown({ about: 'The same as ISO 8601-2 (EDTF).', example: '../2026-06' })
  readonly edtf?: string;

  @Shown({ type: WordView })
  readonly kind: WordView;

  @Shown({ type: WordView })
  readonly precision: WordView;

  @MaybeShown({ about: 'The first day.' })
  readonly earliest?: string;

  @MaybeShown({ about: 'The last day; late only after it.', example: '2026-06-30' })
  readonly latest?: string;

  @MaybeShown({ about: 'The alternatives, when there are several days to choose from.', type: [String] })
  readonly dates?: readonly LocalDate[];

  @MaybeShown({ about: 'Local time of day.' })
  readonly start?: string;

  @MaybeShown({ about: 'Local time of day.' })
  readonly end?: string;

  @ListShown(String, { about: 'What must come first, in the words of the minutes.' })
  readonly preconditions: readonly string[];

  @ListShown(WordView, { about: 'What was inferred rather than read.' })
  readonly inferred: readonly WordView[];

  @MaybeShown({ about: 'The meeting somebody has bound it to.' })
  readonly boundToMeeting?: string;
}

const most = 5_000;
const remembered = () => ({
  held: new WeakMap<DueWindow, WindowView>(),
  said: new Map<string, WindowView>(),
});
const views = { sv: remembered(), en: remembered() } as const;

/** A deadline in words. Most are said over and over: each is worked out once for as long as it is among the latest. */
export function windowView(window: DueWindow, language: Language): WindowView {
  const { held, said } = views[language];
  const known = held.get(window);
  if (known) return known;
  const content = JSON.stringify(window);
  const view = said.get(content) ?? describedWindow(window, language);
  if (said.size >= most) said.clear();
  said.set(content, view);
  held.set(window, view);
  return view;
}

function describedWindow(window: DueWindow, language: Language): WindowView {
  const { original, kind, precision, earliest, latest, dates, start, end, preconditions, inferred } = window;
  return {
    original,
    text: formatWindow(window, language),
    edtf: dueWindowToEdtf(window),
    kind: word(words.dueKind, kind, language),
    precision: word(words.precision, precision, language),
    earliest,
    latest,
    dates,
    start,
    end,
    preconditions,
    inferred: inferred.map((code) => word(words.inference, code, language)),
    boundToMeeting: window.boundToMeeting,
  };
}

/** At which meeting an answer is expected, or why at none. */
export class ExpectedView {
  @MaybeShown({ about: 'The meeting.', example: 'mote-juni' })
  readonly meeting?: string;

  @MaybeShown({ about: 'Its day.', example: '2026-06-04' })
  readonly date?: string;

  @Shown({ type: WordView, about: 'Why that meeting, or why none.' })
  readonly why: WordView;
}

type Why = ExpectedMeeting['why'];

export const whyWords: { readonly [W in Why]: Texts } = {
  bound: { sv: 'någon har bundit det till mötet', en: 'somebody has bound it to the meeting' },
  lastInside: {
    sv: 'sista ordinarie mötet inom fristen',
    en: 'the last ordinary meeting within the deadline',
  },
  named: { sv: 'mötet som orden nämner', en: 'the meeting the words name' },
  nextRecurring: { sv: 'återkommande, vid varje möte', en: 'recurring, at every meeting' },
  review: {
    sv: 'ingen tid är angiven; ses över vid nästa möte',
    en: 'no time is given; to be reviewed at the next meeting',
  },
  ...words.noMeeting,
};

export function expectedView(expected: ExpectedMeeting, language: Language): ExpectedView {
  const why = word(whyWords, expected.why, language);
  return expected.kind === 'meeting' ? { meeting: expected.id, date: expected.date, why } : { why };
}

/** What is expected, as a sentence. */
export const expectedSentence = (expected: ExpectedMeeting, language: Language): string => {
  const why = whyWords[expected.why][language];
  if (expected.kind === 'none') return why;
  return `${formatDate(expected.date, language)} (${why})`;
};

/** How the words of a deadline are understood. */
export class UnderstoodView {
  @Shown({ type: WindowView })
  readonly window: WindowView;

  @Shown({ about: 'Whether any time could be read from the words.' })
  readonly understood: boolean;

  @MaybeShown({ type: ExpectedView, about: 'At which meeting an answer can be expected; only with a body.' })
  readonly expected?: ExpectedView;

  @MaybeShown({ example: '4 juni 2026 (sista ordinarie mötet inom fristen)' })
  readonly expectedText?: string;
}

export const understoodView = (
  window: DueWindow,
  expected: ExpectedMeeting | undefined,
  language: Language,
): UnderstoodView => ({
  window: windowView(window, language),
  understood: window.kind !== 'undated',
  expected: expected && expectedView(expected, language),
  expectedText: expected && expectedSentence(expected, language),
});
