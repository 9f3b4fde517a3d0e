import { type ReactNode, useId } from 'react';
import { A, Own, useOwn } from '../app/parts';
import { type Band, type BandInput, expectedAt, type Lane, layBand } from './band';
import { type Language, shortDay } from './days';
import { mark, Months, percent, Picture, Stripes } from './picture';
import { inRooms } from './scale';
import { capital, inDays } from './words';

const texts = {
  sv: {
    name: 'Återkopplingsband',
    today: 'i dag',
    assignment: 'Uppdrag',
    responsible: 'Ansvarig',
    written: 'Frist, som den skrevs',
    expected: 'Möte',
    earlier: 'Tidigare lovat',
    state: 'Läge',
    late: 'försenat',
    lateBy: (days: string) => `försenat ${days}`,
    empty: 'När organet har gett uppdrag står de här, med fristen för återkoppling och mötet de väntas till.',
    none: 'ingen frist angiven',
    nobody: 'ingen',
    key: {
      span: 'frist för återkoppling',
      expected: 'väntas till mötet',
      passed: 'väntades till ett möte som har varit',
      ghost: 'tidigare löfte',
      late: 'försening',
      meeting: 'ordinarie möte',
      other: 'extramöte, per capsulam',
    },
  },
  en: {
    name: 'Feedback band',
    today: 'today',
    assignment: 'Assignment',
    responsible: 'Responsible',
    written: 'Deadline, as it was written',
    expected: 'Meeting',
    earlier: 'Promised earlier',
    state: 'State',
    late: 'late',
    lateBy: (days: string) => `${days} late`,
    empty:
      'When the body has given assignments they stand here, with the deadline for feedback and the meeting they are expected at.',
    none: 'no deadline given',
    nobody: 'nobody',
    key: {
      span: 'deadline for feedback',
      expected: 'expected at the meeting',
      passed: 'was expected at a meeting that has been',
      ghost: 'earlier promise',
      late: 'late',
      meeting: 'ordinary meeting',
      other: 'extra meeting, per capsulam',
    },
  },
} as const;

const diamond = 'M0,-7 L7,0 L0,7 L-7,0 Z';
const middle = 16;
/** The lines of the meetings begin below their dates, today's below its name. */
const heights = { meetings: '4.1em', lines: '4.7em', today: '5.5em', from: '6em' } as const;

/** When answers are expected: a lane per assignment along the time line of the meetings; as they stood `then` on a day gone by. */
export function FeedbackBand({
  language,
  then = false,
  ...input
}: BandInput & { readonly language: Language; readonly then?: boolean }) {
  const text = texts[language];
  const stripes = useId();
  const band = layBand(input, language);

  const lanes = band.groups.flatMap((group) => group.lanes);
  const lines = useId();
  const backdrop = <use href={`#${lines}`} />;
  const line = (y: string, today: string) => (
    <>
      {band.meetings.map(({ meeting, at }) => (
        <line
          key={meeting.id}
          className={meeting.kind === 'ordinary' ? 'band-meeting' : 'band-meeting other'}
          x1={percent(at)}
          x2={percent(at)}
          y1={y}
          y2="100%"
        />
      ))}
      <line className="band-today" x1={percent(band.today)} x2={percent(band.today)} y1={today} y2="100%" />
    </>
  );

  if (lanes.length === 0)
    return (
      <Picture name={text.name} finding={band.finding} language={language}>
        <p className="picture-empty">{text.empty}</p>
      </Picture>
    );
  return (
    <Picture
      name={text.name}
      finding={band.finding}
      language={language}
      table={
        <table>
          <thead>
            <tr>
              {[text.assignment, text.responsible, text.written, text.expected, text.earlier, text.state].map(
                (head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {lanes.map(({ awaited, slip }) => (
              <tr key={awaited.id}>
                <th scope="row">
                  <Own>{awaited.title}</Own>
                </th>
                <td>
                  {awaited.responsible.length === 0 ? (
                    text.nobody
                  ) : (
                    <Own>{awaited.responsible.join(', ')}</Own>
                  )}
                </td>
                <td>{awaited.promise.text === '' ? text.none : <Own>{awaited.promise.text}</Own>}</td>
                <td>
                  {awaited.expected === undefined
                    ? '–'
                    : capital(expectedAt(awaited.expected, input.today, language))}
                </td>
                <td>
                  {awaited.earlier.length === 0 ? (
                    '–'
                  ) : (
                    <Own>{awaited.earlier.map((promised) => promised.text).join('; ')}</Own>
                  )}
                  {slip > 0 && ` (+${inDays(slip, language)})`}
                </td>
                <td>
                  {awaited.state}
                  {awaited.late && `, ${text.late}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <svg className="pattern-store" aria-hidden="true">
        <defs>
          <Stripes id={stripes} className="stripe-late" />
          <g id={lines}>{line('0', '0')}</g>
        </defs>
      </svg>
      <div className="band">
        <div className="band-row band-axis" aria-hidden="true">
          <span className="band-label" />
          <div className="scale">
            <svg className="band-lane">
              <Months scale={band.scale} />
              {line(heights.lines, heights.from)}
              {band.meetings.map((label) => (
                <text
                  key={label.meeting.id}
                  className={`band-meeting-name ${label.past || label.meeting.kind !== 'ordinary' ? 'soft ' : ''}${inRooms(label)}`}
                  x={percent(label.at)}
                  y={heights.meetings}
                  textAnchor={label.anchor}
                >
                  {label.text}
                </text>
              ))}
              <text
                className="band-today-name"
                x={percent(band.today)}
                y={heights.today}
                textAnchor={band.today > 0.9 ? 'end' : band.today < 0.1 ? 'start' : 'middle'}
              >
                {then ? shortDay(input.today, language, 'short') : text.today}
              </text>
            </svg>
          </div>
        </div>
        {band.groups.map((group, at) => (
          <section key={group.name} className="band-group" aria-labelledby={`${stripes}-${at.toString()}`}>
            <div className="band-row">
              <p className="band-group-name" id={`${stripes}-${at.toString()}`}>
                {group.lanes[0]?.awaited.responsible.length === 0 ? group.name : <Own>{group.name}</Own>}
              </p>
              <svg className="band-lane" height="1" aria-hidden="true">
                {backdrop}
              </svg>
            </div>
            <ul>
              {group.lanes.map((lane) => (
                <li key={lane.awaited.id} className="band-row">
                  <p className="band-label">
                    <A own to={lane.awaited.href}>
                      {lane.awaited.title}
                    </A>{' '}
                    {lane.lateBy > 0 && (
                      <span className="band-late-words">{text.lateBy(inDays(lane.lateBy, language))}</span>
                    )}
                  </p>
                  <svg className="band-lane" height={middle * 2}>
                    {backdrop}
                    <LaneMarks
                      lane={lane}
                      late={`url(#${stripes})`}
                      first={lane === lanes[0]}
                      none={text.none}
                    />
                  </svg>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <ul className="picture-key" aria-hidden="true">
        {keyOf(band, lanes, `url(#${stripes})`).map(([name, width, swatch]) => (
          <li key={name}>
            <svg width={width} height="16">
              {swatch}
            </svg>
            {text.key[name]}
          </li>
        ))}
      </ul>
    </Picture>
  );
}

type KeyName = keyof (typeof texts)['sv']['key'];

/** What the marks that are there mean: the name, the width and the drawing of each. */
function keyOf(band: Band, lanes: readonly Lane[], late: string) {
  const line = (kind: string) => <line className={`band-meeting ${kind}`} x1="4" x2="4" y1="0" y2="16" />;
  const expected = (kind: string) => (
    <path className={`band-expected ${kind}`} d={diamond} transform="translate(8 8)" />
  );
  const all: readonly (readonly [KeyName, boolean, number, ReactNode])[] = [
    [
      'span',
      lanes.some(({ span }) => span),
      26,
      <rect className="band-span" x="1" y="4" width="24" height="8" rx="4" />,
    ],
    ['expected', lanes.some((lane) => lane.expected?.passed === false), 16, expected('')],
    ['passed', lanes.some((lane) => lane.expected?.passed === true), 16, expected('passed')],
    [
      'ghost',
      lanes.some(({ ghosts }) => ghosts.length > 0),
      26,
      <>
        <line className="band-trail" x1="8" x2="26" y1="8" y2="8" />
        <circle className="band-ghost" cx="8" cy="8" r="4.5" />
      </>,
    ],
    [
      'late',
      lanes.some(({ tail }) => tail),
      26,
      <rect className="band-late" fill={late} x="1" y="4" width="24" height="8" />,
    ],
    ['meeting', band.meetings.some(({ meeting }) => meeting.kind === 'ordinary'), 8, line('')],
    ['other', band.meetings.some(({ meeting }) => meeting.kind !== 'ordinary'), 8, line('other')],
  ];
  return all.flatMap(([name, there, width, swatch]) => (there ? [[name, width, swatch] as const] : []));
}

function LaneMarks({
  lane,
  late,
  first,
  none,
}: {
  readonly lane: Lane;
  readonly late: string;
  readonly first: boolean;
  readonly none: string;
}) {
  const { span, tail, ghosts, expected, reading } = lane;
  const words = lane.awaited.promise.text;
  const own = useOwn();
  const end = span?.to ?? expected?.at;
  return (
    <g className="mark" {...mark(reading, first)}>
      <rect className="band-reach" x="0" y="2" width="100%" height={middle * 2 - 4} />
      {span && (
        <rect
          className="band-span"
          x={percent(span.from)}
          width={percent(Math.max(span.to - span.from, 0.008))}
          y={middle - 4}
          height="8"
          rx="4"
        />
      )}
      {tail && (
        <rect
          className="band-late"
          fill={late}
          x={percent(tail.from)}
          width={percent(Math.max(tail.to - tail.from, 0.006))}
          y={middle - 4}
          height="8"
        />
      )}
      {ghosts.map(({ at, name }, index) => (
        <g key={`${name}${index.toString()}`}>
          {end !== undefined && (
            <line
              className="band-trail"
              x1={percent(at)}
              x2={percent(ghosts[index + 1]?.at ?? end)}
              y1={middle}
              y2={middle}
            />
          )}
          <svg x={percent(at)} y={middle}>
            <circle className="band-ghost" r="4.5" />
          </svg>
        </g>
      ))}
      {expected !== undefined && (
        <svg x={percent(expected.at)} y={middle}>
          <path className={expected.passed ? 'band-expected passed' : 'band-expected'} d={diamond} />
        </svg>
      )}
      {end === undefined && (
        <text className="band-none" x="0" y={middle + 4} dx="6" {...(words !== '' && own)}>
          {words === '' ? none : `”${words}”`}
        </text>
      )}
    </g>
  );
}
