import { type ReactNode, useCallback, useState } from 'react';
import { isMissing, type Schemas, useGet } from '../../api/client';
import { Lost } from '../../app/lost';
import { A, Page, Said, Skeleton, useQuote } from '../../app/parts';
import { type Axis, axisIn, axisWords, factDateOf, useLanguage, useNow, useReview } from '../../app/place';
import { longDate } from '../../i18n/dates';
import { DecisionTimeline } from '../../pictures/decision-timeline';
import type { SliderEvent } from '../../pictures/slider';
import { TimeSlider } from '../../pictures/time-slider';
import { dayOfFact, type TimelineFact } from '../../pictures/timeline';
import { AxisChoice, DayField, daysIn, useQuickAddress } from './dates';
import { KeepReview } from './review';
import { useTexts } from './texts';

/** A field of a thing as it stood on the two dates. */
interface Row {
  readonly field: string;
  readonly label: string;
  readonly a?: string;
  readonly b?: string;
}

type Quote = ReturnType<typeof useQuote>;

interface Dates {
  readonly axis: Axis;
  readonly a: string;
  readonly b: string;
}

/** The two dates and the axis they go by: as just chosen, and as the address says. */
function useDates(facts: readonly TimelineFact[]) {
  const today = useNow();
  const [now, settled, change] = useQuickAddress();
  const read = (params: URLSearchParams): Dates => {
    const axis = axisIn(params);
    const first = facts.map((fact) => dayOfFact(fact, factDateOf[axis])).toSorted()[0] ?? today;
    const [a, b] = daysIn(params) ?? [first < today ? first : today, today];
    return { axis, a, b };
  };
  const setDates = useCallback(
    (from: string, to: string) => {
      change({ jamfor: `${from}..${to}` });
    },
    [change],
  );
  return {
    chosen: read(now),
    asked: read(settled),
    today,
    setDates,
    setAxis: (word: string) => {
      change({ datum: word });
    },
  };
}

/** How an assignment evolved, and how it stood on two dates. */
export function ReplayAssignment({ id }: { readonly id: string }) {
  const text = useTexts();
  const quote = useQuote();
  const review = useReview();
  const replay = useGet('/api/assignments/{id}/replay', { path: { id }, query: review });
  const steps = replay.data?.steps ?? [];
  const facts = steps.map(({ fact }) => fact);
  const dates = useDates(facts);
  const compared = useGet('/api/assignments/{id}/compare', {
    path: { id },
    query: { axis: dates.asked.axis, from: dates.asked.a, to: dates.asked.b, ...review },
    enabled: replay.data !== undefined,
  });
  if (replay.error && !replay.data) return <Lost what="assignment" error={replay.error} />;
  const title = steps.at(-1)?.after.title ?? id;
  return (
    <Replay title={title} href={`/uppdrag/${id}`} facts={facts} dates={dates} loading={!replay.data}>
      {compared.data && (
        <States
          dates={dates.asked}
          existed={[compared.data.before !== undefined, compared.data.after !== undefined]}
          rows={[
            ...standingRows(compared.data, text.fields, quote),
            ...compared.data.changes
              .filter(({ field }) => !shownAlready.has(field))
              .map(({ field, label, fromText, toText }) => ({ field, label, a: fromText, b: toText })),
          ]}
        />
      )}
    </Replay>
  );
}

const shownAlready = new Set([
  'title',
  'phase',
  'responsible',
  'deadline',
  'moves',
  'outcome',
  'body',
  'firstDeadline',
]);

function standingRows(
  { before, after }: Schemas['ComparisonView'],
  fields: ReturnType<typeof useTexts>['fields'],
  quote: Quote,
): readonly Row[] {
  const row = (
    field: 'title' | 'state' | 'responsible' | 'deadline' | 'moves' | 'outcome',
    read: (standing: Schemas['StandingView']) => string | undefined,
  ): Row => ({ field, label: fields[field], a: before && read(before), b: after && read(after) });
  return [
    row('state', ({ state }) => state.text),
    row('deadline', ({ deadline }) =>
      deadline.original === '' || deadline.text.startsWith(deadline.original)
        ? deadline.text
        : `${quote(deadline.original)} (${/\((.*)\)$/.exec(deadline.text)?.[1] ?? deadline.text})`,
    ),
    row(
      'responsible',
      ({ responsible }) => responsible.map(({ id, name }) => quote(name ?? id)).join(', ') || undefined,
    ),
    row('moves', ({ moves }) => moves.toString()),
    row('outcome', ({ outcome }) => outcome?.text),
    row('title', ({ title }) => quote(title)),
  ];
}

/** How a decision evolved with what came of it, and how it stood on two dates. */
export function ReplayDecision({ id }: { readonly id: string }) {
  const review = useReview();
  const history = useGet('/api/decisions/{id}/history', { path: { id }, query: review });
  const entries = history.data?.entries ?? [];
  const dates = useDates(entries);
  const asOf = (date: string) => ({
    path: { id },
    query: { [dates.asked.axis]: date, ...review },
    enabled: history.data !== undefined,
  });
  const before = useGet('/api/decisions/{id}', asOf(dates.asked.a));
  const after = useGet('/api/decisions/{id}', asOf(dates.asked.b));
  const { fields } = useTexts();
  const language = useLanguage();
  const quote = useQuote();
  if (history.error && !history.data) return <Lost what="decision" error={history.error} />;
  const states = [before, after].map(({ data, error }) => (isMissing(error) ? undefined : data));
  const ready = [before, after].every(({ data, error }) => data !== undefined || isMissing(error));
  return (
    <Replay
      title={history.data?.decision.title ?? id}
      href={`/beslut/${id}`}
      facts={entries}
      dates={dates}
      loading={!history.data}
    >
      {ready && (
        <States
          dates={dates.asked}
          existed={[states[0] !== undefined, states[1] !== undefined]}
          rows={decisionRows(states[0], states[1], fields, quote, (day) => longDate(day, language))}
        />
      )}
    </Replay>
  );
}

function decisionRows(
  before: Schemas['DecisionView'] | undefined,
  after: Schemas['DecisionView'] | undefined,
  fields: ReturnType<typeof useTexts>['fields'],
  quote: Quote,
  written: (day: string) => string,
): readonly Row[] {
  const row = (
    field: string,
    label: string,
    read: (decision: Schemas['DecisionView']) => string | undefined,
  ): Row => ({ field, label, a: before && read(before), b: after && read(after) });
  const numbers = [
    ...new Set([before, after].flatMap((one) => one?.points.map((point) => point.number) ?? [])),
  ];
  return [
    row('state', fields.state, ({ state }) => state.text),
    row('title', fields.title, ({ title }) => quote(title)),
    row('takenOn', fields.takenOn, ({ takenOnText }) => takenOnText),
    ...numbers.map((number) =>
      row(`point-${number.toString()}`, `${fields.point} ${number.toString()}`, ({ points }) => {
        const point = points.find((one) => one.number === number);
        return point && `${point.kinds.map(({ text }) => text).join(', ')}: ${quote(point.text)}`;
      }),
    ),
    row(
      'effectiveFrom',
      fields.effectiveFrom,
      ({ effectiveFrom }) => effectiveFrom && written(effectiveFrom),
    ),
    row('ended', fields.ended, ({ ended }) => ended && `${ended.how.text} ${written(ended.from)}`),
    row('corrections', fields.corrections, ({ corrections }) => corrections.toString()),
    row('amendments', fields.amendments, ({ amendments }) => amendments.toString()),
    row('dispatchedTo', fields.dispatchedTo, ({ dispatchedTo }) => dispatchedTo.join(', ') || undefined),
  ];
}

interface ReplayProps {
  readonly title: string;
  readonly href: string;
  readonly facts: readonly TimelineFact[];
  readonly dates: ReturnType<typeof useDates>;
  readonly loading: boolean;
  readonly children: ReactNode;
}

function Replay({ title, href, facts, dates, loading, children }: ReplayProps) {
  const text = useTexts();
  const language = useLanguage();
  const { today, setAxis, setDates } = dates;
  const { axis, a, b } = dates.chosen;
  const events: readonly SliderEvent[] = facts.map((fact) => ({
    id: fact.id,
    day: dayOfFact(fact, factDateOf[axis]),
    label: fact.line,
  }));
  return (
    <Page
      own
      title={title}
      above={<A to="/granskning">{text.replay.above}</A>}
      actions={
        <A className="button" to={href}>
          {text.replay.open}
        </A>
      }
    >
      {loading ? (
        <Skeleton lines={8} />
      ) : (
        <>
          <div className="replay-tools">
            <AxisChoice axis={axis} onChange={setAxis} />
            <DayField
              label={text.replay.from}
              day={a}
              required
              onChange={(day) => {
                setDates(day, day > b ? day : b);
              }}
            />
            <DayField
              label={text.replay.to}
              day={b}
              required
              onChange={(day) => {
                setDates(day < a ? day : a, day);
              }}
            />
          </div>
          <TimeSlider events={events} until={today} a={a} b={b} onChange={setDates} language={language} />
          {children}
          <section className="report">
            <h2>{text.replay.events}</h2>
            <DecisionTimeline facts={facts} date={factDateOf[axis]} language={language} />
          </section>
          <KeepReview />
        </>
      )}
    </Page>
  );
}

/** What stood in a field, marked when it differs. */
function Value({ of, as: Mark }: { readonly of?: string; readonly as: 'del' | 'ins' | undefined }) {
  const text = useTexts();
  if (of === undefined) return text.replay.nothing;
  const said = <Said>{of}</Said>;
  return Mark === undefined ? said : <Mark>{said}</Mark>;
}

/** How it stood at A and at B, side by side, with what differs marked. */
function States({
  dates: { a, b, axis },
  existed: [before, after],
  rows,
}: {
  readonly dates: Dates;
  readonly existed: readonly [boolean, boolean];
  readonly rows: readonly Row[];
}) {
  const text = useTexts();
  const language = useLanguage();
  const [only, setOnly] = useState(false);
  const differs = (row: Row): boolean => before && after && row.a !== row.b;
  const shown = rows.filter((row) => (row.a !== undefined || row.b !== undefined) && (!only || differs(row)));
  const finding =
    before && after
      ? text.replay.finding(rows.filter(differs).length)
      : before || after
        ? text.replay.absentAt(before ? 'B' : 'A')
        : text.replay.never;
  return (
    <section className="report">
      <h2>{text.replay.states}</h2>
      <p role="status">{finding}</p>
      <label className="only only-screen">
        <input
          type="checkbox"
          checked={only}
          onChange={({ target }) => {
            setOnly(target.checked);
          }}
        />
        {text.replay.only}
      </label>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={text.replay.states}>
        <table className="states">
          <thead>
            <tr>
              <th scope="col">{text.replay.field}</th>
              <th scope="col">{text.replay.at('A', longDate(a, language))}</th>
              <th scope="col">{text.replay.at('B', longDate(b, language))}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.field} className={differs(row) ? 'differs' : undefined}>
                <th scope="row">
                  {row.label}
                  {differs(row) && <span className="differs-word">{text.replay.changed}</span>}
                </th>
                <td data-at="A">
                  <Value of={row.a} as={differs(row) ? 'del' : undefined} />
                </td>
                <td data-at="B">
                  <Value of={row.b} as={differs(row) ? 'ins' : undefined} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <A to={`/oversikt?perDatum=${a}&datum=${axisWords[axis]}`}>
          {text.replay.asThen(longDate(a, language))}
        </A>
      </p>
    </section>
  );
}
