import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { exitCodes } from '../../src/cli/exit-codes.js';
import { runExport, runLoad, runRebuild } from '../../src/cli/log-commands.js';
import { type Config, readConfig } from '../../src/config.js';
import { SqliteEventStore } from '../../src/event-store/sqlite.js';
import { files } from '../../src/log.js';

const lines = [
  { do: 'RegisterBody', id: 'sra', name: 'Samrådsorganet', shortName: 'SRÄ', statedAt: '2026-03-01' },
  { do: 'RegisterPerson', id: 'p1', name: 'Ylva Sundhed', statedAt: '2026-03-01' },
];
const by = { actor: 'u-1', role: 'secretary' } as const;

describe('the command line', () => {
  let folder: string;
  let config: Config;
  let out: string;
  let err: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'beslutslogg-cli-'));
    config = readConfig({ DATA_DIR: join(folder, 'data') });
    out = err = '';
    const caught = (append: (text: string) => void) => (chunk: string | Uint8Array) => {
      append(chunk.toString());
      return true;
    };
    jest.spyOn(process.stdout, 'write').mockImplementation(caught((text) => (out += text)));
    jest.spyOn(process.stderr, 'write').mockImplementation(caught((text) => (err += text)));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  const file = (...content: readonly object[]): string => {
    const path = join(folder, 'fakta.ndjson');
    writeFileSync(path, content.map((line) => JSON.stringify(line)).join('\n'));
    return path;
  };

  it('loads a file, and says when it already had', async () => {
    const path = file(...lines);
    expect(await runLoad(config, [path], by)).toBe(exitCodes.done);
    expect(out).toContain(`${path}: 2 uppgifter registrerade`);
    expect(await runLoad(config, [path], { ...by, json: true })).toBe(exitCodes.done);
    expect(JSON.parse(out.trim().split('\n').at(-1) ?? '')).toMatchObject({
      loaded: { facts: 0, already: 2 },
      refused: 0,
    });
  });

  it('names the line, the field and the reason of every refusal, in both languages', async () => {
    const path = file(...lines, { do: 'OpenMatter', id: 'm', body: 'ingen', title: 'Ett ärende', x: 1 });
    expect(await runLoad(config, [path], by)).toBe(exitCodes.refused);
    expect(out).toMatch(/fakta\.ndjson:3 \/x Fältet ”x” finns inte här\. \/ There is no field “x” here\./);
    expect(out).toContain('inget registrerades');
    expect(await runExport(config, { people: true })).toBe(exitCodes.done);
    expect(out.split('\n').filter((line) => line.startsWith('{'))).toEqual([]);
  });

  it('says plainly that the service has the log open, and lets it be read all the same', async () => {
    const path = file(...lines);
    expect(await runLoad(config, [path], by)).toBe(exitCodes.done);
    const service = SqliteEventStore.open(files.log(config.dataDir));
    try {
      expect(await runLoad(config, [path], by)).toBe(exitCodes.refused);
      expect(err).toContain('Stoppa den först, eller använd API:t');
      out = '';
      expect(await runExport(config, { people: false })).toBe(exitCodes.done);
      expect(
        out
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as unknown),
      ).toEqual([expect.objectContaining({ specversion: '1.0', subject: 'body-sra' })]);
    } finally {
      await service.close();
    }
  });

  it('tells what is wrong with what was asked', async () => {
    expect(await runExport(config, { people: true })).toBe(exitCodes.refused);
    expect(err).toContain('There is no log here');
    expect(await runExport(config, { people: true, from: 'igår' })).toBe(exitCodes.usage);
    expect(err).toContain('en position eller en dag');
  });

  it('rebuilds the read models from what was loaded', async () => {
    expect(await runLoad(config, [file(...lines)], by)).toBe(exitCodes.done);
    expect(await runRebuild(config, { json: true })).toBe(exitCodes.done);
  });
});
