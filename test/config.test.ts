import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from '../src/config.js';

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

  it.each(['docker-compose.yml', 'docker-compose.cluster.yml'])('that %s sets is whole', (file) => {
    const config = readConfig(environmentOf(readFileSync(file, 'utf8')));
    expect(config.eventStore).toBe('eventstoredb');
    expect(config.linkSecret).toBeDefined();
    expect(config.sessionSecret).toBeDefined();
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
