import { existsSync, statfsSync } from 'node:fs';
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.js';
import { LogLocked } from '../event-store/event-store.js';
import { LocalLog } from '../event-store/local-log.js';
import { FileLock } from '../event-store/sqlite-file.js';
import { files } from '../log.js';
import { missetIn } from '../reminders/redis-link.js';
import { diskRoom } from './disk.js';
import { storeAnswers } from './metrics.js';

/** One thing the doctor looked at. `warning`: it works, but not as well or as safely as it should. */
export interface Examined {
  readonly check: 'environment' | 'disk' | 'store' | 'redis' | 'mail' | 'clock';
  readonly state: 'ok' | 'warning' | 'fault';
  readonly sv: string;
  readonly en: string;
}

type Check = Examined['check'];
const say =
  (state: Examined['state']) =>
  (check: Check, sv: string, en: string): Examined => ({ check, state, sv, en });
const ok = say('ok');
const warning = say('warning');
const fault = say('fault');

const wait = 5_000;
const oldestNode = [20, 19] as const;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 ** 2).toString()} MB`;
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The program that runs it and the settings, each of them valid by itself. */
export function examineEnvironment(config: Config, node = process.versions.node): Examined[] {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const tooOld = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
  const found: Examined[] = [
    tooOld
      ? fault(
          'environment',
          `Node ${node} är för gammal; minst 20.19`,
          `Node ${node} is too old; at least 20.19`,
        )
      : major < 22
        ? warning(
            'environment',
            `Node ${node} får inga rättelser längre; byt till 24`,
            `Node ${node} gets no fixes any more; move to 24`,
          )
        : ok('environment', `Node ${node}`, `Node ${node}`),
  ];
  if (config.tokens.length === 0 && !config.demo)
    found.push(
      warning('environment', 'TOKENS är tom: ingen kan logga in', 'TOKENS is empty: nobody can sign in'),
    );
  if (config.production && config.demo)
    found.push(
      fault(
        'environment',
        'DEMO=1 i produktion: klockan kan flyttas',
        'DEMO=1 in production: the clock can be moved',
      ),
    );
  if (config.eventStore === 'memory')
    found.push(
      warning('environment', 'EVENT_STORE=memory: ingenting sparas', 'EVENT_STORE=memory: nothing is kept'),
    );
  if (config.production && config.baseUrl.startsWith('http:') && !config.baseUrl.includes('localhost'))
    found.push(warning('environment', 'BASE_URL är utan TLS (http:)', 'BASE_URL is without TLS (http:)'));
  return found;
}

const remote: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB'],
]);

/** Whether `DATA_DIR` can be written to durably, how fast, and how much room it has. */
export async function examineDisk({ dataDir }: Config): Promise<Examined[]> {
  let ms: number;
  try {
    mkdirSync(dataDir, { recursive: true });
    ms = syncTime(dataDir);
  } catch (error) {
    const why = messageOf(error);
    return [
      fault(
        'disk',
        `Det går inte att skriva i ${dataDir}: ${why}`,
        `${dataDir} cannot be written to: ${why}`,
      ),
    ];
  }
  const { freeBytes, totalBytes, low } = await diskRoom(dataDir);
  const room = [megabytes(freeBytes), megabytes(totalBytes)] as const;
  const found = [
    (low ? warning : ok)(
      'disk',
      `${room[0]} ledigt av ${room[1]} i ${dataDir}`,
      `${room[0]} free of ${room[1]} in ${dataDir}`,
    ),
    (ms > 50 ? warning : ok)(
      'disk',
      `En beständig skrivning tar ${ms.toFixed(2)} ms`,
      `A durable write takes ${ms.toFixed(2)} ms`,
    ),
  ];
  const kind = remote.get(statfsSync(dataDir).type);
  if (kind !== undefined)
    found.push(
      fault(
        'disk',
        `${dataDir} ligger på ${kind}; loggen behöver en lokal disk`,
        `${dataDir} lies on ${kind}; the log needs a local disk`,
      ),
    );
  return found;
}

/** Median of five durable writes of a page, in ms. */
function syncTime(folder: string): number {
  const path = join(folder, `.doctor-${process.pid.toString()}`);
  const handle = openSync(path, 'w', 0o600);
  try {
    const page = Buffer.alloc(4096);
    const times = Array.from({ length: 5 }, () => {
      const started = performance.now();
      writeSync(handle, page);
      fsyncSync(handle);
      return performance.now() - started;
    });
    return times.sort((a, b) => a - b)[2] ?? 0;
  } finally {
    closeSync(handle);
    rmSync(path, { force: true });
  }
}

/** Whether the log can be opened, and whether the clock is behind what it holds. `now` in ms. */
export async function examineStore(config: Config, now: number): Promise<Examined[]> {
  switch (config.eventStore) {
    case 'memory':
      return [];
    case 'sqlite':
      return examineLogFile(files.log(config.dataDir), now);
    case 'eventstoredb': {
      const { EventStoreDbStore } = await import('../event-store/eventstoredb.js');
      const store = new EventStoreDbStore(config.esdbConnectionString ?? '');
      try {
        const answers = await storeAnswers(store);
        return [
          answers
            ? ok('store', 'EventStoreDB svarar', 'EventStoreDB answers')
            : fault(
                'store',
                'EventStoreDB svarar inte: kontrollera ESDB_CONNECTION_STRING, TLS och nätet',
                'EventStoreDB does not answer: check ESDB_CONNECTION_STRING, TLS and the network',
              ),
        ];
      } finally {
        await store.close();
      }
    }
  }
}

function examineLogFile(path: string, now: number): Examined[] {
  if (!existsSync(path))
    return [ok('store', `Ingen logg än; den skapas i ${path}`, `No log yet; it will be made in ${path}`)];
  try {
    const log = LocalLog.open(path, { mode: 'readonly' });
    try {
      const count = log.count().toString();
      const head = log.head();
      const [last] = head === null ? [] : log.byPositions([head]);
      const found = [
        ok(
          'store',
          `Loggen har ${count} händelser${isHeld(path) ? ' och är öppen i en tjänst' : ''}`,
          `The log holds ${count} events${isHeld(path) ? ' and is open in a service' : ''}`,
        ),
      ];
      if (last && Date.parse(last.recordedAt) > now + 1_000)
        found.push(
          fault(
            'clock',
            `Klockan går efter: loggens sista händelse skrevs ${last.recordedAt}`,
            `The clock is behind: the last event of the log was recorded ${last.recordedAt}`,
          ),
        );
      return found;
    } finally {
      log.close();
    }
  } catch (error) {
    const why = messageOf(error);
    return [fault('store', `Loggen går inte att läsa: ${why}`, `The log cannot be read: ${why}`)];
  }
}

function isHeld(path: string): boolean {
  try {
    new FileLock(path).release();
    return false;
  } catch (error) {
    if (error instanceof LogLocked) return true;
    throw error;
  }
}

/** Whether Redis answers, keeps what it is told over a restart, and agrees on the time. `now` in ms. */
export async function examineRedis(url: string, now: () => number): Promise<Examined[]> {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: wait,
    commandTimeout: wait,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let trouble: Error | undefined;
  redis.on('error', (error) => {
    trouble = error;
  });
  try {
    await redis.connect();
    const info = await redis.info();
    const version = /^redis_version:(.*?)\r?$/m.exec(info)?.[1] ?? '';
    const found = [
      ok('redis', `Redis ${version} svarar`, `Redis ${version} answers`),
      ...missetIn(info).map(({ sv, en }) => fault('redis', sv, en)),
    ];
    const [second = 0] = (await redis.time()).map(Number);
    const apart = Math.abs(now() / 1000 - second);
    found.push(
      apart > 3
        ? warning(
            'clock',
            `Klockan skiljer ${apart.toFixed(0)} s från Redis klocka`,
            `The clock is ${apart.toFixed(0)} s away from that of Redis`,
          )
        : ok('clock', 'Klockan stämmer med Redis klocka', 'The clock agrees with that of Redis'),
    );
    return found;
  } catch (error) {
    const why = messageOf(trouble ?? error);
    return [fault('redis', `Redis svarar inte: ${why}`, `Redis does not answer: ${why}`)];
  } finally {
    redis.disconnect();
  }
}

/** What it means that there is no mail server: right in a demo, hardly ever in production. */
export function examineNoMail({ production, demo }: Config): Examined[] {
  if (demo) return [];
  return [
    (production ? fault : warning)(
      'mail',
      'SMTP_URL är inte satt: brev sparas i outbox.db och skickas inte till någon',
      'SMTP_URL is not set: letters are kept in outbox.db and sent to nobody',
    ),
  ];
}

/** Whether the mail server lets us in. Nothing is sent. */
export async function examineMail(url: string): Promise<Examined[]> {
  const { host, port } = new URL(url.replace(/^smtps?:/, 'http:'));
  const where = `${host || 'localhost'}${port === '' || host.includes(':') ? '' : `:${port}`}`;
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(url, {});
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => {
      reject(new Error(`no answer within ${(wait / 1000).toString()} s`));
    }, wait).unref();
  });
  try {
    await Promise.race([transport.verify(), late]);
    return [ok('mail', `E-postservern ${where} tar emot oss`, `The mail server ${where} lets us in`)];
  } catch (error) {
    const why = messageOf(error);
    return [
      fault(
        'mail',
        `E-postservern ${where} tar inte emot oss: ${why}`,
        `The mail server ${where} does not let us in: ${why}`,
      ),
    ];
  } finally {
    transport.close();
  }
}

/** Whether the machine's clock can be right at all, and what day it makes it. `now` in ms. */
export function examineClock(config: Config, now: number): Examined[] {
  const there = new Intl.DateTimeFormat('sv', {
    timeZone: config.timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(now);
  return [
    now < Date.UTC(2026, 0, 1)
      ? fault('clock', `Klockan är fel: ${there}`, `The clock is wrong: ${there}`)
      : ok('clock', `${there} i ${config.timeZone}`, `${there} in ${config.timeZone}`),
  ];
}
