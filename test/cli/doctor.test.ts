import { createServer, type Server } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { runDoctor } from '../../src/cli/doctor.js';
import { exitCodes } from '../../src/cli/exit-codes.js';
import { readConfig } from '../../src/config.js';
import { files } from '../../src/log.js';
import { type Examined, examineEnvironment } from '../../src/ops/checks.js';
import { SqliteEventStore } from '../../src/event-store/sqlite.js';
import { logWith } from '../ops/log-with.js';
import { makeHistory } from '../support/histories.js';

const tokens = JSON.stringify([
  { token: 'a-token-long-enough', actor: 'p1', grants: [{ body: '*', role: 'admin' }] },
]);

/** A server that answers INFO and TIME as Redis does, and OK to all else. */
async function fakeRedis(settings: Readonly<Record<string, string>>): Promise<Server> {
  const info = Object.entries(settings)
    .map(([name, value]) => `${name}:${value}\r\n`)
    .join('');
  const second = Math.floor(Date.now() / 1000).toString();
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      for (const [, command] of data.toString().matchAll(/\*\d+\r\n\$\d+\r\n(\w+)\r\n/g)) {
        if (/info/i.test(command ?? '')) socket.write(`$${info.length.toString()}\r\n${info}\r\n`);
        else if (/time/i.test(command ?? ''))
          socket.write(`*2\r\n$${second.length.toString()}\r\n${second}\r\n$1\r\n0\r\n`);
        else socket.write('+OK\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const portOf = (server: Server): string => {
  const address = server.address();
  return typeof address === 'object' && address ? address.port.toString() : '';
};

describe('doctor', () => {
  let folder: string;
  let out: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'beslutslogg-doctor-'));
    out = '';
    jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      out += chunk.toString();
      return true;
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  const doctor = async (env: Readonly<Record<string, string>>, now?: number) => {
    const config = readConfig({ DATA_DIR: folder, TOKENS: tokens, ...env });
    const code = await runDoctor(config, { json: true, now: now === undefined ? undefined : () => now });
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly examined?: Examined });
    const faults = lines.flatMap(({ examined }) => (examined?.state === 'fault' ? [examined] : []));
    return { code, lines, faults };
  };

  it('finds nothing to put right on a new machine', async () => {
    const { code, faults } = await doctor({});
    expect({ code, faults }).toEqual({ code: exitCodes.done, faults: [] });
  });

  it('sees the log, and the service that has it open', async () => {
    const { steps } = await makeHistory(31, 10);
    logWith(files.log(folder), steps);
    const running = SqliteEventStore.open(files.log(folder));
    try {
      await doctor({});
      expect(out).toContain('open in a service');
    } finally {
      await running.close();
    }
  });

  it('finds a clock that is behind the log, or cannot be', async () => {
    const { steps } = await makeHistory(31, 10);
    logWith(files.log(folder), steps);
    const { code, faults } = await doctor({}, Date.parse('2023-01-01T00:00:00Z'));
    expect(code).toBe(exitCodes.refused);
    expect(faults.map(({ check }) => check)).toEqual(['clock', 'clock']);
  });

  it('finds a log that is none, and a folder that cannot be', async () => {
    const { faults } = await doctor({ DATA_DIR: '/dev/null/data' });
    expect(faults.map(({ check }) => check)).toEqual(['disk']);
  });

  it.each([
    ['nothing wrong', { redis_version: '7.0.15', aof_enabled: '1', maxmemory_policy: 'noeviction' }, []],
    [
      'a Redis that forgets',
      { redis_version: '7.0.15', aof_enabled: '0', maxmemory_policy: 'allkeys-lru' },
      ['appendonly yes', 'noeviction'],
    ],
    [
      'an old Redis',
      { redis_version: '6.0.1', aof_enabled: '1', maxmemory_policy: 'noeviction' },
      ['at least 6.2'],
    ],
  ])('finds %s', async (_, settings, words) => {
    const server = await fakeRedis(settings);
    try {
      const { faults } = await doctor({ REDIS_URL: `redis://127.0.0.1:${portOf(server)}` });
      expect(faults.map(({ en }) => en)).toEqual(words.map((word) => expect.stringContaining(word)));
    } finally {
      server.close();
    }
  });

  it('finds a Redis and a mail server that are not there', async () => {
    const { faults } = await doctor({
      REDIS_URL: 'redis://127.0.0.1:1',
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'logg@alvdalarna.example',
    });
    expect(faults.map(({ check }) => check)).toEqual(['redis', 'mail']);
  });

  it('finds that letters reach nobody in production without a mail server', async () => {
    const { faults } = await doctor({ NODE_ENV: 'production' });
    expect(faults.map(({ check, en }) => [check, en])).toEqual([
      ['mail', expect.stringContaining('sent to nobody')],
    ]);
  });

  it('is let in by a mail server, and sends nothing', async () => {
    let mails = 0;
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        mails += 1;
        stream.resume().on('end', done);
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { faults } = await doctor({
        SMTP_URL: `smtp://127.0.0.1:${portOf(server.server)}`,
        MAIL_FROM: 'logg@alvdalarna.example',
      });
      expect({ faults, mails }).toEqual({ faults: [], mails: 0 });
      expect(out).toContain('lets us in');
    } finally {
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
    }
  });

  it('warns of settings that work and should not stay', () => {
    const config = readConfig({ NODE_ENV: 'production', DEMO: '1', BASE_URL: 'http://logg.example' });
    expect(examineEnvironment(config, '18.0.0').map(({ state }) => state)).toEqual([
      'fault',
      'fault',
      'warning',
    ]);
    expect(examineEnvironment(config, '24.1.0')[0]?.state).toBe('ok');
  });
});
