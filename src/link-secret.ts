import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Config } from './config.js';
import { files } from './log.js';

/**
 * The secret that links in letters are signed with: the configured one, else one that is made once and kept where only
 * its owner can read it. Throws when the file holds something else, or cannot be written.
 */
export function linkSecretOf({ linkSecret, eventStore, dataDir }: Config): string {
  if (linkSecret !== undefined) return linkSecret;
  const made = randomBytes(32).toString('hex');
  if (eventStore === 'memory') return made;
  const path = files.linkSecret(dataDir);
  const own = `${path}.${process.pid.toString()}`;
  writeFileSync(own, `${made}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(own, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(own, { force: true });
  }
  chmodSync(path, 0o600);
  const kept = readFileSync(path, 'utf8').trim();
  if (kept.length < 32) throw new Error(`${path} holds no secret; remove it, and a new one is made`);
  return kept;
}
