import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from '../src/config.js';

const remote = { EVENT_STORE: 'eventstoredb', ESDB_CONNECTION_STRING: 'esdb://localhost:2113?tls=false' };

describe('the configuration', () => {
  it.each([
    'esdb://localhost:2113?tls=false',
    'esdb://admin:changeit@node1:2113,node2:2113,node3:2113?tls=true&tlsCaFile=/certs/ca.crt',
    'kurrentdb+discover://log.example.org',
  ])('takes %s for the address of the store', (address) => {
    const config = readConfig({ EVENT_STORE: 'eventstoredb', ESDB_CONNECTION_STRING: address });
    expect(config.esdbConnectionString).toBe(address);
  });

  it('names every mistake at once', () => {
    const read = (): unknown =>
      readConfig({ PORT: 'x', EVENT_STORE: 'eventstoredb', ESDB_CONNECTION_STRING: 'esdb://:2113,b' });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/2 mistake[^]*PORT[^]*ESDB_CONNECTION_STRING/);
  });

  it.each([
    ['docker-compose.yml', ['api', 'worker']],
    ['docker-compose.cluster.yml', ['api', 'api', 'worker', 'worker']],
  ])('that %s sets is whole for each process', (file, roles) => {
    const compose = readFileSync(file, 'utf8');
    expect(rolesOf(compose)).toEqual(roles);
    for (const ROLE of rolesOf(compose)) {
      const config = readConfig({ ...environmentOf(compose), ROLE });
      expect(config.eventStore).toBe('eventstoredb');
      expect(config.linkSecret).toBeDefined();
      expect(config.sessionSecret).toBeDefined();
    }
  });

  it.each([
    [{ ROLE: 'worker', SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@b.example' }, /ROLE[^]*EVENT_STORE/],
    [{ ROLE: 'worker', ...remote }, /ROLE[^]*SMTP_URL/],
    [{ ROLE: 'api', ...remote }, /ROLE[^]*REDIS_URL/],
  ])('of a process that could not do its part is refused: %j', (env, why) => {
    expect(() => readConfig(env)).toThrow(why);
  });
});

/** What the service is started with: every `${NAME:-default}` as its default, what must be set as 40 letters. */
function environmentOf(compose: string): Record<string, string> {
  const [, app = ''] = /^x-app:[^]*?^ {2}environment:.*\n((?: {4}\S.*\n)+)/m.exec(compose) ?? [];
  const set = [...app.matchAll(/^ {4}(\w+): (.*)$/gm)].map(([, name = '', value = '']) => [
    name,
    value.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replace(/\$\{\w+:\?[^}]*\}/g, 'x'.repeat(40)),
  ]);
  return Object.fromEntries(set) as Record<string, string>;
}

/** What each process of the service does: `worker` by its command, else the role that is set for it. */
const rolesOf = (compose: string): string[] =>
  [...compose.matchAll(/^ {2}\w+:\n {4}<<: \*app\n((?: {4,}.*\n)+)/gm)].map(([, block = '']) =>
    block.includes('command: [worker]') ? 'worker' : (/ROLE: (\w+)/.exec(block)?.[1] ?? 'all'),
  );
