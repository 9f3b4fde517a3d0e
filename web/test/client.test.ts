import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProblemError, read, send, Unreachable, urlOf } from '../src/api/client';

const answering = (...answers: Response[]) => {
  const asked: Request[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push(new Request(`http://localhost${url}`, init));
    const next = answers.shift();
    if (!next) throw new TypeError('no network');
    return next;
  });
  return asked;
};
afterEach(() => {
  vi.unstubAllGlobals();
});
const json = (body: unknown, status = 200, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

describe('an address', () => {
  it('holds its parameters, and only those that say something', () => {
    expect(
      urlOf('/api/x/{id}', { path: { id: 'a/b' }, query: { body: 'srä', late: undefined, cursor: '' } }),
    ).toBe('/api/x/a%2Fb?body=sr%C3%A4');
  });
});

describe('a write', () => {
  it('carries the revision and a key, and the next read waits for it', async () => {
    const asked = answering(
      json({ id: 'a', revision: 4, position: '77' }, 200, { 'log-position': '77' }),
      json({ items: [] }),
    );
    await send('/api/assignments/{id}/acknowledge', { path: { id: 'a' }, body: {}, revision: 3 });
    await read('/api/bodies');
    expect(asked[0]?.headers.get('if-match')).toBe('"3"');
    expect(asked[0]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/);
    expect(asked[1]?.headers.get('log-position')).toBe('77');
  });

  it('says what the service said when it is refused', async () => {
    answering(json({ title: 'Uppdraget är inte ditt', code: 'notResponsible', detail: 'Bara …' }, 403));
    const failed = await send('/api/assignments/{id}/acknowledge', {
      path: { id: 'a' },
      body: {},
      revision: 'any',
    }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(ProblemError);
    expect(failed).toMatchObject({ status: 403, problem: { code: 'notResponsible' } });
  });

  it('says that nobody answered when there is no network', async () => {
    answering();
    await expect(read('/api/bodies')).rejects.toBeInstanceOf(Unreachable);
  });
});
