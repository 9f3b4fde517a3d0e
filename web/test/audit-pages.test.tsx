import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { withPlace } from '../src/app/place';
import { Component as Decisions } from '../src/pages/beslut/page';
import { Component as Audit } from '../src/pages/granskning/page';
import { Component as Help } from '../src/pages/hjalp/page';
import { Component as Meetings } from '../src/pages/moten/page';
import { Asked } from '../src/pages/uppdrag/asked';
import { Letters } from '../src/pages/uppdrag/letters';
import { open } from './open';

const word = (code: string) => ({ code, text: code });
const assignment = (id: string, more: object = {}) => ({
  id,
  revision: 1,
  body: { id: 'sra' },
  title: id,
  kind: word('assignment'),
  state: word('given'),
  responsible: [],
  givenOn: '2026-01-10',
  deadline: { original: 'våren 2026', text: 'våren 2026', kind: word('window') },
  moves: 0,
  late: false,
  ...more,
});
const delmal = {
  kind: word('milestone'),
  label: 'Remisstid',
  milestone: 'm1',
  window: { original: 'i maj' },
};
const balance = {
  date: '2026-03-19',
  open: 0,
  byState: [],
  byAge: [],
  late: 0,
  undated: 0,
  milestones: { open: 0, late: 0, undated: 0 },
};
const lists = {
  '/api/board/balance': balance,
  '/api/assignments': { items: [assignment('nattlinje', { closedOn: '2026-03-11' })], next: 'mer' },
  '/api/decisions': { items: [] },
  '/api/views': { items: [{ id: 'v1', revision: 1, name: 'Vår', address: '/granskning', shared: false }] },
};
describe('the reports of a day in the past', () => {
  it('are all of that day, ages too, and offer nothing to save', async () => {
    const asked = await open(Audit, '/granskning?perDatum=2026-03-19', lists, '/granskning/*');
    await screen.findByText('68 dagar');
    const both = asked.filter(({ searchParams }) => searchParams.has('state'));
    expect(both.map(({ searchParams }) => searchParams.get('statedBy'))).toEqual([
      '2026-03-19',
      '2026-03-19',
    ]);
    expect(screen.getByRole('group', { name: 'Äldsta ej avslutade' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Spara granskningen|Byt namn|Ta bort/ })).toBeNull();
  });
  it('are not carried to the pages that ask for days of their own', () => {
    const now = new URLSearchParams('organ=sra&perDatum=2026-03-19&datum=hande');
    expect(withPlace('/granskning', now)).toBe('/granskning?organ=sra&perDatum=2026-03-19&datum=hande');
    expect(withPlace('/granskning/laget', now)).toBe('/granskning/laget?organ=sra&datum=hande');
  });
  it('say so when not all that is closed is counted', async () => {
    await open(Audit, '/granskning', lists, '/granskning/*');
    await screen.findByText('Av organets avslutade uppdrag visas 1; hälften inom 60 dagar.');
    await screen.findByRole('button', { name: 'Spara granskningen' });
    expect(screen.getByRole('button', { name: 'Visa fler' })).toBeTruthy();
  });
});

describe('the board as of a day', () => {
  it('leads from a milestone that has changed to its matter', async () => {
    const change = { change: word('added'), after: { ...assignment('arende-1'), ...delmal }, changes: [] };
    await open(
      Audit,
      '/granskning/laget',
      { ...lists, '/api/board': { items: [] }, '/api/board/compare': { items: [change] } },
      '/granskning/*',
    );
    const link = await screen.findByRole('link', { name: /Remisstid/ });
    expect(link.getAttribute('href')).toBe('/arenden/arende-1');
  });
});

describe('the replay of a decision', () => {
  it('writes its days as one does', async () => {
    const decision = {
      title: 'Nattlinje',
      state: word('revoked'),
      takenOnText: '19 mars 2026',
      points: [],
      effectiveFrom: '2026-03-20',
      ended: { how: word('Upphävt'), from: '2026-05-01' },
      corrections: 0,
      amendments: 0,
      dispatchedTo: [],
    };
    await open(
      Audit,
      '/granskning/beslut/b1',
      { '/api/decisions/b1/history': { decision, entries: [] }, '/api/decisions/b1': decision },
      '/granskning/*',
    );
    expect(await screen.findAllByText('20 mars 2026')).toHaveLength(2);
    expect(screen.getAllByText('Upphävt 1 maj 2026')).toHaveLength(2);
  });
});

describe('a day that is none', () => {
  it('is not asked for', async () => {
    const asked = await open(Decisions, '/beslut?fran=i-fjol&till=2026-05-01', {
      '/api/decisions': { items: [] },
    });
    await screen.findByText('Inga beslut passar');
    const [list] = asked.filter(({ pathname }) => pathname === '/api/decisions');
    expect([list?.searchParams.get('from'), list?.searchParams.get('to')]).toEqual([null, '2026-05-01']);
  });
  it('is no year of meetings', async () => {
    await open(Meetings, '/moten?ar=x', { '/api/meetings': { items: [] } });
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Möten 2026');
  });
});

describe('what the body asked', () => {
  it('is what it asked then, in the past', async () => {
    const heading = <h2>Detta bad organet om</h2>;
    const asked = await open(
      () => <Asked decision="b1" point={1} heading={heading} />,
      '/oversikt?perDatum=2026-03-19&datum=registrerades',
      { '/api/decisions/b1': { points: [{ number: 1, text: 'att återkomma' }] } },
    );
    await screen.findByText('att återkomma');
    expect(asked.map(({ search }) => search)).toContain('?recordedBy=2026-03-19');
  });
});

describe('the picker of what to replay', () => {
  it('leads to a decision as well as to an assignment', async () => {
    const answers = { ...lists, '/api/decisions': { items: [{ id: 'b1', title: 'Remiss' }] } };
    const asked = await open(Audit, '/granskning', answers, '/granskning/*');
    const picker = screen.getByRole('combobox', { name: 'Spela upp ett uppdrag eller ett beslut' });
    await screen.findByRole('option', { name: 'Remiss' });
    fireEvent.change(picker, { target: { value: 'beslut/b1' } });
    fireEvent.click(screen.getByRole('button', { name: 'Spela upp' }));
    await waitFor(() => {
      expect(asked.map(({ pathname }) => pathname)).toContain('/api/decisions/b1/history');
    });
  });
});

describe('the letters of an assignment', () => {
  it('stand by day under the heading of their part', async () => {
    const planned = {
      kind: word('ladder'),
      day: '2026-06-08',
      body: { id: 'sra' },
      state: word('planned'),
      to: [],
    };
    const ledger = {
      planned: [planned],
      letters: [],
      answers: [],
      notes: [],
      instead: [],
      possibleCopies: 0,
    };
    await open(() => <Letters assignment="a1" />, '/', { '/api/assignments/a1/reminders': ledger });
    expect((await screen.findByRole('heading', { level: 4 })).textContent).toMatch('8 juni 2026');
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(1);
  });
});

describe('the pages of help', () => {
  it('are tabs, of which one is shown', async () => {
    await open(Help, '/hjalp/revisor', {}, '/hjalp/:role');
    const tabs = within(screen.getByRole('navigation')).getAllByRole('link');
    expect(tabs.map((tab) => [tab.getAttribute('href'), tab.getAttribute('aria-current')])).toEqual([
      ['/hjalp/ordforande', null],
      ['/hjalp/sekreterare', null],
      ['/hjalp/ansvarig', null],
      ['/hjalp/revisor', 'page'],
    ]);
  });
});

describe('a saved review', () => {
  it('is named above the page without a heading before the title', async () => {
    const asked = { at: '2026-06-04T22:30:00Z', on: '2026-06-05' };
    const review = { id: 'v1', revision: 1, name: 'Vår', address: '/granskning', shared: true, asked };
    await open(Audit, '/granskning?granskning=v1', { ...lists, '/api/views/v1': review }, '/granskning/*');
    const banner = await screen.findByRole('complementary', { name: /Vår/ });
    expect(banner.textContent).toContain('5 juni 2026 kl. 00.30');
    expect(screen.getAllByRole('heading')[0]?.tagName).toBe('H1');
  });

  it('that is a view and no review is not found', async () => {
    const view = {
      '/api/views/v1': { id: 'v1', revision: 1, name: 'Sent', address: '/uppdrag', shared: true },
    };
    await open(Audit, '/granskning?granskning=v1', view, '/granskning/*');
    await waitFor(() => {
      expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/granskning/i);
    });
    expect(screen.queryByRole('status')).toBeNull();
  });
});
