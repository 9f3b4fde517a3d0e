import { addDays, yearOf } from '../../domain/calendar.js';
import type { DueWindow } from '../../domain/due-window.js';
import {
  type ExpectedMeeting,
  ordinaryMeetings,
  type PlannedMeeting,
} from '../../domain/expected-meeting.js';
import type { Language } from '../../domain/person/events.js';
import { formatDate, formatWindow } from '../../domain/swedish-dates.js';
import type { LocalDate } from '../../domain/when.js';

/** A deadline with what it means for the one who is to answer. */
export interface Due {
  readonly window: DueWindow;
  readonly expected?: ExpectedMeeting;
  /** The last day for material, when it is expected at a meeting, or to the next one when that has passed. */
  readonly materialBy?: LocalDate;
  /** The meeting at which it was expected has passed: whether the time has too, and the next ordinary one. */
  readonly passed?: { readonly over: boolean; readonly next?: LocalDate };
}

/** A deadline as it is to be told on a day. `meetings` are those of the body that is to hear the answer. */
export function dueOn(
  day: LocalDate,
  window: DueWindow,
  expected: ExpectedMeeting | undefined,
  meetings: readonly PlannedMeeting[],
  materialDays: number | undefined,
): Due {
  if (expected?.kind !== 'meeting' || expected.date >= day)
    return { window, expected, materialBy: materialDay(expected, materialDays) };
  const next = ordinaryMeetings(meetings).find(({ date }) => date >= day)?.date;
  const material = materialFor(next, materialDays);
  return {
    window,
    expected,
    materialBy: material !== undefined && material >= day ? material : undefined,
    passed: { over: window.latest !== undefined && window.latest < day, next },
  };
}

/** The last day for material to the meeting at which something is expected. */
export const materialDay = (
  expected: ExpectedMeeting | undefined,
  materialDays: number | undefined,
): LocalDate | undefined =>
  materialFor(expected?.kind === 'meeting' ? expected.date : undefined, materialDays);

const materialFor = (
  meeting: LocalDate | undefined,
  materialDays: number | undefined,
): LocalDate | undefined =>
  meeting !== undefined && materialDays !== undefined ? addDays(meeting, -materialDays) : undefined;

interface DueTexts {
  readonly quoted: (words: string) => string;
  readonly toMeeting: (date: string) => string;
  readonly atNext: (date: string) => string;
  readonly review: (date: string) => string;
  readonly noTime: string;
  readonly passed: (date: string) => string;
  readonly answerBy: (date: string) => string;
  readonly over: (date: string) => string;
  readonly takenUp: (date: string) => string;
  readonly material: (date: string) => string;
  readonly means: (meaning: string) => string;
  readonly whyNone: { readonly [W in Extract<ExpectedMeeting, { kind: 'none' }>['why']]: string };
}

const texts: { readonly [L in Language]: DueTexts } = {
  sv: {
    quoted: (words) => `”${words}”`,
    toMeeting: (date) => `alltså till mötet ${date}`,
    atNext: (date) => `alltså vid varje möte, nästa gång ${date}`,
    review: (date) => `frågan tas upp på mötet ${date}`,
    noTime: 'ingen frist är angiven',
    passed: (date) => `mötet ${date} har varit`,
    answerBy: (date) => `svara senast ${date}`,
    over: (date) => `fristen gick ut ${date}`,
    takenUp: (date) => `tas upp på nästa möte, ${date}`,
    material: (date) => `underlag senast ${date}`,
    means: (meaning) => `alltså ${meaning}`,
    whyNone: {
      noMeetingInside: 'inget ordinarie möte ligger inom fristen',
      noMeetingPlanned: 'inget möte är planerat så långt fram',
      notBounded: 'slutet är inte bestämt',
    },
  },
  en: {
    quoted: (words) => `“${words}”`,
    toMeeting: (date) => `that is, for the meeting on ${date}`,
    atNext: (date) => `that is, at every meeting, next on ${date}`,
    review: (date) => `the question is taken up at the meeting on ${date}`,
    noTime: 'no deadline is given',
    passed: (date) => `the meeting on ${date} is over`,
    answerBy: (date) => `answer no later than ${date}`,
    over: (date) => `the deadline passed on ${date}`,
    takenUp: (date) => `taken up at the next meeting, on ${date}`,
    material: (date) => `material no later than ${date}`,
    means: (meaning) => `that is, ${meaning}`,
    whyNone: {
      noMeetingInside: 'no ordinary meeting lies within the deadline',
      noMeetingPlanned: 'no meeting is planned that far ahead',
      notBounded: 'the end is not settled',
    },
  },
};

/**
 * By when, in the words of the minutes and what they mean: ”senast i juni 2026”, alltså till mötet 4 juni; underlag senast
 * 21 maj. The year is left out where the words have said it. Once that meeting is over it says so, and what is asked now.
 */
export function dueSentence({ window, expected, materialBy, passed }: Due, language: Language): string {
  const say = texts[language];
  const day = (date: LocalDate): string => {
    const year = yearOf(date).toString();
    const full = formatDate(date, language);
    return window.original.includes(year) ? full.slice(0, -(year.length + 1)) : full;
  };
  const material = materialBy === undefined ? [] : [say.material(day(materialBy))];
  const words = window.original === '' ? undefined : say.quoted(window.original);
  const sentence = (meaning: string, ...more: readonly string[]): string =>
    [words === undefined ? meaning : `${words}, ${meaning}`, ...more].join('; ');
  if (expected?.kind === 'meeting') {
    const date = day(expected.date);
    if (passed) {
      const { over, next } = passed;
      const { latest } = window;
      const asked = latest === undefined ? [] : [(over ? say.over : say.answerBy)(day(latest))];
      const heard = next === undefined ? [] : [say.takenUp(day(next))];
      return sentence([say.passed(date), ...asked].join(', '), ...heard, ...material);
    }
    switch (expected.why) {
      case 'review':
        return words === undefined
          ? sentence(say.noTime, say.review(date), ...material)
          : sentence(say.review(date), ...material);
      case 'nextRecurring':
        return sentence(say.atNext(date), ...material);
      case 'bound':
      case 'lastInside':
      case 'named':
        return sentence(say.toMeeting(date), ...material);
    }
  }
  const because = expected && window.kind !== 'undated' ? [say.whyNone[expected.why]] : [];
  if (window.kind === 'undated') return sentence(say.noTime, ...because);
  const saysItself =
    window.precision === 'day' && words?.includes(yearOf(window.latest ?? '9999-12-31').toString());
  return saysItself && words !== undefined
    ? [words, ...because].join('; ')
    : sentence(say.means(formatWindow(window, language)), ...because);
}
