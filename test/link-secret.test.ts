import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { linkSecretOf } from '../src/link-secret.js';

let dataDir: string;
let path: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'beslutslogg-secret-'));
  path = join(dataDir, 'link-secret');
});
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

const secret = (): string => linkSecretOf({ linkSecret: undefined, eventStore: 'sqlite', dataDir });

describe('the secret of links in letters', () => {
  it('is made once and kept for its owner alone', () => {
    const made = secret();
    expect(made).toHaveLength(64);
    expect(readdirSync(dataDir)).toEqual(['link-secret']);
    chmodSync(path, 0o644);
    expect(secret()).toBe(made);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('that is kept is read without writing anything, so that a full disk does not hinder a start', () => {
    secret();
    const before = statSync(dataDir, { bigint: true }).mtimeNs;
    secret();
    expect(statSync(dataDir, { bigint: true }).mtimeNs).toBe(before);
  });

  it('is asked for when the file holds none', () => {
    writeFileSync(path, 'kort\n');
    expect(secret).toThrow(/link-secret holds no secret/);
  });
});
