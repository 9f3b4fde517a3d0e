import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fastifyAdapter } from '../../src/api/adapter.js';
import { configureApi } from '../../src/api/configure.js';
import { AppModule } from '../../src/app.module.js';
import { hashToken, readConfig } from '../../src/config.js';
import { StoreBusy } from '../../src/event-store/event-store.js';
import { openParts, type Parts } from '../../src/parts.js';

const token = 'a-token-that-is-long';
const narrow = 'a-token-for-one-body';

describe('what the operator reads', () => {
  let folder: string;
  let parts: Parts;
  let app: NestFastifyApplication;
  let base: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'beslutslogg-metrics-'));
    const config = {
      ...readConfig({ DATA_DIR: folder }),
      tokens: [
        { tokenHash: hashToken(token), actor: 'u-1', grants: [{ body: '*', role: 'admin' as const }] },
        { tokenHash: hashToken(narrow), actor: 'u-2', grants: [{ body: 'sra', role: 'reader' as const }] },
      ],
    };
    parts = await openParts(config, {
      onFailure: (error) => {
        throw error;
      },
    });
    const adapter: FastifyAdapter = fastifyAdapter();
    app = await NestFactory.create<NestFastifyApplication>(
      AppModule.with(parts, pino({ level: 'silent' })),
      adapter,
      { logger: false },
    );
    configureApi(app, parts, { docs: false });
    await app.listen(0, '127.0.0.1');
    base = await app.getUrl();
  });
  afterAll(async () => {
    await app.close();
    await parts.close();
    rmSync(folder, { recursive: true });
  });

  const ask = (path: string, as: string | undefined = token): Promise<Response> =>
    fetch(`${base}${path}`, { headers: as === undefined ? {} : { authorization: `Bearer ${as}` } });
  const register = (key: string, shortName = 'SRÄ'): Promise<Response> =>
    fetch(`${base}/api/bodies`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify({ name: 'Samrådsorganet', shortName, statedAt: '2026-03-01' }),
    });
  const figure = async (name: string): Promise<string | undefined> => {
    const text = await (await ask('/metrics')).text();
    return text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length + 1);
  };

  it('counts commands by their result and measures appends', async () => {
    expect((await register('a')).status).toBe(201);
    expect((await register('a')).status).toBe(201);
    expect((await register('a', 'X')).status).toBe(422);
    const counted = (result: string) =>
      figure(`beslutslogg_commands_total{command="RegisterBody",result="${result}"}`);
    expect(await counted('done')).toBe('1');
    expect(await counted('replayed')).toBe('1');
    expect(await counted('keyReused')).toBe('1');
    expect(await figure('beslutslogg_append_seconds_count{result="done"}')).toBe('1');
  });

  it('tells how the read models follow, the work at hand and the room left', async () => {
    const head = await parts.store.head();
    if (head !== null) await parts.models.waitFor(head);
    expect(await figure('beslutslogg_projection_lag_events{projection="board"}')).toBe('0');
    expect(await figure('beslutslogg_projection_stopped{projection="board"}')).toBe('0');
    expect(await figure('beslutslogg_store_reachable')).toBe('1');
    for (const name of ['open', 'late', 'due_30_days'])
      expect(await figure(`beslutslogg_assignments_${name}`)).toBe('0');
    expect(Number(await figure('beslutslogg_disk_free_bytes'))).toBeGreaterThan(0);
  });

  it('says nothing of a queue that is not there', async () => {
    expect(await figure('beslutslogg_queue_connected')).toBeUndefined();
  });

  it('is for those who may see all bodies', async () => {
    expect((await fetch(`${base}/metrics`)).status).toBe(401);
    expect((await ask('/metrics', narrow)).status).toBe(403);
    expect((await ask('/metrics')).headers.get('content-type')).toContain('text/plain');
  });

  it('is ready, with the lag of each read model and the room on the disk', async () => {
    const answer = await fetch(`${base}/health/ready`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      status: 'ok',
      log: 'reachable',
      disk: { freeBytes: expect.any(Number), totalBytes: expect.any(Number), low: expect.any(Boolean) },
    });
  });

  it('answers 503 with Retry-After when the store has no room for more appends, and counts it', async () => {
    jest.spyOn(parts.store, 'append').mockRejectedValueOnce(new StoreBusy('1024 appends wait already'));
    const answer = await register('b');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(await answer.json()).toMatchObject({ code: 'storeBusy' });
    jest.restoreAllMocks();
    expect((await register('b')).status).toBe(201);
    expect(await figure('beslutslogg_commands_total{command="RegisterBody",result="storeBusy"}')).toBe('1');
    expect(await figure('beslutslogg_refused_total{status="503",kind="storeBusy"}')).toBe('1');
  });
});
