import type { Asking } from '../api/client';
import { Said, useOwn } from '../app/parts';
import { type Language, longDay } from './days';
import { type Entry, type FactDate, layTimeline, type TimelineFact, timelineFinding } from './timeline';
import { entry, Picture } from './picture';
import { capital } from './words';

const texts = {
  sv: {
    name: 'Tidslinje',
    what: 'Vad',
    happened: 'Hände',
    stated: 'Sades',
    recorded: 'Registrerades',
    source: 'Källa',
    threeDates: 'Tre datum',
  },
  en: {
    name: 'Timeline',
    what: 'What',
    happened: 'Happened',
    stated: 'Stated',
    recorded: 'Recorded',
    source: 'Source',
    threeDates: 'Three dates',
  },
} as const;

/** What happened, in time: each fact with its words and source, and its three dates where they differ. */
export function DecisionTimeline({
  facts,
  date = 'stated',
  language,
}: {
  readonly facts: readonly TimelineFact[];
  readonly date?: FactDate;
  readonly language: Language;
}) {
  const text = texts[language];
  const days = layTimeline(facts, date, language);
  const entries = days.flatMap((day) => day.entries);
  return (
    <Picture
      name={text.name}
      finding={timelineFinding(days, language)}
      language={language}
      table={
        <table>
          <thead>
            <tr>
              {[text.what, text.happened, text.stated, text.recorded].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map(({ fact }) => (
              <tr key={fact.id}>
                <th scope="row">
                  <Said>{fact.line}</Said>
                </th>
                <td>{fact.occurredText}</td>
                <td>{longDay(fact.statedAt, language)}</td>
                <td>{longDay(fact.recordedOn, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <ol className="timeline">
        {days.map(({ day, dayText, silence, entries: told }) => (
          <li key={day} className="timeline-day">
            {silence && <p className="timeline-silence">{silence.text}</p>}
            <h3 className="timeline-date">
              <time dateTime={day}>{dayText}</time>
            </h3>
            <ol className="timeline-events">
              {told.map((one) => (
                <li
                  key={one.fact.id}
                  className={`timeline-entry ${familyOf(one.fact.type.code)}`}
                  id={`handelse-${one.fact.id}`}
                >
                  <div
                    className="timeline-card"
                    {...entry(`${dayText}, ${one.fact.type.text}`, one === entries[0])}
                  >
                    <Told entry={one} language={language} />
                  </div>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </Picture>
  );
}

function Told({
  entry: { fact, about, dates, afterwards },
  language,
}: {
  readonly entry: Entry;
  readonly language: Language;
}) {
  const text = texts[language];
  const own = useOwn();
  const source = fact.source && (
    <>
      {text.source}: <span {...own}>{fact.source.document}</span>
    </>
  );
  return (
    <>
      <p className="timeline-head">
        <span className="timeline-type">{fact.type.text}</span>
        {about !== undefined && (
          <span className="timeline-about" {...own}>
            {about}
          </span>
        )}
      </p>
      <p className="timeline-line">
        <Said>{fact.line}</Said>
      </p>
      {dates.length > 0 && (
        <div className={afterwards === undefined ? 'timeline-told' : 'timeline-told afterwards'}>
          {afterwards !== undefined && <p>{afterwards}</p>}
          <dl className="timeline-dates" aria-label={text.threeDates}>
            {dates.map(({ which, name, text: said }) => (
              <div key={which}>
                <dt>{capital(name)}</dt>
                <dd>{said}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {fact.source?.quote === undefined ? (
        source && <p className="timeline-source">{source}</p>
      ) : (
        <details className="timeline-source">
          <summary>{source}</summary>
          <blockquote {...own}>{fact.source.quote}</blockquote>
        </details>
      )}
    </>
  );
}

type FactType = NonNullable<NonNullable<Asking<'/api/audit'>['query']>['type']>;

const families = ['moved', 'said', 'ended'] as const;

/** What has a mark of its own, by its shape. */
const marked = {
  moved: ['DeadlineMoved', 'MilestoneMoved', 'MeetingMoved'],
  said: [
    'AssignmentAcknowledged',
    'ProgressReported',
    'DeliverableReported',
    'FinalReportSubmitted',
    'WrongAssigneeReported',
    'PerCapsulamReported',
    'MilestoneReached',
  ],
  ended: ['AssignmentClosed', 'MatterClosed', 'DecisionRevoked', 'DecisionSuperseded', 'MilestoneDropped'],
} as const satisfies Readonly<Record<(typeof families)[number], readonly FactType[]>>;

/** The shape of its mark. */
const familyOf = (code: string): (typeof families)[number] | 'plain' =>
  families.find((family) => marked[family].some((one) => one === code)) ?? 'plain';
