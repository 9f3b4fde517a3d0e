import type { Day, Language } from './days';
import { Picture, worded } from './picture';
import { layRail, type Progress, railFinding, type Station } from './rail';

const texts = {
  sv: { name: 'Hur långt det har kommit' },
  en: { name: 'How far it has come' },
} as const;
const standings = {
  sv: { done: 'klart', partly: 'delvis', now: 'näst på tur', ahead: 'återstår' },
  en: { done: 'done', partly: 'partly', now: 'next', ahead: 'to come' },
} as const;

/** How far it has come, from the decision to the body's closing: a list in words, and so its own twin. */
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
  const text = texts[language];
  const standingOf = ({ standing }: Station): string => standings[language][standing];
  return (
    <Picture name={text.name} finding={railFinding(stations, language)} language={language}>
      <ol className="rail">
        {stations.map((station, index) => (
          <li
            key={station.step}
            className={`rail-station ${station.standing}`}
            aria-current={station.standing === 'now' || station.standing === 'partly' ? 'step' : undefined}
          >
            <div
              className="rail-step mark"
              {...worded(
                [station.name, station.standing !== 'partly' && standingOf(station), station.note]
                  .filter((part) => part !== undefined && part !== false)
                  .join(', '),
                index === 0,
              )}
            >
              <svg className="rail-mark" viewBox="-12 -12 24 24" width="24" height="24" aria-hidden="true">
                <circle r="9" />
                {station.standing === 'done' && <path d="M-4.5,0 L-1.5,3.5 L4.5,-3.5" />}
                {station.standing === 'partly' && <path className="rail-half" d="M0,-9 A9,9 0 0 1 0,9 Z" />}
                {station.standing === 'now' && <circle className="rail-dot" r="3.5" />}
              </svg>
              <span className="rail-name">{station.name}</span>
              {station.note !== undefined && <span className="rail-note">{station.note}</span>}
            </div>
          </li>
        ))}
      </ol>
    </Picture>
  );
}
