import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import type { Limits } from './api/limits.js';
import { personRoles as actorRoles } from './domain/events.js';
import type { Grant } from './commands/commands.js';

/** What a process does: serve the API, send what is due, or both. */
export const processRoles = ['all', 'api', 'worker'] as const;
export type ProcessRole = (typeof processRoles)[number];

/** Someone who may call the API. The token itself is never kept, only its SHA-256. */
export interface TokenHolder {
  readonly tokenHash: string;
  /** Opaque id of the person, as used in events. */
  readonly actor: string;
  readonly grants: readonly Grant[];
  /** Someone to try the demo as; the token is public. */
  readonly persona?: { readonly title: string; readonly token: string };
}

/** The configuration, read once at start. Every setting is documented in `docs/operations.md`. */
export interface Config {
  readonly role: ProcessRole;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly eventStore: 'sqlite' | 'eventstoredb' | 'memory';
  readonly esdbConnectionString?: string;
  readonly redisUrl?: string;
  readonly smtpUrl?: string;
  /** Who letters come from. */
  readonly mailFrom: string;
  readonly baseUrl: string;
  /** What the links in letters are signed with; the same for every instance. Without it one is made and kept in `dataDir`. */
  readonly linkSecret?: string;
  readonly timeZone: string;
  readonly tokens: readonly TokenHolder[];
  /** Seals the sign-ins of browsers; without it they end when the process does. */
  readonly sessionSecret?: string;
  readonly demo: boolean;
  readonly production: boolean;
  /** How much the service takes on. */
  readonly limits?: Limits;
  /** Addresses (or networks) of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies?: readonly string[];
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
}

/** Everything wrong with the environment, in one message. */
export class ConfigError extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(
      `The configuration has ${mistakes.length.toString()} mistake(s):\n${mistakes.map((m) => `  - ${m}`).join('\n')}`,
    );
  }
}

/** Reads and checks the environment, for a process of a role when that is not in it. Throws {@link ConfigError} naming every mistake at once. */
export function readConfig(env: NodeJS.ProcessEnv = process.env, only?: ProcessRole): Config {
  const mistakes: string[] = [];
  const oneOf = <T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
    const value = env[name];
    if (value === undefined || value === '') return fallback;
    const found = allowed.find((option) => option === value);
    if (!found) mistakes.push(`${name} is "${value}"; it must be one of ${allowed.join(', ')}`);
    return found ?? fallback;
  };
  const address = (name: string, protocols: readonly string[]): string | undefined => {
    const value = env[name];
    if (value === undefined || value === '') return undefined;
    if (
      !protocols.some((protocol) => value.startsWith(`${protocol}://`)) ||
      !URL.canParse(value.replace(/^[^:]+/, 'http').replace(/,[^/?]*/, ''))
    )
      mistakes.push(
        `${name} must be an address that begins with ${protocols.map((p) => `${p}://`).join(' or ')}`,
      );
    return value;
  };

  const port = Number(env['PORT'] ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    mistakes.push('PORT must be a whole number from 0 to 65535');
  const eventStore = oneOf('EVENT_STORE', ['sqlite', 'eventstoredb', 'memory'], 'sqlite');
  const esdbConnectionString = address('ESDB_CONNECTION_STRING', [
    'esdb',
    'esdb+discover',
    'kurrentdb',
    'kurrentdb+discover',
  ]);
  if (eventStore === 'eventstoredb' && !esdbConnectionString)
    mistakes.push(
      'EVENT_STORE is eventstoredb, so ESDB_CONNECTION_STRING must be set, e.g. esdb://localhost:2113?tls=false',
    );
  const timeZone = env['BODY_TIME_ZONE'] ?? 'Europe/Stockholm';
  if (!isTimeZone(timeZone))
    mistakes.push(`BODY_TIME_ZONE is "${timeZone}", which is no time zone, e.g. Europe/Stockholm`);
  const production = env['NODE_ENV'] === 'production';
  const demo = oneOf('DEMO', ['0', '1'], '0') === '1';

  const atLeastZero = (name: string, fallback: number): number => {
    const value = Number(env[name] ?? fallback);
    if (!Number.isInteger(value) || value < 0)
      mistakes.push(`${name} must be a whole number, 0 for no limit`);
    return value;
  };
  const trustedProxies = (env['TRUSTED_PROXIES'] ?? '').split(',').filter((proxy) => proxy !== '');
  for (const proxy of trustedProxies)
    if (isIP(proxy.replace(/\/\d{1,3}$/, '')) === 0)
      mistakes.push(`TRUSTED_PROXIES names "${proxy}", which is no address or network, e.g. 10.0.0.0/8`);

  const role = only ?? oneOf('ROLE', processRoles, 'all');
  const redisUrl = address('REDIS_URL', ['redis', 'rediss']);
  if (role !== 'all' && eventStore !== 'eventstoredb')
    mistakes.push(
      `ROLE is ${role}, so EVENT_STORE must be eventstoredb: one process alone has any other log open`,
    );
  if (role === 'worker' && !env['SMTP_URL'])
    mistakes.push(
      'ROLE is worker, so SMTP_URL must be set: mails that are kept are shown only by the process that keeps them',
    );
  if (role === 'api' && redisUrl === undefined)
    mistakes.push(
      'ROLE is api, so REDIS_URL must be set: through it the process learns whether a worker is alive',
    );

  const config: Config = {
    role,
    port,
    host: env['HOST'] ?? '127.0.0.1',
    dataDir: env['DATA_DIR'] ?? 'data',
    eventStore,
    esdbConnectionString,
    redisUrl,
    smtpUrl: address('SMTP_URL', ['smtp', 'smtps']),
    mailFrom: readMailFrom(env, mistakes),
    baseUrl: (address('BASE_URL', ['http', 'https']) ?? `http://localhost:${port.toString()}`).replace(
      /\/$/,
      '',
    ),
    linkSecret: readSecret('LINK_SECRET', env['LINK_SECRET'], mistakes),
    timeZone,
    tokens: readTokens(env['TOKENS'], mistakes),
    sessionSecret: readSecret('SESSION_SECRET', env['SESSION_SECRET'], mistakes),
    demo,
    production,
    limits: {
      perActor: atLeastZero('RATE_PER_ACTOR', 50),
      perAddress: atLeastZero('RATE_PER_ADDRESS', 200),
      inFlight: atLeastZero('MAX_IN_FLIGHT', 1_000),
      delay: atLeastZero('MAX_DELAY_MS', 2_000),
    },
    trustedProxies,
    logLevel: oneOf('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'info'),
  };
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return config;
}

function readSecret(name: string, text: string | undefined, mistakes: string[]): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (text.length < 32)
    mistakes.push(`${name} must have at least 32 characters, e.g. from: openssl rand -hex 32`);
  return text;
}

/** `MAIL_FROM`, which a mail server asks for; without one any address does. */
function readMailFrom(env: NodeJS.ProcessEnv, mistakes: string[]): string {
  const from = env['MAIL_FROM'] ?? '';
  if (from === '') {
    if (env['SMTP_URL'])
      mistakes.push('SMTP_URL is set, so MAIL_FROM must be too, e.g. Beslutslogg <beslutslogg@example.se>');
    return 'Beslutslogg <beslutslogg@localhost>';
  }
  if (!/^(?:[^<>\p{Cc}]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/u.test(from))
    mistakes.push('MAIL_FROM must be an address, e.g. Beslutslogg <beslutslogg@example.se>');
  return from;
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('sv', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** `TOKENS`: JSON, a list of `{ "token" | "tokenSha256", "actor", "grants": [{ "body": "*", "role": "secretary" }] }`. */
function readTokens(text: string | undefined, mistakes: string[]): TokenHolder[] {
  if (text === undefined || text === '') return [];
  const list = parseJson(text);
  if (!Array.isArray(list)) {
    mistakes.push('TOKENS must be a JSON list');
    return [];
  }
  return list.flatMap((entry: unknown, at) => {
    const where = `TOKENS[${at.toString()}]`;
    if (!isRecord(entry) || typeof entry['actor'] !== 'string' || !/^[\w-]{1,64}$/.test(entry['actor'])) {
      mistakes.push(`${where} needs an "actor": letters, digits, - and _`);
      return [];
    }
    const tokenHash = hashOf(entry);
    if (tokenHash === undefined) {
      mistakes.push(
        `${where} needs a "token" of at least 16 characters, or "tokenSha256" of 64 hexadecimal digits`,
      );
      return [];
    }
    const grants = readGrants(entry['grants']);
    if (!grants) {
      mistakes.push(
        `${where} needs "grants": [{ "body": "*" or an id, "role": one of ${actorRoles.join(', ')} }]`,
      );
      return [];
    }
    return [{ tokenHash, actor: entry['actor'], grants }];
  });
}

/** SHA-256 of a token in hexadecimal, as the configuration keeps it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

function hashOf(entry: Record<string, unknown>): string | undefined {
  const { token, tokenSha256 } = entry;
  if (typeof tokenSha256 === 'string' && /^[0-9a-f]{64}$/.test(tokenSha256)) return tokenSha256;
  return typeof token === 'string' && token.length >= 16 ? hashToken(token) : undefined;
}

function readGrants(value: unknown): Grant[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const grants: Grant[] = [];
  for (const grant of value as unknown[]) {
    if (!isRecord(grant) || typeof grant['body'] !== 'string') return undefined;
    const role = actorRoles.find((known) => known === grant['role']);
    if (!role) return undefined;
    grants.push({ body: grant['body'], role });
  }
  return grants;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
