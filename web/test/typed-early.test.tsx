import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { useDraft } from '../src/app/drafts';
import { keepTyped } from '../src/app/typed-early';

const empty = { title: '', item: '' };

function Form() {
  const { value, set } = useDraft('prov', empty);
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

const field = (id: string): HTMLInputElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(id);
  return found as HTMLInputElement;
};

async function opened(type: () => void): Promise<string | null> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  root.innerHTML = renderToString(<Form />);
  type();
  keepTyped(root);
  hydrateRoot(root, <Form />);
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
    expect(localStorage.getItem('utkast:prov')).toContain('Prov av rådgivning');
  });
  it('does not take away what was begun before', async () => {
    localStorage.setItem('utkast:prov', JSON.stringify({ title: 'Begynt', item: '' }));
    expect(await opened(() => (field('item').value = '8'))).toBe('8|Begynt');
    expect(await opened(() => undefined)).toBe('8|Begynt');
  });
});
