import { render } from '@testing-library/react';
import type { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { vi } from 'vitest';
import { queryClientOf, type Schemas } from '../src/api/client';
import { Root } from '../src/app/root';
import { startTexts } from '../src/i18n';

/** Who is signed in where a part of a page is tried by itself. */
export const ylva: Schemas['MeView'] = {
  id: 'p-ylva',
  capacities: [{ role: { code: 'secretary', text: 'sekreterare' }, body: { id: 'sra', name: 'SRÄ' } }],
  bodies: [{ id: 'sra', name: 'Samrådet', shortName: 'SRÄ', revision: 1 }],
  home: 'sra',
  today: '2026-06-05',
  timeZone: 'Europe/Stockholm',
  demo: false,
};

type Me = typeof ylva;

/** What a page knows from the start, with the answers that `fetch` gives. */
export function knowing(me: Me = ylva): QueryClient {
  const client = queryClientOf(async (url) => (url === '/api/me' ? me : (await fetch(url)).json()));
  client.setQueryDefaults(['/api/me'], { staleTime: Infinity });
  client.setQueryData(['/api/me'], me);
  return client;
}

/** Draws a part of a page at an address, in Swedish. */
export async function drawn(part: ReactNode, { me = ylva, at = '/' }: { me?: Me; at?: string } = {}) {
  const router = createMemoryRouter([{ path: '*', element: part }], { initialEntries: [at] });
  const page = render(
    <Root client={knowing(me)} texts={await startTexts()}>
      <RouterProvider router={router} />
    </Root>,
  );
  return { ...page, router };
}

interface Asking {
  readonly method?: string;
  readonly headers?: HeadersInit;
  readonly body?: string;
}

/** Lets the service answer so; gives what is written to it. */
export function answering(answer: (url: string, asking: Asking) => Response | Promise<Response>) {
  const asked: { url: string; headers: Headers; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (url: string, { body = '', ...init }: Asking = {}) => {
    if (init.method === 'POST')
      asked.push({ url, headers: new Headers(init.headers), body: JSON.parse(body) });
    return answer(url, { body, ...init });
  });
  return asked;
}

export const json = (body: object, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
