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

  it('has sent the mails of the week that the clock was moved, to be read by the secretary only', async () => {
    const ask = (token: string, path: string) =>
      send(`curl -s -H 'Authorization: Bearer ${token}' '${app.url}${path}'`);
    const list = await ask('demo-sekreterare-ylva', '/api/outbox');
    const { items } = (await list.json()) as { readonly items: readonly { readonly id: string }[] };
    expect(items.length).toBeGreaterThan(3);
    const mail = await ask('demo-sekreterare-ylva', `/api/outbox/${items[0]?.id ?? ''}`);
    expect(await mail.json()).toMatchObject({
      address: expect.stringMatching(/\.example$/),
      headers: expect.arrayContaining([{ name: 'Auto-Submitted', value: 'auto-generated' }]),
      html: expect.stringContaining('<html lang='),
    });
    for (const token of ['demo-lasare-nyfiken', 'demo-ansvarig-harriet'])
      expect((await ask(token, '/api/outbox')).status).toBe(403);
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
