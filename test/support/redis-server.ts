import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';

const program = ((): string => {
  const found = spawnSync(process.execPath, ['scripts/ensure-system.mjs', 'redis-server'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const path = found.stdout.trim();
  if (found.status !== 0 || path === '')
    throw new Error('redis-server is missing and could not be installed');
  return path;
})();

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('there is no port');
  return address.port;
}

/** A real Redis on a port and in a folder of its own, that can be killed, stopped, and started again where it was. */
export class RedisServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'beslutslogg-redis-'));
  #child: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly args: readonly string[],
  ) {}

  /** One that keeps what it is told, unless `args` (`['--appendonly', 'no']`) say otherwise. */
  static async start(...args: readonly string[]): Promise<RedisServer> {
    const server = new RedisServer(await freePort(), args);
    await server.start();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port.toString()}`;
  }

  /** The folder it keeps its files in. */
  get folder(): string {
    return this.#folder;
  }

  async start(): Promise<void> {
    const settings = ['--appendonly', 'yes', '--appendfsync', 'everysec', '--maxmemory-policy', 'noeviction'];
    const where = [
      '--port',
      this.port.toString(),
      '--bind',
      '127.0.0.1',
      '--dir',
      this.#folder,
      '--save',
      '',
    ];
    this.#child = spawn(program, [...where, ...settings, ...this.args], { stdio: 'ignore' });
    for (let left = 200; left > 0; left -= 1) {
      if (await this.ask((redis) => redis.ping()).catch(() => false)) return;
      await pause(25);
    }
    throw new Error('redis-server does not start');
  }

  /** Asks it something over a connection of its own. */
  async ask<T>(question: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(this.url, { lazyConnect: true, retryStrategy: () => null });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return await question(redis);
    } finally {
      redis.disconnect();
    }
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.#child?.kill(signal);
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** Ends it and removes what it kept. */
  async close(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
