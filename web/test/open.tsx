import { render } from '@testing-library/react';
import type { ComponentType } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { ProblemError, queryClientOf } from '../src/api/client';
import { Root } from '../src/app/root';
import { textsIn } from '../src/i18n';
import { ylva } from './within';

/**
 * Opens a page at an address, where the service answers `answers` by path; what it has no answer for is not there.
 * Returns what the page has asked for.
 */
export async function open(
  Page: ComponentType,
  address: string,
  answers: Readonly<Record<string, unknown>>,
  path = '/*',
): Promise<readonly URL[]> {
  const asked: URL[] = [];
  const all: Readonly<Record<string, unknown>> = { '/api/me': ylva, ...answers };
  const client = queryClientOf((url) => {
    const found = new URL(url, 'http://beslutslogg.example');
    asked.push(found);
    const answer = all[found.pathname];
    return answer === undefined ? Promise.reject(new ProblemError(404, {})) : Promise.resolve(answer);
  });
  client.setQueryData(['/api/me'], ylva);
  const router = createMemoryRouter([{ path, Component: Page }], { initialEntries: [address] });
  render(
    <Root client={client} texts={await textsIn('sv')}>
      <RouterProvider router={router} />
    </Root>,
  );
  return asked;
}
