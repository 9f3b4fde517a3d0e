import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { runBackup } from '../../src/cli/backup.js';
import { exitCodes } from '../../src/cli/exit-codes.js';
import { runRestore } from '../../src/cli/restore.js';
import { runVerify } from '../../src/cli/verify.js';
import { type Config, readConfig } from '../../src/config.js';
import type { Recorded } from '../../src/domain/events.js';
import { LocalLog } from '../../src/event-store/local-log.js';
import { SqliteEventStore } from '../../src/event-store/sqlite.js';
import { files } from '../../src/log.js';
import { logName, type Manifest, manifestName, readManifest } from '../../src/ops/backup-file.js';
import { logWith } from '../ops/log-with.js';
import { recorded } from '../support/given.js';
import { type HistoryStep, makeHistory, writeHistory } from '../support/histories.js';

describe('backup and restore', () => {
  let folder: string;
  let from: Config;
  let to: Config;
  let backup: string;
  let err: string;
  let steps: readonly HistoryStep[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'beslutslogg-backup-'));
    from = readConfig({ DATA_DIR: join(folder, 'from') });
    to = readConfig({ DATA_DIR: join(folder, 'to') });
    backup = join(folder, 'backup');
    err = '';
    jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
    jest.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
      err += chunk.toString();
      return true;
    });
    ({ steps } = await makeHistory(21, 60));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  const eventsIn = (path: string): Recorded[] => {
    const log = LocalLog.open(path, { mode: 'readonly' });
    try {
      return log.after(null, 10_000);
    } finally {
      log.close();
    }
  };
  const manifest = (): Manifest => {
    const found = readManifest(readFileSync(join(backup, manifestName), 'utf8'));
    if (!found) throw new Error('no manifest');
    return found;
  };

  it('brings back the very log, erasures and all, and it verifies', async () => {
    const events = logWith(files.log(from.dataDir), steps);
    expect(await runBackup(from, backup, {})).toBe(exitCodes.done);
    expect(readdirSync(backup).sort()).toEqual([logName, manifestName]);
    expect(manifest().contents).toMatchObject({ events });
    expect(await runRestore(to, backup, {})).toBe(exitCodes.done);
    expect(eventsIn(files.log(to.dataDir))).toEqual(eventsIn(files.log(from.dataDir)));
    expect(runVerify(to, {})).toBe(exitCodes.done);
    expect(readdirSync(to.dataDir).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  it('is whole while the service writes', async () => {
    logWith(files.log(from.dataDir), []);
    const running = SqliteEventStore.open(files.log(from.dataDir));
    try {
      const events = steps.flatMap((step) => (step.kind === 'event' ? [step.event] : []));
      const writing = (async () => {
        for (const event of events) await running.append(event.stream, [event], 'any');
      })();
      await new Promise(setImmediate);
      expect(await runBackup(from, backup, {})).toBe(exitCodes.done);
      await writing;
    } finally {
      await running.close();
    }
    expect(await runRestore(to, backup, {})).toBe(exitCodes.done);
    const restored = eventsIn(files.log(to.dataDir));
    expect(restored).toHaveLength(manifest().contents.events);
    expect(restored).toEqual(eventsIn(files.log(from.dataDir)).slice(0, restored.length));
  });

  it('leaves nothing behind of whom is erased after it was restored', async () => {
    const first = recorded(
      'person-p1',
      { type: 'PersonRegistered', data: { name: 'Åsa Ek', email: 'asa@bjorkvik.example', language: 'sv' } },
      0,
    );
    logWith(files.log(from.dataDir), [{ kind: 'event', event: first }, ...steps]);
    await runBackup(from, backup, {});
    expect(await runRestore(to, backup, {})).toBe(exitCodes.done);
    const bytes = (): boolean => readFileSync(files.log(to.dataDir)).includes('asa@bjorkvik.example');
    expect(bytes()).toBe(true);
    const log = LocalLog.open(files.log(to.dataDir), { mode: 'authority' });
    log.eraseStream('person-p1');
    expect(log.flaws()).toEqual([]);
    log.close();
    expect(bytes()).toBe(false);
  });

  it('can be written to after it was restored, in the place of a longer log that was lost', async () => {
    const events = logWith(files.log(from.dataDir), steps.slice(0, 20));
    await runBackup(from, backup, {});
    logWith(files.log(to.dataDir), steps);
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${files.log(to.dataDir)}${suffix}`, { force: true });
    expect(existsSync(`${files.log(to.dataDir)}.head`)).toBe(true);
    expect(await runRestore(to, backup, {})).toBe(exitCodes.done);
    const log = LocalLog.open(files.log(to.dataDir), { mode: 'authority' });
    expect(log.count()).toBe(events);
    log.close();
  });

  it('refuses a log that is not empty, and leaves it as it is', async () => {
    logWith(files.log(from.dataDir), steps);
    await runBackup(from, backup, {});
    const events = logWith(files.log(to.dataDir), steps.slice(0, 5));
    expect(await runRestore(to, backup, {})).toBe(exitCodes.refused);
    expect(err).toContain('the log is not empty');
    expect(eventsIn(files.log(to.dataDir))).toHaveLength(events);
  });

  it('refuses a log that a service has open', async () => {
    logWith(files.log(from.dataDir), steps);
    await runBackup(from, backup, {});
    logWith(files.log(to.dataDir), []);
    const running = SqliteEventStore.open(files.log(to.dataDir));
    try {
      expect(await runRestore(to, backup, {})).toBe(exitCodes.refused);
      expect(err).toContain('in use by another process');
    } finally {
      await running.close();
    }
  });

  it('refuses a folder that holds something already, and one without a backup', async () => {
    logWith(files.log(from.dataDir), steps);
    expect(await runBackup(from, from.dataDir, {})).toBe(exitCodes.refused);
    expect(err).toContain('The folder is not empty');
    expect(await runRestore(to, from.dataDir, {})).toBe(exitCodes.refused);
    expect(err).toContain('there is no backup here');
  });

  it.each<[string, () => void]>([
    ['a byte of the log', () => flip(join(backup, logName))],
    [
      'the end of the log',
      () => {
        truncateSync(join(backup, logName), 500);
      },
    ],
    ['the count of events', () => rewrite({ contents: { ...manifest().contents, events: 1 } })],
    ['the digest of what was read', () => rewrite({ contents: { ...manifest().contents, sha256: '0' } })],
  ])('refuses a backup in which %s is wrong', async (_, harm) => {
    logWith(files.log(from.dataDir), steps);
    await runBackup(from, backup, {});
    harm();
    expect(await runRestore(to, backup, {})).toBe(exitCodes.refused);
    expect(err).toContain('the backup is damaged');
    expect(readdirSync(to.dataDir)).toEqual([]);
  });

  const flip = (path: string): void => {
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(200) ^ 1, 200);
    writeFileSync(path, bytes);
  };
  const rewrite = (change: Partial<Manifest>): void => {
    writeFileSync(join(backup, manifestName), JSON.stringify({ ...manifest(), ...change }));
  };

  it('carries the copy of a log on a server into a log of its own', async () => {
    const server = { ...from, eventStore: 'eventstoredb' } as const;
    const log = LocalLog.open(files.copy(from.dataDir), { mode: 'copy' });
    writeHistory(log, steps);
    log.close();
    expect(await runBackup(server, backup, {})).toBe(exitCodes.done);
    expect(manifest().kind).toBe('copy');
    expect(await runRestore(to, backup, {})).toBe(exitCodes.done);
    const bare = (events: readonly Recorded[]): object[] =>
      events.map((event) => ({ ...event, position: '' }));
    expect(bare(eventsIn(files.log(to.dataDir)))).toEqual(bare(eventsIn(files.copy(from.dataDir))));
    expect(runVerify(to, {})).toBe(exitCodes.done);
  });
});
