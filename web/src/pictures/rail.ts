import { type Day, type Language, longDay } from './days';
import type { Texts } from './words';

/** A step of the way from decision to closing. */
export type Step = 'decided' | 'received' | 'reported' | 'closed';

/** What is known of the way an assignment or a decision has come; a date that is missing is not known. */
export interface Progress {
  readonly decided?: Day;
  readonly received?: { readonly done: boolean; readonly on?: Day };
  readonly reported?: { readonly how: 'none' | 'partly' | 'finally'; readonly on?: Day };
  readonly closed?: { readonly done: boolean; readonly on?: Day; readonly outcome?: string };
  /** When the answer is expected. */
  readonly expected?: Day;
}

export interface Station {
  readonly step: Step;
  readonly name: string;
  readonly standing: 'done' | 'partly' | 'now' | 'ahead';
  /** Words under the name. */
  readonly note?: string;
}

const names: { readonly [S in Step]: Texts } = {
  decided: { sv: 'beslutat', en: 'decided' },
  received: { sv: 'mottaget', en: 'received' },
  reported: { sv: 'rapporterat', en: 'reported' },
  closed: { sv: 'avslutat av organet', en: 'closed by the body' },
};

/** How far it has come. What lies ahead of today is never shown as done, whatever is planned. */
export function layRail(progress: Progress, today: Day, language: Language): readonly Station[] {
  const sv = language === 'sv';
  const { decided, received, reported, closed, expected } = progress;
  const past = (day: Day | undefined): boolean => day === undefined || day <= today;
  const on = (day: Day | undefined): string | undefined =>
    day === undefined ? undefined : longDay(day, language);
  const planned = (day: Day | undefined): string | undefined =>
    day === undefined ? undefined : `${sv ? 'planerat till' : 'planned for'} ${longDay(day, language)}`;
  const waited =
    expected === undefined
      ? undefined
      : `${expectedWord(expected < today, language)} ${longDay(expected, language)}`;
  const isClosed = closed?.done === true && past(closed.on);
  const isDecided = decided !== undefined && past(decided);
  const how = past(reported?.on) ? (reported?.how ?? 'none') : 'none';
  const isReceived = (received?.done === true && past(received.on)) || how !== 'none';

  const stations: Station[] = [
    {
      step: 'decided',
      name: names.decided[language],
      standing: isDecided ? 'done' : 'ahead',
      note: isDecided ? on(decided) : planned(decided),
    },
    {
      step: 'received',
      name: names.received[language],
      standing: isReceived ? 'done' : 'ahead',
      note: isReceived ? on(received?.on) : undefined,
    },
    {
      step: 'reported',
      name: names.reported[language],
      standing: how === 'finally' ? 'done' : how === 'partly' ? 'partly' : 'ahead',
      note:
        how === 'finally'
          ? on(reported?.on)
          : how === 'partly'
            ? [sv ? 'delvis' : 'partly', on(reported?.on)].filter((part) => part !== undefined).join(', ')
            : isClosed
              ? undefined
              : waited,
    },
    {
      step: 'closed',
      name: names.closed[language],
      standing: isClosed ? 'done' : 'ahead',
      note: isClosed
        ? [on(closed.on), closed.outcome].filter((part) => part !== undefined).join(', ') || undefined
        : undefined,
    },
  ];
  if (isClosed || !isDecided || how === 'partly') return stations;
  const last = stations.findLastIndex(({ standing }) => standing === 'done');
  return stations.map((station, index) => (index === last + 1 ? { ...station, standing: 'now' } : station));
}

const expectedWord = (passed: boolean, language: Language): string =>
  ({ sv: passed ? 'väntades' : 'väntas', en: passed ? 'was expected' : 'expected' })[language];

/** How far it has come, as a sentence. */
export function railFinding(stations: readonly Station[], language: Language): string {
  const sv = language === 'sv';
  const done = stations.findLast(({ standing }) => standing === 'done' || standing === 'partly');
  const next = stations.find(({ standing }) => standing === 'now');
  if (!done) return sv ? 'Inget är ännu beslutat.' : 'Nothing has been decided yet.';
  if (done.standing === 'partly')
    return sv
      ? 'Det är rapporterat till en del; slutredovisningen återstår.'
      : 'A part is reported; the final report is to come.';
  if (!next) return sv ? `Det är ${done.name}.` : `It is ${done.name}.`;
  const note = next.note === undefined ? '' : `, ${next.note}`;
  return sv
    ? `Det är ${done.name}; näst på tur: ${next.name}${note}.`
    : `It is ${done.name}; next: ${next.name}${note}.`;
}
