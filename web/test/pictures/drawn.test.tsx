import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AnnualWheel } from '../../src/pictures/annual-wheel';
import { CaseBalance } from '../../src/pictures/case-balance';
import { ChangedSince } from '../../src/pictures/changed-since';
import { DecisionTimeline } from '../../src/pictures/decision-timeline';
import { FeedbackBand } from '../../src/pictures/feedback-band';
import { ProgressRail } from '../../src/pictures/progress-rail';
import { TimeSlider } from '../../src/pictures/time-slider';
import { awaited, fact, meetings } from './scene';

const shared = { language: 'sv', today: '2026-03-01' } as const;
const markName = (): string | null => document.activeElement?.getAttribute('aria-label') ?? null;

describe('a picture', () => {
  beforeEach(() => {
    render(
      <MemoryRouter>
        <FeedbackBand
          today="2026-03-01"
          language="sv"
          meetings={meetings}
          awaited={[
            awaited({
              promise: { text: '1 september 2026', to: '2026-09-01' },
              earlier: [{ text: '4 juni 2026', to: '2026-06-04' }],
            }),
            awaited({
              id: 'sen',
              title: 'Sent',
              late: true,
              promise: { text: 'i februari', to: '2026-02-10' },
            }),
          ]}
        />
      </MemoryRouter>,
    );
  });

  it('is named by its finding', () => {
    expect(
      screen.getByRole('figure', { name: /^Återkopplingsband: Mest försenat är ”Sent”, 19 dagar/ }),
    ).toBeTruthy();
  });
  it('has the same in a table', () => {
    const row = within(screen.getByRole('table', { hidden: true })).getByRole('row', {
      name: /Plan för uppföljning/,
      hidden: true,
    });
    expect(row.textContent).toContain('1 september 2026');
    expect(row.textContent).toContain('4 juni 2026 (+89 dagar)');
  });
  it('is one stop for Tab, and its marks are reached by the arrows and read out', () => {
    const marks = [...document.querySelectorAll<SVGElement>('[data-mark]')];
    expect(marks.map((mark) => mark.getAttribute('tabindex'))).toEqual(['0', '-1']);
    marks[0]?.focus();
    fireEvent.keyDown(marks[0] ?? document.body, { key: 'ArrowDown' });
    expect(markName()).toContain('Plan för uppföljning');
    expect(document.querySelector('.picture-reading')?.textContent).toContain('flyttat 89 dagar');
    expect(marks.map((mark) => mark.getAttribute('tabindex'))).toEqual(['-1', '0']);
  });
  it('has a key to the marks that are there, and to no others', () => {
    expect([...document.querySelectorAll('.picture-key li')].map((item) => item.textContent)).toEqual([
      'frist för återkoppling',
      'väntas till mötet',
      'tidigare löfte',
      'försening',
      'ordinarie möte',
    ]);
  });
  it('says in words what the stripes say', () => {
    expect(screen.getByText('försenat 19 dagar')).toBeTruthy();
  });
});

describe('the time slider', () => {
  const moves: [string, string][] = [];
  function Moving({ from = ['2026-01-12', '2026-01-15'] as [string, string] }) {
    const [[a, b], set] = useState(from);
    return (
      <TimeSlider
        language="sv"
        until="2026-02-19"
        a={a}
        b={b}
        onChange={(...to) => {
          moves.push(to);
          set(to);
        }}
        events={[
          { id: '1', day: '2026-01-11', label: 'givet' },
          { id: '2', day: '2026-01-21', label: 'flyttat' },
          { id: '3', day: '2026-02-01', label: 'rapport' },
        ]}
      />
    );
  }
  beforeEach(() => {
    vi.useFakeTimers();
    moves.length = 0;
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is two sliders that say their date', () => {
    render(<Moving />);
    expect(screen.getAllByRole('slider').map((one) => one.getAttribute('aria-valuetext'))).toEqual([
      '12 januari 2026, 1 av 3 händelser',
      '15 januari 2026, 1 av 3 händelser',
    ]);
  });
  it('moves by keys, and A never passes B', () => {
    render(<Moving />);
    const [a, b] = screen.getAllByRole('slider');
    if (!a || !b) throw new Error('two handles');
    fireEvent.keyDown(b, { key: 'ArrowRight' });
    expect(moves.at(-1)).toEqual(['2026-01-12', '2026-01-21']);
    fireEvent.keyDown(a, { key: 'End' });
    expect(moves.at(-1)).toEqual(['2026-01-21', '2026-01-21']);
    fireEvent.keyDown(b, { key: 'Home' });
    expect(moves.at(-1)).toEqual(['2026-01-21', '2026-01-21']);
  });
  it('plays event by event to the end and stops', async () => {
    render(<Moving />);
    fireEvent.click(screen.getByRole('button', { name: 'Spela upp' }));
    for (let second = 0; second < 5; second++) await act(() => vi.advanceTimersByTimeAsync(1_200));
    expect(moves).toEqual([
      ['2026-01-12', '2026-01-21'],
      ['2026-01-12', '2026-02-01'],
    ]);
    expect(screen.getByRole('button', { name: 'Spela upp' })).toBeTruthy();
  });
});

describe('every picture', () => {
  const facts = [fact({}), fact({ id: 'f2', statedAt: '2026-01-12' })];
  const row = { kind: { code: 'assignment', text: 'uppdrag' }, window: { original: '' } };
  const drawn: readonly [string, ReactNode][] = [
    ['band', <FeedbackBand {...shared} meetings={meetings} awaited={[awaited(), awaited({ id: 'b' })]} />],
    [
      'wheel',
      <AnnualWheel
        {...shared}
        year={2026}
        meetings={meetings.map((meeting) => ({ ...meeting, href: '/', held: false }))}
        topics={[{ name: 'Hjälpmedel', meetings: ['mars'] }]}
      />,
    ],
    ['rail', <ProgressRail {...shared} progress={{ decided: '2025-11-13' }} />],
    ['timeline', <DecisionTimeline {...shared} facts={facts} />],
    [
      'changes',
      <ChangedSince
        {...shared}
        since="2026-01-01"
        hrefOf={() => '/'}
        changes={['a', 'b'].map((id) => ({
          change: { code: 'added', text: 'tillkommet' },
          after: { ...row, id, title: id },
          changes: [],
        }))}
      />,
    ],
    [
      'balance',
      <CaseBalance
        {...shared}
        balance={{
          date: '2026-03-01',
          open: 1,
          late: 0,
          undated: 0,
          byAge: [
            { fromDays: 0, count: 1 },
            { fromDays: 90, count: 0 },
          ],
        }}
      />,
    ],
  ];
  it.each(drawn)('%s: one stop for Tab, arrows between named marks, and a twin in words', (_, picture) => {
    render(<MemoryRouter>{picture}</MemoryRouter>);
    const marks = [...document.querySelectorAll<HTMLElement | SVGElement>('[data-mark]')];
    expect(marks.map(({ tabIndex }) => tabIndex)).toEqual(marks.map((__, at) => (at === 0 ? 0 : -1)));
    expect(marks.length).toBeGreaterThan(1);
    marks[0]?.focus();
    for (const key of ['ArrowDown', 'ArrowUp', 'End'])
      fireEvent.keyDown(document.activeElement ?? document.body, { key });
    expect(document.activeElement).toBe(marks.at(-1));
    expect(markName()).toBeTruthy();
    expect(document.querySelector('.picture-table table tbody tr, ol.rail > li')).toBeTruthy();
  });
});

describe('the others', () => {
  it('the wheel links its meetings and gives the table columns of meetings', () => {
    render(
      <MemoryRouter>
        <AnnualWheel
          language="sv"
          year={2026}
          today="2026-03-01"
          meetings={meetings.map((meeting) => ({ ...meeting, href: `/moten/${meeting.id}`, held: false }))}
          topics={[{ name: 'Hjälpmedel', meetings: ['mars'] }]}
        />
      </MemoryRouter>,
    );
    expect(
      screen
        .getByRole('link', { name: '19 mar, ordinarie möte 19 mars 2026, planerat: Hjälpmedel' })
        .getAttribute('href'),
    ).toBe('/moten/mars');
    const row = screen.getByRole('row', { name: /^Hjälpmedel/, hidden: true });
    expect(
      within(row)
        .getAllByRole('cell', { hidden: true })
        .map((cell) => cell.textContent),
    ).toEqual(['●tas upp', '–tas inte upp', '–tas inte upp']);
  });
  it('the rail says in words which step is next', () => {
    render(
      <ProgressRail
        language="sv"
        today="2026-03-01"
        progress={{ decided: '2025-11-13', received: { done: true } }}
      />,
    );
    expect(screen.getByRole('figure', { name: /Det är mottaget; näst på tur: rapporterat\.$/ })).toBeTruthy();
    expect(document.querySelector('[aria-current=step] [data-mark]')?.getAttribute('aria-label')).toBe(
      'rapporterat, näst på tur',
    );
  });
  it('the timeline shows words as words, whatever they hold', () => {
    const evil = '<img src=x onerror=alert(1)>';
    render(
      <DecisionTimeline
        language="en"
        facts={[fact({ line: evil, source: { document: evil, quote: evil } })]}
      />,
    );
    expect(screen.getAllByText(evil).length).toBeGreaterThan(0);
    expect(document.querySelector('img')).toBeNull();
  });
  it.each([
    [
      'slider',
      <TimeSlider
        key="slider"
        {...shared}
        events={[]}
        until="2026-03-01"
        a="2026-03-01"
        b="2026-03-01"
        onChange={() => undefined}
      />,
    ],
    [
      'balance',
      <CaseBalance
        key="balance"
        {...shared}
        balance={{ date: '2026-03-01', open: 0, late: 0, undated: 0, byAge: [{ fromDays: 0, count: 0 }] }}
      />,
    ],
    [
      'changes',
      <ChangedSince key="changes" {...shared} since="2026-01-01" hrefOf={() => '/'} changes={[]} />,
    ],
    ['wheel', <AnnualWheel key="wheel" {...shared} year={2026} meetings={[]} topics={[]} />],
    ['band', <FeedbackBand key="band" {...shared} meetings={meetings} awaited={[]} />],
  ])('%s says what will stand there when there is nothing yet', (_, picture) => {
    render(<MemoryRouter>{picture}</MemoryRouter>);
    expect(document.querySelector('.picture-empty')?.textContent).toMatch(/här/);
    expect(document.querySelector('figcaption')?.textContent).toMatch(/: In/);
  });
});
