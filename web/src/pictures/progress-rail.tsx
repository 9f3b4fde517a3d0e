import type { Day, Language } from './days';
import { layRail, type Progress, railFinding } from './rail';
import './pictures.css';

const heads = {
  sv: { table: 'Visa som tabell', step: 'Steg', standing: 'Läge', note: 'När' },
  en: { table: 'Show as a table', step: 'Step', standing: 'Standing', note: 'When' },
} as const;
const standings = {
  sv: { done: 'klart', partly: 'delvis', now: 'näst på tur', ahead: 'återstår' },
  en: { done: 'done', partly: 'partly', now: 'next', ahead: 'to come' },
} as const;

/** How far it has come, from the decision to the body's closing. */
export function ProgressRail({
  progress,
  today,
  language,
}: {
  readonly progress: Progress;
  readonly today: Day;
  readonly language: Language;
}) {
  const stations = layRail(progress, today, language);
  const head = heads[language];
  return (
    <div>
      <ol className="rail" aria-label={railFinding(stations, language)}>
        {stations.map(({ step, name, standing, note }) => (
          <li
            key={step}
            className={`rail-station ${standing}`}
            aria-current={standing === 'now' ? 'step' : undefined}
          >
            <svg className="rail-mark" viewBox="-12 -12 24 24" width="24" height="24" aria-hidden="true">
              <circle r="9" />
              {standing === 'done' && <path d="M-4.5,0 L-1.5,3.5 L4.5,-3.5" />}
              {standing === 'partly' && <path className="rail-half" d="M0,-9 A9,9 0 0 1 0,9 Z" />}
              {standing === 'now' && <circle className="rail-dot" r="3.5" />}
            </svg>
            <span className="rail-name">{name}</span>
            <span className="picture-spoken">, {standings[language][standing]}</span>
            {note !== undefined && <span className="rail-note">{note}</span>}
          </li>
        ))}
      </ol>
      <details className="picture-table">
        <summary>{head.table}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{head.step}</th>
              <th scope="col">{head.standing}</th>
              <th scope="col">{head.note}</th>
            </tr>
          </thead>
          <tbody>
            {stations.map(({ step, name, standing, note }) => (
              <tr key={step}>
                <th scope="row">{name}</th>
                <td>{standings[language][standing]}</td>
                <td>{note ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
