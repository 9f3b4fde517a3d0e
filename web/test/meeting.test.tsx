import { fireEvent, renderHook, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Schemas } from '../src/api/client';
import { useNotices } from '../src/app/notices';
import { MeetingActions } from '../src/pages/moten/actions';
import { RegisterDecision } from '../src/pages/moten/register';
import { answering, drawn, json, ylva } from './within';

afterEach(() => {
  vi.unstubAllGlobals();
});

const word = (code: string): Schemas['WordView'] => ({ code, text: code });
const meeting = (id: string): Schemas['MeetingView'] => ({
  id,
  revision: 1,
  body: { id: 'sra', name: 'SRÄ' },
  date: '2026-06-04',
  dateText: '4 juni 2026',
  kind: word('ordinary'),
  state: word('held'),
  notesApproved: false,
  present: [],
  absent: [],
  coverage: { points: 0, covered: 0, tracked: 0, marked: 0, noted: 0, uncovered: [] },
});

const read = (): Response => json({ id: 'sra', roles: [] });
const written = (id: string): Response => json({ id, revision: 1, position: '1' }, 201);
const title = (): HTMLInputElement => screen.getByRole('textbox', { name: 'Rubrik' });
const fill = (words: string, ...points: string[]): void => {
  fireEvent.change(title(), { target: { value: words } });
  points.forEach((text, at) => {
    if (at > 0) fireEvent.click(screen.getByRole('button', { name: 'Ny punkt' }));
    const fields = document.querySelectorAll('[data-point]');
    fireEvent.change(fields[at] ?? title(), { target: { value: text } });
  });
};
const save = (): void => {
  const form = title().form;
  if (form) fireEvent.submit(form);
};

describe('the page of a meeting', () => {
  it('goes by the body of the meeting where the address says none, as in a link of a letter', async () => {
    const read: string[] = [];
    answering((url) => {
      read.push(url);
      return json({ items: [] });
    });
    const at = { ...meeting('m1'), state: word('planned') };
    const page = await drawn(<MeetingActions meeting={at} />, { me: { ...ylva, home: 'prg' } });
    await screen.findByRole('button', { name: 'Mötet är genomfört' });
    expect(
      read.filter((url) => url.startsWith('/api/meetings?')).map((url) => /body=(\w+)/.exec(url)?.[1]),
    ).toEqual(['sra']);
    page.unmount();
    await drawn(<MeetingActions meeting={{ ...at, body: { id: 'prg' } }} />, { at: '/?organ=sra' });
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});

describe('a decision per capsulam that has been sent out', () => {
  it.each([
    ['2026-06-04', 1],
    ['2099-06-04', 0],
  ])('is concluded from its day on (%s)', async (date, offered) => {
    answering(() => json({ items: [] }));
    const circulated = { ...meeting('m1'), kind: word('perCapsulam'), state: word('open'), date };
    await drawn(<MeetingActions meeting={circulated} />);
    await screen.findByRole('button', { name: 'Flytta mötet' });
    expect(screen.queryAllByRole('button', { name: 'Avsluta per capsulam' })).toHaveLength(offered);
  });
});

describe('registering a decision', () => {
  it('sends it once, and begins anew with nothing kept', async () => {
    let answer = (_: Response): void => undefined;
    const asked = answering((_, { method }) =>
      method === 'POST' ? new Promise((resolve) => (answer = resolve)) : read(),
    );
    const page = await drawn(<RegisterDecision meeting={meeting('m1')} />);
    fill('Nattlinje', 'SRÄ noterar informationen.');
    save();
    save();
    await waitFor(() => expect(asked.length).toBe(1));
    expect(title().matches(':disabled, fieldset:disabled *')).toBe(true);
    answer(written('d1'));
    await waitFor(() => expect(title().value).toBe(''));
    await waitFor(() => expect(document.activeElement).toBe(title()));
    expect(asked.length).toBe(1);
    page.unmount();
    await drawn(<RegisterDecision meeting={meeting('m1')} />);
    expect(screen.queryByText('Det du började skriva finns kvar.')).toBeNull();
  });

  it('has a key of its own for each decision, at whatever meeting', async () => {
    const asked = answering((_, { method }) => (method === 'POST' ? written('d1') : read()));
    for (const id of ['m1', 'm2']) {
      const page = await drawn(<RegisterDecision meeting={meeting(id)} />);
      fill('Nattlinje', 'SRÄ noterar informationen.');
      save();
      await waitFor(() => expect(title().value).toBe(''));
      page.unmount();
    }
    expect(new Set(asked.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(2);
  });

  it('whose assignment is refused is registered; the assignment waits, as written, on the decision’s page', async () => {
    answering((url, { method }) =>
      method !== 'POST'
        ? read()
        : url === '/api/decisions'
          ? written('d1')
          : json({ title: 'Fel', detail: 'Rollen finns inte.', code: 'invalid' }, 400),
    );
    const { router } = await drawn(<RegisterDecision meeting={meeting('m1')} />);
    fill('Nattlinje', 'SRÄ noterar.', 'SRÄ ger direktören i uppdrag att utreda, senast i juni 2027.');
    fireEvent.change(screen.getByRole('textbox', { name: 'Uppdraget i en mening' }), {
      target: { value: 'Utred' },
    });
    save();
    await waitFor(() => expect(router.state.location.pathname).toBe('/beslut/d1'));
    const { result } = renderHook(useNotices);
    await waitFor(() => expect(result.current.at(-1)?.detail).toBe('Rollen finns inte.'));
    result.current.at(-1)?.action?.run();
    await waitFor(() => expect(router.state.location.search).toBe('?steg=GiveAssignment&punkt=2'));
    expect(JSON.parse(localStorage.getItem(`utkast:${ylva.id}:GiveAssignment d1 2`) ?? '')).toEqual({
      values: { point: '2', title: 'Utred', role: '', deadline: 'senast i juni 2027' },
      against: 1,
    });
    expect(localStorage.length).toBe(1);
  });

  it('whose answer was lost can be changed and sent', async () => {
    const keys = new Map<string | null, string | undefined>();
    const asked = answering((_, { method, headers, body }) => {
      if (method !== 'POST') return read();
      const key = new Headers(headers).get('idempotency-key');
      const before = keys.get(key);
      keys.set(key, body);
      if (keys.size === 1 && before === undefined) throw new TypeError('no network');
      return before === undefined || before === body ? written('d2') : json({ code: 'keyReused' }, 422);
    });
    await drawn(<RegisterDecision meeting={meeting('m1')} />);
    fill('Nattlinje', 'SRÄ noterar informationen.');
    save();
    await screen.findByText('Det är inte skickat');
    screen.getByText('Tjänsten svarar inte. Kontrollera nätet och försök igen.');
    fill('Nattlinje 2', 'SRÄ noterar informationen.');
    save();
    await screen.findByText(/kom fram fast svaret dröjde/);
    save();
    await waitFor(() => expect(title().value).toBe(''));
    expect(asked.length).toBe(3);
  });
});
