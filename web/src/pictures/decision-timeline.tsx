import { useOwn } from '../app/parts';
import type { Language } from './days';
import { type FactDate, layTimeline, type TimelineFact, timelineFinding } from './timeline';
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
  const own = useOwn();
  const entries = layTimeline(facts, date, language);
  return (
    <Picture
      name={text.name}
      finding={timelineFinding(entries, language)}
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
                <th scope="row">{fact.line}</th>
                <td>{fact.occurredText}</td>
                <td>{fact.statedAt}</td>
                <td>{fact.recordedOn}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <ol className="timeline">
        {entries.map(({ fact, day, dayText, dates, silence }, index) => (
          <li
            key={fact.id}
            className={`timeline-entry ${familyOf(fact.type.code)}`}
            id={`handelse-${fact.id}`}
          >
            {silence !== undefined && <p className="timeline-silence">{silence}</p>}
            <div className="timeline-card" {...entry(`${dayText}, ${fact.type.text}`, index === 0)}>
              <p className="timeline-head">
                <time dateTime={day}>{dayText}</time>
                <span className="timeline-type">{fact.type.text}</span>
                {fact.relation && fact.relation.code !== 'self' && fact.subject.title !== undefined && (
                  <span className="timeline-about" {...own}>
                    {fact.subject.title}
                  </span>
                )}
              </p>
              <p className="timeline-line">{fact.line}</p>
              {dates.length > 0 && (
                <dl className="timeline-dates" aria-label={text.threeDates}>
                  {dates.map(({ which, name, text: said }) => (
                    <div key={which}>
                      <dt>{capital(name)}</dt>
                      <dd>{said}</dd>
                    </div>
                  ))}
                </dl>
              )}
              {fact.source && (
                <details className="timeline-source">
                  <summary>
                    {text.source}: <span {...own}>{fact.source.document}</span>
                  </summary>
                  {fact.source.quote !== undefined && <blockquote {...own}>{fact.source.quote}</blockquote>}
                </details>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Picture>
  );
}

/** The shape of its mark. */
function familyOf(code: string): 'moved' | 'said' | 'ended' | 'plain' {
  if (/Moved$/.test(code)) return 'moved';
  if (/Report|Acknowledged|Reached/.test(code)) return 'said';
  if (/Closed|Revoked|Superseded|Dropped/.test(code)) return 'ended';
  return 'plain';
}
