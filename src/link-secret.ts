import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Config } from './config.js';
import { files } from './log.js';

/**
 * The secret that links in letters are signed with: the configured one, else one that is made once and kept where only
 * its owner can read it; one that is kept is only read. Throws when the file holds something else, or cannot be written.
 */
export function linkSecretOf({
  linkSecret,
  eventStore,
  dataDir,
}: Pick<Config, 'linkSecret' | 'eventStore' | 'dataDir'>): string {
  if (linkSecret !== undefined) return linkSecret;
  const made = randomBytes(32).toString('hex');
  if (eventStore === 'memory') return made;
  const path = files.linkSecret(dataDir);
  if (!existsSync(path)) keep(made, path);
  chmodSync(path, 0o600);
  const kept = readFileSync(path, 'utf8').trim();
  if (kept.length < 32) throw new Error(`${path} holds no secret; remove it, and a new one is made`);
  return kept;
}

/** Puts a secret at a path, whole or not at all, unless another process was first. */
function keep(secret: string, path: string): void {
  const own = `${path}.${process.pid.toString()}`;
  try {
    writeFileSync(own, `${secret}\n`, { mode: 0o600, flush: true });
    linkSync(own, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(own, { force: true });
  }
}
