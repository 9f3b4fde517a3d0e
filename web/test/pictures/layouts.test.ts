import { describe, expect, it } from 'vitest';
import { balanceFinding, layBalance } from '../../src/pictures/balance';
import { changesFinding, layChanges, type BoardChange } from '../../src/pictures/changes';
import { layRail, railFinding } from '../../src/pictures/rail';
import {
  dayAt,
  dayNear,
  handleText,
  keyed,
  laySlider,
  placeOf,
  sliderFinding,
} from '../../src/pictures/slider';
import { layTimeline, timelineFinding } from '../../src/pictures/timeline';
import { layWheel } from '../../src/pictures/wheel';
import { fact, meetings } from './scene';

describe('the progress rail', () => {
  const standings = (progress: Parameters<typeof layRail>[0]) =>
    layRail(progress, '2026-03-01', 'sv').map(({ standing }) => standing);

  it('shows what is done and what is next', () => {
    expect(standings({ decided: '2025-11-13', received: { done: true } })).toEqual([
      'done',
      'done',
      'now',
      'ahead',
    ]);
  });
  it('shows nothing planned as done', () => {
    expect(
      standings({
        decided: '2026-09-01',
        received: { done: true, on: '2026-09-02' },
        reported: { how: 'finally', on: '2026-10-01' },
        closed: { done: true, on: '2026-11-12' },
      }),
    ).toEqual(['ahead', 'ahead', 'ahead', 'ahead']);
  });
  it('says when a plan is for', () => {
    expect(layRail({ decided: '2026-09-01' }, '2026-03-01', 'sv')[0]?.note).toBe(
      'planerat till 1 september 2026',
    );
  });
  it('does not take a final report for a closing', () => {
    const stations = layRail(
      { decided: '2025-11-13', received: { done: true }, reported: { how: 'finally', on: '2026-02-01' } },
      '2026-03-01',
      'sv',
    );
    expect(stations.map(({ standing }) => standing)).toEqual(['done', 'done', 'done', 'now']);
    expect(railFinding(stations, 'sv')).toBe('Det är rapporterat; näst på tur: avslutat av organet.');
  });
  it('shows a report of a part as a part', () => {
    const progress = { decided: '2025-11-13', reported: { how: 'partly' } } as const;
    expect(standings(progress)).toEqual(['done', 'done', 'partly', 'ahead']);
    expect(railFinding(layRail(progress, '2026-03-01', 'sv'), 'sv')).toBe(
      'Det är rapporterat till en del; slutredovisningen återstår.',
    );
  });
  it.each([
    ['2026-06-04', 'Det är mottaget; näst på tur: rapporterat, väntas 4 juni 2026.'],
    ['2026-02-20', 'Det är mottaget; näst på tur: rapporterat, väntades 20 februari 2026.'],
  ])('says that an answer of %s is or was expected', (expected, words) => {
    const progress = { decided: '2025-11-13', received: { done: true }, expected };
    expect(railFinding(layRail(progress, '2026-03-01', 'sv'), 'sv')).toBe(words);
  });
  it('closed without a report stays without one', () => {
    expect(standings({ decided: '2025-11-13', closed: { done: true } })).toEqual([
      'done',
      'ahead',
      'ahead',
      'done',
    ]);
  });
});

describe('the timeline', () => {
  it('shows three dates only where they differ', () => {
    const [same, other] = layTimeline(
      [
        fact(),
        fact({
          id: 'f2',
          occurred: '2023',
          occurredText: '2023',
          statedAt: '2025-11-20',
          recordedOn: '2026-01-07',
        }),
      ],
      'stated',
      'sv',
    ).map(({ entries }) => entries[0]);
    expect(same?.dates).toEqual([]);
    expect(other?.dates.map(({ text }) => text)).toEqual(['2023', '20 november 2025', '7 januari 2026']);
  });
  it.each([
    ['2025-11-13', '2025-11-13', '2025-11-13', undefined],
    ['2023', '2025-11-13', '2025-11-13', 'Sagt i efterhand'],
    ['2025', '2025-11-13', '2025-11-13', undefined],
    [null, '2025-11-13', '2026-01-07', 'Registrerat i efterhand'],
    ['2025-11-12', '2025-11-13', '2026-01-07', 'Sagt och registrerat i efterhand'],
  ])('says of what happened %s, was told %s and recorded %s: %s', (occurred, statedAt, recordedOn, words) => {
    const [day] = layTimeline([fact({ occurred, statedAt, recordedOn })], 'stated', 'sv');
    expect(day?.entries[0]?.afterwards).toBe(words);
  });
  it('goes by the date asked for', () => {
    const facts = [
      fact({ id: 'late', occurred: '2025-10-01', statedAt: '2025-12-01', recordedOn: '2026-01-01' }),
      fact({ id: 'early', occurred: '2025-11-01', statedAt: '2025-11-01', recordedOn: '2025-11-01' }),
    ];
    const ids = (date: Parameters<typeof layTimeline>[1]) =>
      layTimeline(facts, date, 'sv').flatMap(({ entries }) => entries.map((entry) => entry.fact.id));
    expect(ids('happened')).toEqual(['late', 'early']);
    expect(ids('stated')).toEqual(['early', 'late']);
  });
  it('puts what happened on a day under one date, and says once what it is about', () => {
    const about = (id: string) => ({
      subject: { id, title: id },
      relation: { code: 'assignment', text: 'uppdrag ur beslutet' },
    });
    const days = layTimeline(
      [fact(about('plan')), fact({ id: 'f2', ...about('plan') }), fact({ id: 'f3', ...about('karta') })],
      'stated',
      'sv',
    );
    expect(days.map(({ dayText, entries }) => [dayText, entries.map((one) => one.about)])).toEqual([
      ['13 november 2025', ['plan', undefined, 'karta']],
    ]);
  });
  it('says how long nothing was heard', () => {
    const days = layTimeline([fact(), fact({ id: 'f2', statedAt: '2026-03-19' })], 'stated', 'sv');
    expect(days[1]?.silence?.text).toBe('4 månader utan händelse');
    expect(timelineFinding(days, 'sv')).toBe(
      '2 händelser mellan 13 november 2025 och 19 mars 2026; som längst 126 dagar utan händelse.',
    );
    const years = layTimeline([fact(), fact({ id: 'f2', statedAt: '2028-12-01' })], 'stated', 'en');
    expect(years[1]?.silence?.text).toBe('3 years without an event');
  });
  it('counts the moves', () => {
    const days = layTimeline(
      [fact({ type: { code: 'DeadlineMoved', text: 'tid flyttad' } })],
      'stated',
      'en',
    );
    expect(timelineFinding(days, 'en')).toBe('1 event on 13 November 2025; the time has moved once.');
    expect(timelineFinding([], 'en')).toBe('Nothing is recorded.');
  });
});

describe('the time slider', () => {
  const slider = laySlider(
    [
      { id: '1', day: '2026-01-11', label: 'givet' },
      { id: '2', day: '2026-01-21', label: 'flyttat' },
      { id: '3', day: '2026-01-21', label: 'rapport' },
    ],
    '2026-02-19',
    'sv',
  );
  it('reaches from the day before the first event to the last day', () => {
    expect([slider.from, slider.to, slider.stops]).toEqual([
      '2026-01-10',
      '2026-02-19',
      ['2026-01-11', '2026-01-21'],
    ]);
  });
  it('stands bars on each other where they would cover each other', () => {
    expect(slider.bars.map(({ level }) => level)).toEqual([0, 0, 1]);
    const years = ['2016-01-01', '2026-01-10', '2026-01-12', '2026-01-14'];
    const long = laySlider(
      years.map((day) => ({ id: day, day, label: '' })),
      '2026-02-19',
      'sv',
    );
    expect([long.bars.map(({ level }) => level), long.levels]).toEqual([[0, 0, 1, 2], 3]);
  });
  it('takes what is near an event for its day', () => {
    const near = placeOf(slider, '2026-01-20');
    expect(dayNear(slider, near, 0.03)).toBe('2026-01-21');
    expect(dayNear(slider, near, 0.01)).toBe('2026-01-20');
    expect(dayNear(laySlider([], '2026-02-19', 'sv'), 1, 0.1)).toBe('2026-02-19');
  });
  it.each([
    [
      '2026-01-10',
      '2026-01-10',
      'sv',
      'Ingen händelse mellan A, 10 januari 2026, och B, 10 januari 2026; ingen redan vid A, 3 efter B.',
    ],
    [
      '2026-01-10',
      '2026-01-12',
      'sv',
      '1 händelse mellan A, 10 januari 2026, och B, 12 januari 2026; ingen redan vid A, 2 efter B.',
    ],
    [
      '2026-01-11',
      '2026-02-01',
      'en',
      '2 events between A, 11 January 2026, and B, 1 February 2026; 1 already at A, none after B.',
    ],
  ] as const)('says what lies between %s and %s in %s', (a, b, language, words) => {
    expect(sliderFinding(slider, a, b, language)).toBe(words);
  });
  it('says so when there is no event at all', () => {
    expect(sliderFinding(laySlider([], '2026-02-19', 'en'), '2026-02-19', '2026-02-19', 'en')).toBe(
      'No event is recorded.',
    );
  });
  it('turns places into days and back', () => {
    for (const day of ['2026-01-10', '2026-01-21', '2026-02-19'])
      expect(dayAt(slider, placeOf(slider, day))).toBe(day);
    expect(dayAt(slider, 7)).toBe('2026-02-19');
  });
  it.each([
    ['ArrowRight', false, '2026-01-21'],
    ['ArrowLeft', false, '2026-01-11'],
    ['ArrowRight', true, '2026-01-13'],
    ['PageUp', false, '2026-02-11'],
    ['PageDown', false, '2026-01-10'],
    ['Home', false, '2026-01-10'],
    ['End', false, '2026-02-19'],
    ['x', false, undefined],
  ])('%s, shift %s, takes a handle to %s', (key, shift, to) => {
    expect(keyed(slider, '2026-01-12', key, shift)).toBe(to);
  });
  it('says its date and how far it has come', () => {
    expect(handleText(slider, '2026-01-15', 'sv')).toBe('15 januari 2026, 1 av 3 händelser');
  });
});

describe('changed since', () => {
  const row = (id: string, latest?: string) => ({
    id,
    kind: { code: 'assignment', text: 'uppdrag' },
    title: id,
    window: { original: latest ?? '', latest },
  });
  const word = (code: string) => ({ code, text: code });
  const changes: readonly BoardChange[] = [
    { change: word('added'), after: row('ny'), changes: [] },
    {
      change: word('changed'),
      before: row('flyttad', '2026-06-04'),
      after: row('flyttad', '2026-09-01'),
      changes: [{ field: 'window', label: 'tid', fromText: '4 juni 2026', toText: '1 september 2026' }],
    },
    { change: word('removed'), before: row('klar'), changes: [] },
    {
      change: word('changed'),
      before: row('tyst'),
      after: row('tyst'),
      changes: [{ field: 'lastWord', label: 'senast hört', toText: '5 juni 2026' }],
    },
  ];
  it('puts what moved first and leaves out what nobody need know', () => {
    expect(layChanges(changes).map(({ kind, id }) => [kind, id])).toEqual([
      ['moved', 'flyttad'],
      ['added', 'ny'],
      ['removed', 'klar'],
    ]);
  });
  it('says how many, and how far at most', () => {
    expect(changesFinding(layChanges(changes), '2025-11-13', 'sv')).toBe(
      'Sedan 13 november 2025: 1 har tillkommit, 1 är inte längre öppet, 1 har fått ny frist (som mest 89 dagar senare).',
    );
  });
});

describe('the case balance', () => {
  const balance = {
    date: '2026-06-05',
    open: 13,
    late: 2,
    undated: 4,
    byAge: [
      { fromDays: 0, count: 5 },
      { fromDays: 90, count: 2 },
      { fromDays: 180, count: 6 },
      { fromDays: 365, count: 0 },
    ],
  };
  it('names its bars by days and measures them by the longest', () => {
    expect(layBalance(balance, 'sv').map(({ name, length }) => [name, length])).toEqual([
      ['0–89 dagar', 5 / 6],
      ['90–179 dagar', 2 / 6],
      ['180–364 dagar', 1],
      ['365 dagar eller mer', 0],
    ]);
  });
  it('says what is old, late and without a time', () => {
    expect(balanceFinding(balance, 'sv')).toBe(
      '13 uppdrag var öppna 5 juni 2026: 6 i ett halvår eller mer, 2 försenade, 4 utan tid.',
    );
  });
});

describe('the year wheel', () => {
  const wheel = layWheel(
    {
      year: 2026,
      today: '2026-04-01',
      meetings: meetings.map((meeting) => ({
        ...meeting,
        href: `/moten/${meeting.id}`,
        held: meeting.id === 'mars',
      })),
      topics: [{ name: 'Hjälpmedel', meetings: ['mars', 'september', 'okänt'] }],
    },
    'sv',
  );
  it('goes clockwise from the top', () => {
    const [mars, juni, september] = wheel.meetings;
    expect(mars?.at.x).toBeGreaterThan(0);
    expect(mars?.at.y).toBeLessThan(0);
    expect(juni?.at.y).toBeGreaterThan(0);
    expect(september?.at.x).toBeLessThan(0);
  });
  it('marks a topic at the meetings that take it up', () => {
    expect(wheel.topics[0]?.marks).toHaveLength(2);
    expect(wheel.topics[0]?.days).toBe('19 mars, 24 september');
    expect(wheel.meetings[0]?.reading).toBe('19 mar, ordinarie möte 19 mars 2026, genomfört: Hjälpmedel');
  });
  it('says how many meetings and which is next', () => {
    expect(wheel.finding).toBe(
      '2026 har 3 ordinarie möten, med 1 återkommande fråga. Nästa ordinarie möte är 4 juni 2026.',
    );
  });
  it('shows no meeting as held that nobody has said was held', () => {
    const all = meetings.map((one) => ({ ...one, href: '', held: false }));
    const laid = layWheel({ year: 2026, today: '2026-06-05', meetings: all, topics: [] }, 'en');
    expect(laid.meetings.map(({ standing }) => standing)).toEqual(['unsaid', 'unsaid', 'ahead']);
    expect(laid.meetings[1]?.reading).toBe('4 Jun, ordinarie möte 4 June 2026, not marked as held');
  });
  it('says so when no meeting is scheduled', () => {
    expect(layWheel({ year: 2027, today: '2026-06-05', meetings: [], topics: [] }, 'sv').finding).toBe(
      'Inget möte är inlagt för 2027.',
    );
  });
  it('does not take an extra meeting for the next ordinary one', () => {
    const extra = {
      id: 'extra',
      day: '2026-04-20',
      kind: 'extra',
      name: 'extramöte',
      href: '/moten/extra',
      held: false,
    } as const;
    const all = meetings.map((one) => ({ ...one, href: '', held: one.id === 'mars' }));
    const year = { year: 2026, today: '2026-04-01', meetings: [...all, extra], topics: [] };
    expect(layWheel(year, 'sv').finding).toBe(
      '2026 har 3 ordinarie möten och 1 annat. Nästa ordinarie möte är 4 juni 2026. Dessförinnan: extramöte 20 april 2026.',
    );
  });
});
