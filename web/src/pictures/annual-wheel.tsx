import { A, Own } from '../app/parts';
import { type Language, longDay } from './days';
import { mark, Picture } from './picture';
import { layWheel, type WheelInput } from './wheel';

const texts = {
  sv: {
    name: 'Årshjul',
    topic: 'Fråga',
    yes: 'tas upp',
    no: 'tas inte upp',
    none: 'Inga återkommande frågor är inlagda. När de är det står de här, med mötena som tar upp dem.',
    never: 'inget möte i år',
    key: {
      held: 'genomfört möte',
      ahead: 'planerat möte',
      unsaid: 'har varit, inte markerat som genomfört',
      other: 'extramöte, per capsulam',
      today: 'i dag',
    },
  },
  en: {
    name: 'Year wheel',
    topic: 'Topic',
    yes: 'taken up',
    no: 'not taken up',
    none: 'No recurring topics are placed. When they are they stand here, with the meetings that take them up.',
    never: 'no meeting this year',
    key: {
      held: 'meeting held',
      ahead: 'meeting planned',
      unsaid: 'has been, not marked as held',
      other: 'extra meeting, per capsulam',
      today: 'today',
    },
  },
} as const;

/** The year of a body as a ring of months, with its meetings and the topics that come back. */
export function AnnualWheel({ language, ...input }: WheelInput & { readonly language: Language }) {
  const text = texts[language];
  const wheel = layWheel(input, language);
  const { half } = wheel;
  return (
    <Picture
      name={`${text.name} ${input.year.toString()}`}
      finding={wheel.finding}
      language={language}
      table={
        <table className="wheel-table">
          <thead>
            <tr>
              <th scope="col">{text.topic}</th>
              {wheel.meetings.map((meeting) => (
                <th key={meeting.id} scope="col">
                  <A to={meeting.href}>{longDay(meeting.day, language)}</A>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {input.topics.map((topic) => (
              <tr key={topic.name}>
                <th scope="row">
                  <Own>{topic.name}</Own>
                </th>
                {wheel.meetings.map((meeting) => {
                  const taken = topic.meetings.includes(meeting.id);
                  return (
                    <td key={meeting.id}>
                      <span aria-hidden="true">{taken ? '●' : '–'}</span>
                      <span className="only-read">{taken ? text.yes : text.no}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <div className="wheel">
        <svg
          className="wheel-ring"
          viewBox={`${(-half - 36).toString()} -182 ${(half * 2 + 72).toString()} 364`}
        >
          {wheel.months.map(({ name, path, at, past }) => (
            <g key={name} aria-hidden="true">
              <path className={past ? 'wheel-month past' : 'wheel-month'} d={path} />
              <text className="wheel-month-name" x={at.x} y={at.y} dy="4" textAnchor="middle">
                {name}
              </text>
            </g>
          ))}
          {wheel.topics.map(({ number, radius }) => (
            <circle key={number} className="wheel-orbit" r={radius} aria-hidden="true" />
          ))}
          {wheel.today && (
            <line
              className="wheel-today"
              x1={wheel.today[0].x}
              y1={wheel.today[0].y}
              x2={wheel.today[1].x}
              y2={wheel.today[1].y}
              aria-hidden="true"
            />
          )}
          {wheel.meetings.map((meeting, index) => (
            <A
              key={meeting.id}
              to={meeting.href}
              data-mark=""
              aria-label={meeting.reading}
              tabIndex={index === 0 ? 0 : -1}
            >
              <line
                className={meeting.kind === 'ordinary' ? 'wheel-spoke' : 'wheel-spoke other'}
                x1={meeting.spoke[0].x}
                y1={meeting.spoke[0].y}
                x2={meeting.spoke[1].x}
                y2={meeting.spoke[1].y}
              />
              <line
                className="wheel-tick"
                x1={meeting.tick[0].x}
                y1={meeting.tick[0].y}
                x2={meeting.tick[1].x}
                y2={meeting.tick[1].y}
              />
              <circle
                className={`wheel-meeting ${meeting.kind === 'ordinary' ? '' : 'other'} ${meeting.standing}`}
                cx={meeting.at.x}
                cy={meeting.at.y}
                r={meeting.kind === 'ordinary' ? 8 : 6}
              />
              {meeting.standing === 'unsaid' && (
                <circle className="wheel-unsaid" cx={meeting.at.x} cy={meeting.at.y} r="2.5" />
              )}
              <text
                className={meeting.kind === 'ordinary' ? 'wheel-label' : 'wheel-label other'}
                x={meeting.label.x}
                y={meeting.label.y}
                dy="5"
                textAnchor={meeting.anchor}
              >
                {meeting.short}
              </text>
            </A>
          ))}
          {wheel.topics.flatMap(({ number, marks }) =>
            marks.map(({ at, reading }) => (
              <g key={`${number.toString()}-${at.x.toString()}-${at.y.toString()}`} {...mark(reading, false)}>
                <circle className="wheel-topic" cx={at.x} cy={at.y} r="9" />
                <text className="wheel-topic-number" x={at.x} y={at.y} dy="4" textAnchor="middle">
                  {number}
                </text>
              </g>
            )),
          )}
          <text className="wheel-year" y="8" textAnchor="middle" aria-hidden="true">
            {input.year}
          </text>
        </svg>
        {wheel.topics.length > 0 ? (
          <ol className="wheel-topics">
            {wheel.topics.map(({ number, name, days }) => (
              <li key={number}>
                <span>
                  <Own>{name}</Own> <span className="wheel-days">{days === '' ? text.never : days}</span>
                </span>
              </li>
            ))}
          </ol>
        ) : (
          <p className="picture-empty">{text.none}</p>
        )}
      </div>
      <ul className="picture-key" aria-hidden="true">
        {(['held', 'ahead', 'unsaid', 'other'] as const)
          .filter((how) =>
            wheel.meetings.some(({ standing, kind }) =>
              how === 'other' ? kind !== 'ordinary' : standing === how,
            ),
          )
          .map((how) => (
            <li key={how}>
              <svg width="20" height="20" viewBox="-10 -10 20 20">
                <circle className={`wheel-meeting ${how}`} r={how === 'other' ? 6 : 8} />
                {how === 'unsaid' && <circle className="wheel-unsaid" r="2.5" />}
              </svg>
              {text.key[how]}
            </li>
          ))}
        {wheel.today && (
          <li>
            <svg width="6" height="18">
              <line className="wheel-today" x1="3" x2="3" y1="0" y2="18" />
            </svg>
            {text.key.today}
          </li>
        )}
      </ul>
    </Picture>
  );
}
