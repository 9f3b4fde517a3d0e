import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import Database from 'libsql';
import { exitCodes } from '../../src/cli/exit-codes.js';
import { runRebuild } from '../../src/cli/log-commands.js';
import { runVerify } from '../../src/cli/verify.js';
import { type Config, readConfig } from '../../src/config.js';
import type { DomainEvent, Recorded } from '../../src/domain/events.js';
import type { NewEvent } from '../../src/event-store/event-store.js';
import { LocalLog } from '../../src/event-store/local-log.js';
import { SqliteEventStore } from '../../src/event-store/sqlite.js';
import { files } from '../../src/log.js';
import { makeHistory } from '../support/histories.js';
import { logWith } from '../ops/log-with.js';

interface Line {
  readonly finding?: { readonly code: string; readonly where: string };
  readonly verified?: { readonly events: number; readonly findings: number; readonly readModels: object };
}

describe('verify', () => {
  let folder: string;
  let config: Config;
  let out: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'beslutslogg-verify-'));
    config = readConfig({ DATA_DIR: folder });
    out = '';
    jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      out += chunk.toString();
      return true;
    });
    jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  const verify = (): { readonly code: number; readonly lines: Line[] } => {
    out = '';
    const code = runVerify(config, { json: true });
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    return { code, lines };
  };
  const codes = (lines: readonly Line[]): string[] =>
    lines.flatMap(({ finding }) => (finding ? [finding.code] : []));
  const damage = (file: string, sql: string): void => {
    const db = new Database(file);
    db.exec(sql);
    db.close();
  };
  /** Appends a fact as no command would. */
  const slipIn = (stream: string, fact: DomainEvent, change: Partial<Recorded> = {}): void => {
    const log = LocalLog.open(files.log(folder), { mode: 'authority' });
    const event: NewEvent = {
      occurred: null,
      statedAt: '2026-06-01',
      recordedAt: '2026-06-01T10:00:00.000Z',
      actor: { id: 'u-1', role: 'secretary' },
      correlationId: 'c',
      causationId: 'c',
      ...change,
      id: randomUUID(),
      ...fact,
    };
    try {
      log.appendAll([{ stream, events: [event], expected: 'any' }]);
    } finally {
      log.close();
    }
  };

  it('finds nothing wrong with a log that commands have written, erasures and all', async () => {
    const { steps } = await makeHistory(11, 150);
    expect(steps.some(({ kind }) => kind === 'erasure')).toBe(true);
    const events = logWith(files.log(folder), steps);
    expect(await runRebuild(config, {})).toBe(exitCodes.done);
    const { code, lines } = verify();
    expect(codes(lines)).toEqual([]);
    expect(code).toBe(exitCodes.done);
    expect(lines.at(-1)?.verified).toMatchObject({
      events,
      findings: 0,
      readModels: { state: 'compared', rows: expect.any(Number) },
    });
  });

  it('reads beside a running service, also one that is ahead of its read models', async () => {
    const { steps } = await makeHistory(12, 120);
    logWith(files.log(folder), steps);
    await runRebuild(config, {});
    const running = SqliteEventStore.open(files.log(folder));
    try {
      const sra = { type: 'BodyRegistered', data: { name: 'Organ', shortName: 'O' } } as const;
      const { steps: more } = await makeHistory(13, 5);
      const envelope = more.flatMap((step) => (step.kind === 'event' ? [step.event] : []))[0];
      if (!envelope) throw new Error('an empty history');
      await running.append('body-nytt', [{ ...envelope, ...sra, id: randomUUID() }], 'none');
      const { code, lines } = verify();
      expect({ code, found: codes(lines) }).toEqual({ code: exitCodes.done, found: [] });
      expect(lines.at(-1)?.verified?.readModels).toMatchObject({ state: 'compared' });
    } finally {
      await running.close();
    }
  });

  it('names every event that is not as it was written, and reads on behind it', async () => {
    const { steps } = await makeHistory(14, 60);
    logWith(files.log(folder), steps);
    damage(
      files.log(folder),
      "UPDATE event SET data = replace(data, '{', '{ ') WHERE position IN (3, (SELECT max(position) FROM event WHERE erased = 0))",
    );
    damage(files.log(folder), 'DELETE FROM event WHERE position = 6');
    const last = steps.flatMap((step) => (step.kind === 'event' ? [step] : [])).length.toString();
    const { code, lines } = verify();
    expect(code).toBe(exitCodes.refused);
    const places = lines.flatMap(({ finding }) => (finding?.code === 'unreadable' ? [finding.where] : []));
    expect(places.map((where) => /position (\d+)/.exec(where)?.[1])).toEqual(['3', '6', last]);
    expect(lines.at(-1)?.verified).toMatchObject({ readModels: { state: 'notCompared' } });
  });

  it('names an event whose data has another shape than its type says', async () => {
    const { steps } = await makeHistory(14, 60);
    const misshapen = steps.map((step) =>
      step.kind === 'event' && step.event.type === 'MeetingScheduled'
        ? { ...step, event: { ...step.event, data: { points: 7 } } as unknown as typeof step.event }
        : step,
    );
    logWith(files.log(folder), misshapen);
    const { code, lines } = verify();
    expect(code).toBe(exitCodes.refused);
    const places = lines.flatMap(({ finding }) => (finding?.code === 'unreadable' ? [finding.where] : []));
    const first = misshapen.find((step) => step.kind === 'event' && step.event.type === 'MeetingScheduled');
    expect(first?.kind === 'event' && places[0]).toContain(
      `(position ${first?.kind === 'event' ? first.event.position : ''})`,
    );
  });

  it('says that a log has lost its end', async () => {
    const { steps } = await makeHistory(15, 40);
    logWith(files.log(folder), steps);
    damage(files.log(folder), 'DELETE FROM event WHERE position > 20');
    const { code, lines } = verify();
    expect(code).toBe(exitCodes.refused);
    expect(lines[0]?.finding?.where).toContain('position 21');
  });

  it('finds what breaks a rule, refers to nothing, goes in circles or cannot be', async () => {
    logWith(files.log(folder), []);
    const body = { name: 'Samrådsorganet', shortName: 'SRÄ' };
    slipIn('body-sra', { type: 'BodyRegistered', data: body });
    slipIn('body-sra', { type: 'BodyRegistered', data: body });
    slipIn('matter-m', { type: 'MatterOpened', data: { body: 'ingen', title: 'Ett ärende' } });
    const point = { number: 1, kinds: ['noted'], text: 'Noterar' } as const;
    for (const id of ['a', 'b'])
      slipIn(`decision-${id}`, {
        type: 'DecisionRecorded',
        data: { body: 'sra', title: id, points: [point] },
      });
    for (const id of ['a', 'b']) slipIn(`decision-${id}`, { type: 'DecisionConfirmed', data: {} });
    slipIn('decision-a', { type: 'DecisionSuperseded', data: { by: 'b' } });
    slipIn('decision-b', { type: 'DecisionSuperseded', data: { by: 'a' } });
    slipIn(
      'matter-n',
      { type: 'MatterOpened', data: { body: 'sra', title: 'Imorgon' } },
      {
        statedAt: '2026-06-02',
      },
    );
    slipIn('meeting-x', { type: 'MatterClosed', data: {} });
    const { code, lines } = verify();
    expect(code).toBe(exitCodes.refused);
    expect(codes(lines).sort()).toEqual(['dates', 'loop', 'reference', 'rule', 'wrongStream']);
  });

  it('finds a person who is erased by the register and still there', async () => {
    logWith(files.log(folder), []);
    slipIn('person-p', { type: 'PersonRegistered', data: { name: 'Ylva Sundhed', language: 'sv' } });
    slipIn('register', { type: 'PersonErased', data: { person: 'p' } });
    expect(codes(verify().lines)).toEqual(['erasure']);
  });

  it.each([
    [
      'changed',
      "UPDATE search_text SET title = 'Något annat' WHERE entry = (SELECT min(entry) FROM search_text)",
    ],
    ['lost', 'DELETE FROM board WHERE rowid = (SELECT max(rowid) FROM board)'],
    [
      'made up',
      'INSERT INTO search_text SELECT entry + 9000, kind, subject || 1, part, body, title, text FROM search_text LIMIT 1',
    ],
  ])('finds a row of a read model that was %s', async (_, sql) => {
    const { steps } = await makeHistory(16, 80);
    logWith(files.log(folder), steps);
    await runRebuild(config, {});
    damage(files.readModels(folder), sql);
    const { code, lines } = verify();
    expect(code).toBe(exitCodes.refused);
    expect(codes(lines)).toEqual(['modelRows']);
  });

  it('finds a read model that stands still behind the others', async () => {
    const { steps } = await makeHistory(17, 30);
    logWith(files.log(folder), steps);
    await runRebuild(config, {});
    damage(files.readModels(folder), "UPDATE checkpoint SET position = '3' WHERE projection = 'search'");
    const { lines } = verify();
    expect(lines[0]?.finding).toMatchObject({ code: 'modelStopped' });
    expect(lines[0]?.finding?.where).toContain('search');
  });

  it('says when there is no log', () => {
    expect(runVerify(config, {})).toBe(exitCodes.refused);
  });
});
