import { QueryClientProvider } from '@tanstack/react-query';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { isObject } from '../src/api/client';
import { useDraft } from '../src/app/drafts';
import { keepTyped } from '../src/app/typed-early';
import { knowing, ylva } from './within';

const empty = { title: '', item: '' };
const read = (kept: unknown): typeof empty | undefined =>
  isObject(kept) ? { title: String(kept['title']), item: String(kept['item']) } : undefined;

function Form() {
  const { value, set } = useDraft('prov', empty, read);
  return (
    <form>
      <input id="item" value={value.item} onChange={(event) => set({ ...value, item: event.target.value })} />
      <textarea
        id="title"
        value={value.title}
        onChange={(event) => set({ ...value, title: event.target.value })}
      />
      <output>{[value.item, value.title].join('|')}</output>
    </form>
  );
}

const draft = `utkast:${ylva.id}:prov`;

const field = (id: string): HTMLInputElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(id);
  return found as HTMLInputElement;
};

async function opened(type: () => void): Promise<string | null> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  const page = (
    <QueryClientProvider client={knowing()}>
      <Form />
    </QueryClientProvider>
  );
  root.innerHTML = renderToString(page);
  type();
  keepTyped(root);
  hydrateRoot(root, page);
  await new Promise((resolve) => setTimeout(resolve, 200));
  return root.querySelector('output')?.textContent ?? null;
}

describe('what is typed before the page answers to keys', () => {
  it('stays, in every field, and is a draft', async () => {
    localStorage.clear();
    const told = await opened(() => {
      field('item').value = '7';
      field('title').value = 'Prov av rådgivning';
    });
    expect(told).toBe('7|Prov av rådgivning');
    expect(localStorage.getItem(draft)).toContain('Prov av rådgivning');
  });
  it('does not take away what was begun before', async () => {
    localStorage.setItem(draft, JSON.stringify({ title: 'Begynt', item: '' }));
    expect(await opened(() => (field('item').value = '8'))).toBe('8|Begynt');
    expect(await opened(() => undefined)).toBe('8|Begynt');
  });
});
