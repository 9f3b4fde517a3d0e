import { readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { RedisServer } from '../../support/redis-server.js';

/** What befalls Redis: killed and started again, stopped for a while, emptied, or killed with the end of its file torn off. */
export type RedisTrouble =
  { readonly kind: 'killed' | 'flushed' | 'cut' } | { readonly kind: 'stopped'; readonly seconds: number };

export const troubleName = (trouble: RedisTrouble): string =>
  `Redis ${trouble.kind}${trouble.kind === 'stopped' ? ` for ${trouble.seconds.toString()} s` : ''}`;

/** Does it, and is done when Redis answers again. */
export async function befallRedis(redis: RedisServer, trouble: RedisTrouble): Promise<void> {
  switch (trouble.kind) {
    case 'killed':
      await redis.kill();
      await pause(300);
      return redis.start();
    case 'stopped':
      redis.signal('SIGSTOP');
      await pause(trouble.seconds * 1_000);
      redis.signal('SIGCONT');
      return;
    case 'flushed':
      await redis.ask((connection) => connection.flushall());
      return;
    case 'cut':
      await redis.kill();
      tearOff(join(redis.folder, 'appendonlydir'));
      return redis.start();
  }
}

/** The newest of the files that Redis appends to loses half of what it holds. */
function tearOff(folder: string): void {
  const growing = readdirSync(folder).filter((name) => name.endsWith('.incr.aof'));
  const last = growing.sort().at(-1);
  if (last === undefined) return;
  const path = join(folder, last);
  truncateSync(path, Math.floor(statSync(path).size / 2));
}
