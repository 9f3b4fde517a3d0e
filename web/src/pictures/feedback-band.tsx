import { useId } from 'react';
import { A } from '../app/parts';
import { type BandInput, type Lane, layBand } from './band';
import { type Language, longDay } from './days';
import { mark, percent, Picture, Stripes } from './picture';
import { inDays } from './words';

const texts = {
  sv: {
    name: 'Återkopplingsband',
    today: 'i dag',
    meetings: 'Möten',
    assignment: 'Uppdrag',
    responsible: 'Ansvarig',
    written: 'Tid, som den skrevs',
    expected: 'Väntas till mötet',
    earlier: 'Tidigare lovat',
    state: 'Läge',
    late: 'försenat',
    none: 'ingen tid angiven',
    nobody: 'ingen',
    key: {
      span: 'tid för återkoppling',
      expected: 'väntas till mötet',
      ghost: 'tidigare löfte',
      late: 'försening',
      meeting: 'ordinarie möte',
      other: 'extramöte, per capsulam',
    },
  },
  en: {
    name: 'Feedback band',
    today: 'today',
    meetings: 'Meetings',
    assignment: 'Assignment',
    responsible: 'Responsible',
    written: 'Time, as it was written',
    expected: 'Expected at the meeting',
    earlier: 'Promised earlier',
    state: 'State',
    late: 'late',
    none: 'no time given',
    nobody: 'nobody',
    key: {
      span: 'time for feedback',
      expected: 'expected at the meeting',
      ghost: 'earlier promise',
      late: 'late',
      meeting: 'ordinary meeting',
      other: 'extra meeting, per capsulam',
    },
  },
} as const;

const diamond = 'M0,-7 L7,0 L0,7 L-7,0 Z';
const middle = 16;

/** When answers are expected: a lane per assignment along the time line of the meetings. */
export function FeedbackBand({ language, ...input }: BandInput & { readonly language: Language }) {
  const text = texts[language];
  const stripes = useId();
  const band = layBand(input, language);
  const firstLane = band.groups[0]?.lanes[0];

  const backdrop = (
    <>
      {band.meetings.map(({ meeting, at }) => (
        <line
          key={meeting.id}
          className={meeting.kind === 'ordinary' ? 'band-meeting' : 'band-meeting other'}
          x1={percent(at)}
          x2={percent(at)}
          y1="0"
          y2="100%"
        />
      ))}
      <line className="band-today" x1={percent(band.today)} x2={percent(band.today)} y1="0" y2="100%" />
    </>
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
            {band.groups.flatMap(({ lanes }) =>
              lanes.map(({ awaited, slip }) => (
                <tr key={awaited.id}>
                  <th scope="row">{awaited.title}</th>
                  <td>{awaited.responsible.join(', ') || text.nobody}</td>
                  <td>{awaited.promise.text || text.none}</td>
                  <td>{awaited.expected === undefined ? '–' : longDay(awaited.expected, language)}</td>
                  <td>
                    {awaited.earlier.map((promised) => promised.text).join('; ') || '–'}
                    {slip > 0 && ` (+${inDays(slip, language)})`}
                  </td>
                  <td>
                    {awaited.state}
                    {awaited.late && `, ${text.late}`}
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      }
    >
      <svg className="pattern-store" aria-hidden="true">
        <defs>
          <Stripes id={stripes} className="stripe-late" />
        </defs>
      </svg>
      <div className="band">
        <div className="band-row band-axis" aria-hidden="true">
          <span className="band-label" />
          <svg className="band-lane" height="42">
            {band.months.map(({ at, label, crowded }) => (
              <g key={`${label}${at.toString()}`} className={`crowded-${crowded}`}>
                <line className="band-month" x1={percent(at)} x2={percent(at)} y1="18" y2="24" />
                <text className="band-month-name" x={percent(at)} y="14" dx="3">
                  {label}
                </text>
              </g>
            ))}
            {backdrop}
            {band.meetings.map(({ meeting, at, label, crowded, past }) =>
              meeting.kind === 'ordinary' ? (
                <text
                  key={meeting.id}
                  className={`band-meeting-name${past ? ' past' : ''} crowded-${crowded}`}
                  x={percent(at)}
                  y="36"
                  textAnchor={at > 0.88 ? 'end' : 'start'}
                  dx={at > 0.88 ? -4 : 4}
                >
                  {label}
                </text>
              ) : null,
            )}
          </svg>
        </div>
        {band.groups.map(({ name, lanes }) => (
          <section key={name} className="band-group" aria-label={name}>
            <p className="band-group-name">{name}</p>
            <ul>
              {lanes.map((lane) => (
                <li key={lane.awaited.id} className="band-row">
                  <p className="band-label">
                    <A own to={lane.awaited.href}>
                      {lane.awaited.title}
                    </A>
                    {lane.lateBy > 0 && (
                      <span className="band-late-words">
                        {' '}
                        {text.late} {inDays(lane.lateBy, language)}
                      </span>
                    )}
                  </p>
                  <svg className="band-lane" height={middle * 2}>
                    {backdrop}
                    <LaneMarks
                      lane={lane}
                      late={`url(#${stripes})`}
                      first={lane === firstLane}
                      none={text.none}
                    />
                  </svg>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <div className="band-row band-foot" aria-hidden="true">
          <span className="band-label" />
          <svg className="band-lane" height="18">
            <text
              className="band-today-name"
              x={percent(band.today)}
              y="13"
              textAnchor={band.today > 0.85 ? 'end' : 'middle'}
            >
              {text.today}
            </text>
          </svg>
        </div>
      </div>
      <ul className="picture-key" aria-hidden="true">
        <li>
          <svg width="26" height="14">
            <rect className="band-span" x="1" y="3" width="24" height="8" rx="4" />
          </svg>
          {text.key.span}
        </li>
        <li>
          <svg width="16" height="16">
            <path className="band-expected" d={diamond} transform="translate(8 8)" />
          </svg>
          {text.key.expected}
        </li>
        <li>
          <svg width="26" height="16">
            <line className="band-trail" x1="8" x2="26" y1="8" y2="8" />
            <path className="band-ghost" d={diamond} transform="translate(8 8) scale(.8)" />
          </svg>
          {text.key.ghost}
        </li>
        <li>
          <svg width="26" height="14">
            <rect className="band-late" fill={`url(#${stripes})`} x="1" y="3" width="24" height="8" />
          </svg>
          {text.key.late}
        </li>
        <li>
          <svg width="8" height="16">
            <line className="band-meeting" x1="4" x2="4" y1="0" y2="16" />
          </svg>
          {text.key.meeting}
        </li>
        <li>
          <svg width="8" height="16">
            <line className="band-meeting other" x1="4" x2="4" y1="0" y2="16" />
          </svg>
          {text.key.other}
        </li>
      </ul>
    </Picture>
  );
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
  const end = span?.to ?? expected;
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
          <svg x={percent(at)} y={middle} className="band-point">
            <path className="band-ghost" d={diamond} transform="scale(.8)" />
          </svg>
        </g>
      ))}
      {expected !== undefined && (
        <svg x={percent(expected)} y={middle} className="band-point">
          <path className="band-expected" d={diamond} />
        </svg>
      )}
      {end === undefined && (
        <text className="band-none" x="0" y={middle + 4} dx="6">
          {lane.awaited.promise.text === '' ? none : `”${lane.awaited.promise.text}”`}
        </text>
      )}
    </g>
  );
}
