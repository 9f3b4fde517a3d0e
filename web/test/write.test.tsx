import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../src/api/client';
import { type Action, Actions } from '../src/app/actions';
import { type Values, WriteForm } from '../src/app/write';
import { answering, drawn, json, ylva } from './within';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const box = (name: string): HTMLInputElement => screen.getByRole('textbox', { name });
const write = (name: string, value: string): void => {
  fireEvent.change(box(name), { target: { value } });
};

type Send = Action['send'];

const form = (revision: number, send: Send, title = 'Uppföljningsplan') => (
  <WriteForm
    draft="CorrectDecision d1"
    fields={[{ kind: 'line', name: 'title', label: 'Rubrik' }]}
    initial={{ title }}
    now={{ title }}
    submit="Rätta"
    subject={{ kind: 'decision', id: 'd1' }}
    revision={revision}
    body="sra"
    send={send}
  />
);

const sent = () => vi.fn<Send>(() => Promise.resolve({ text: 'Rättat.' }));
const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

describe('a draft', () => {
  it('is sent against the revision it was begun against, also after a reload', async () => {
    const before = await drawn(form(3, sent()));
    write('Rubrik', 'Uppföljningsplanen');
    before.unmount();
    const send = sent();
    await drawn(form(4, send, 'Plan för uppföljning'));
    expect(box('Rubrik').value).toBe('Uppföljningsplanen');
    press('Rätta');
    await waitFor(() => expect(send).toHaveBeenCalledOnce());
    expect(send.mock.calls[0]?.slice(0, 2)).toEqual([{ title: 'Uppföljningsplanen' }, 3]);
  });

  it('that somebody else came first of is set beside theirs, and then goes against theirs, also after reloads', async () => {
    answering(() => json({ items: [] }));
    const refused = vi.fn<Send>(() => Promise.reject(new ProblemError(412, { currentRevision: 5 })));
    const first = await drawn(form(3, refused));
    write('Rubrik', 'Uppföljningsplanen');
    press('Rätta');
    await screen.findByText('Någon annan har ändrat samma sak medan du skrev');
    first.unmount();
    const second = await drawn(form(5, sent(), 'Plan för uppföljning'));
    press('Fortsätt skriva');
    expect(box('Rubrik').value).toBe('Uppföljningsplanen');
    second.unmount();
    const send = sent();
    await drawn(form(6, send));
    press('Rätta');
    await waitFor(() => expect(send.mock.calls[0]?.[1]).toBe(5));
    expect(localStorage.length).toBe(0);
  });

  it('is shown to nobody else on the same computer', async () => {
    const mine = await drawn(form(3, sent()));
    write('Rubrik', 'Mitt utkast');
    mine.unmount();
    const others = await drawn(form(3, sent()), { me: { ...ylva, id: 'p-astrid' } });
    expect(box('Rubrik').value).toBe('Uppföljningsplan');
    others.unmount();
    await drawn(form(3, sent()));
    expect(box('Rubrik').value).toBe('Mitt utkast');
  });

  it('of another shape is passed over', async () => {
    for (const kept of ['{', '"words"', '{"title":"Gammalt"}', '{"values":{"title":7},"against":"3"}']) {
      localStorage.setItem(`utkast:${ylva.id}:CorrectDecision d1`, kept);
      const page = await drawn(form(3, sent()));
      expect([kept, box('Rubrik').value]).toEqual([kept, 'Uppföljningsplan']);
      page.unmount();
    }
  });

  it('is written all the same in a browser that keeps nothing, which is said', async () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const send = sent();
    await drawn(form(3, send));
    write('Rubrik', 'Uppföljningsplanen');
    screen.getByText(/Webbläsaren sparar inga utkast/);
    press('Rätta');
    await waitFor(() => expect(send.mock.calls[0]?.[0]).toEqual({ title: 'Uppföljningsplanen' }));
    vi.unstubAllGlobals();
  });
});

describe('a field', () => {
  it('of every kind has its hint read out with it', async () => {
    const hinted = (kind: 'line' | 'text' | 'deadline' | 'date') => ({
      kind,
      name: kind,
      label: kind,
      hint: `om ${kind}`,
    });
    await drawn(
      <WriteForm
        draft="prov"
        fields={[
          ...(['line', 'text', 'deadline', 'date'] as const).map(hinted),
          { kind: 'select', name: 'select', label: 'select', hint: 'om select', options: [] },
          { kind: 'choice', name: 'choice', label: 'choice', hint: 'om choice', options: [['a', 'A']] },
        ]}
        submit="Skicka"
        revision={1}
        body="sra"
        send={sent()}
      />,
    );
    const described = ['line', 'text', 'deadline', 'date', 'select', 'choice'].map((kind) => {
      const field =
        kind === 'choice' ? screen.getByRole('group', { name: kind }) : screen.getByLabelText(kind);
      const [first = ''] = (field.getAttribute('aria-describedby') ?? '').split(' ');
      return document.getElementById(first)?.textContent;
    });
    expect(described).toEqual(['om line', 'om text', 'om deadline', 'om date', 'om select', 'om choice']);
  });
});

describe('what was just pressed', () => {
  const answer = (initial: Values) => (
    <Actions
      kind="assignment"
      subject={{ id: 'u1', revision: 2, body: { id: 'sra' } }}
      hints={['svar']}
      others={[
        {
          code: 'ReportProgress',
          title: 'Rapportera',
          initial,
          fields: [
            { kind: 'line', name: 'status', label: 'Läge' },
            { kind: 'line', name: 'text', label: 'Text' },
          ],
          send: sent(),
        },
      ]}
    />
  );
  it('beats an older draft, which is there when its own button is pressed', async () => {
    const before = await drawn(answer({ status: 'onTrack' }), { at: '/?steg=ReportProgress&svar=onTrack' });
    write('Text', 'Allt går som det ska');
    before.unmount();
    const late = await drawn(answer({ status: 'delayed' }), { at: '/?steg=ReportProgress&svar=delayed' });
    expect([box('Läge').value, box('Text').value]).toEqual(['delayed', '']);
    late.unmount();
    await drawn(answer({ status: 'onTrack' }), { at: '/?steg=ReportProgress&svar=onTrack' });
    expect([box('Läge').value, box('Text').value]).toEqual(['onTrack', 'Allt går som det ska']);
  });
});
