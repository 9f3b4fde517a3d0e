import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoCurls, demoPersonas, loadDemo } from '../../src/cli/demo.js';
import { hashToken } from '../../src/config.js';
import { type RunningApp, startApp } from './service.js';

interface Row {
  readonly reason: { readonly code: string };
  readonly subject: { readonly id: string; readonly kind: { readonly code: string } };
}

/** Sends what a `curl` line would send. */
async function send(command: string): Promise<Response> {
  const headers = [...command.matchAll(/-H '([^:]+): ([^']+)'/g)].map(
    ([, name = '', value = '']): [string, string] => [name, value],
  );
  const [, body] = / -d '([^']+)'/.exec(command) ?? [];
  const [, url = ''] = /'(http[^']+)'$/.exec(command) ?? [];
  return fetch(url, { method: body === undefined ? 'GET' : 'POST', headers, body });
}

describe('the running demo', () => {
  let app: RunningApp;

  beforeAll(async () => {
    app = await startApp(
      'sqlite',
      demoPersonas.map(({ token, actor, grants }) => ({ tokenHash: hashToken(token), actor, grants })),
    );
    await loadDemo(app.parts);
    const head = await app.parts.store.head();
    expect(head !== null && (await app.parts.models.waitFor(head, 20_000))).toBe(true);
  }, 60_000);
  afterAll(() => app.close());

  it('answers every line that is printed for a newcomer to try', async () => {
    for (const { title, command } of demoCurls(app.url)) {
      const answer = await send(command);
      expect([title, answer.status]).toEqual([title, title.includes('403') ? 403 : 200]);
      expect((await answer.text()).length).toBeGreaterThan(40);
    }
    expect(app.troubles).toEqual([]);
  });

  it('has things between the chairs for many reasons', async () => {
    const answer = await send(
      `curl -s -H 'Authorization: Bearer ${demoPersonas[0]?.token ?? ''}' '${app.url}/api/attention?limit=200'`,
    );
    const { items } = (await answer.json()) as { readonly items: readonly Row[] };
    expect(items.map(({ reason, subject }) => `${reason.code} ${subject.id}`)).toEqual(
      expect.arrayContaining([
        'perCapsulamNotReported sra-2025-10-16',
        'noResponsible beslutslogg-modell',
        'roleWithoutHolder nattbemanning',
        'noDeadline forsorjningsavtal',
        'commitmentOpen dagarna-information',
        'reportedNotTakenUp remissammanstallning',
        'windowPassed halsodata-pm',
        'expectedAtNoMeeting lokaler-utbildning',
        'sourcesDisagree riktlinje-utskrivning',
      ]),
    );
  });
});
