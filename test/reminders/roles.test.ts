import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { readConfig } from '../../src/config.js';
import { openParts, type Parts } from '../../src/parts.js';
import { type Service, startService } from '../../src/service.js';
import { EsdbServer } from '../support/esdb-server/server.js';
import { RedisServer } from '../support/redis-server.js';

describe('in server mode', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beslutslogg-roles-'));
  let store: EsdbServer;
  let redis: RedisServer;
  let worker: Service;
  let api: Parts;

  beforeAll(async () => {
    [store, redis] = await Promise.all([EsdbServer.start(), RedisServer.start()]);
    const env = (ROLE: string) =>
      readConfig({
        ROLE,
        PORT: '0',
        NODE_ENV: 'production',
        DATA_DIR: join(folder, ROLE),
        EVENT_STORE: 'eventstoredb',
        ESDB_CONNECTION_STRING: store.connectionString,
        REDIS_URL: redis.url,
        SMTP_URL: 'smtp://127.0.0.1:9',
        MAIL_FROM: 'logg@example.se',
        LINK_SECRET: 'x'.repeat(32),
      });
    const failed = (error: Error): never => {
      throw error;
    };
    worker = await startService(env('worker'), pino({ level: 'silent' }));
    api = await openParts(env('api'), { onFailure: failed });
    await api.reminding.start();
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
    await Promise.all([store.stop(), redis.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = async (path: string) => {
    const answer = await fetch(`${worker.url}${path}`);
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
  };
  const ready = async () => {
    for (let left = 100; left > 0; left -= 1) {
      const answer = await ask('/health/ready');
      if (JSON.stringify(answer.json).includes('"connected"')) return answer;
      await pause(50);
    }
    return ask('/health/ready');
  };

  it('a worker tells of its health and its queue, and answers nothing else', async () => {
    expect(await ready()).toMatchObject({
      status: 200,
      json: {
        status: 'ok',
        letters: { alive: true, unsent: 0, queue: { state: 'connected', failed: 0 } },
      },
    });
    expect((await ask('/api/assignments')).status).toBe(404);
    expect((await fetch(`${worker.url}/api/bodies`, { method: 'POST' })).status).toBe(404);
  });

  it('a service whose port the system chose puts that port into links', () => {
    expect(worker.parts.baseUrl).toBe(`http://localhost:${new URL(worker.url).port}`);
  });

  it('an instance that leaves the sending to workers sweeps nothing and knows that one lives', async () => {
    await ready();
    expect(api.reminding.engine.started).toBe(false);
    for (let left = 100; left > 0 && (await api.reminding.status())?.queue?.state !== 'connected'; left -= 1)
      await pause(50);
    expect(await api.reminding.status()).toMatchObject({ alive: true, queue: { state: 'connected' } });
  });
});
