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
});
