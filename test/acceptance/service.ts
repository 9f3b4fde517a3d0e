import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fastifyAdapter } from '../../src/api/adapter.js';
import { configureApi } from '../../src/api/configure.js';
import type { ApiLog } from '../../src/api/log.js';
import { AppModule } from '../../src/app.module.js';
import { type Config, hashToken, type TokenHolder } from '../../src/config.js';
import type { ActorRole } from '../../src/domain/events.js';
import { derivedId } from '../../src/event-store/run-decider.js';
import { type Parts, openParts } from '../../src/parts.js';
import { EsdbServer } from '../support/esdb-server/server.js';

/** Who calls: the person's opaque id and the capacity. */
export interface Caller {
  readonly actor: string;
  readonly role: ActorRole;
}

/** The id a person gets who is registered by the secretary with this Idempotency-Key. */
export const personWithKey = (key: string): string => derivedId(`person-sekreterare/${key}`);

export const callers = {
  chair: { actor: 'person-ordforande', role: 'chair' },
  secretary: { actor: 'person-sekreterare', role: 'secretary' },
  director: { actor: personWithKey('direktor'), role: 'responsible' },
  kommunsam: { actor: personWithKey('kommunsam'), role: 'responsible' },
  auditor: { actor: 'person-revisor', role: 'auditor' },
  admin: { actor: 'person-admin', role: 'admin' },
} as const satisfies Record<string, Caller>;
export type Who = keyof typeof callers;

const tokenOf = (who: string): string => `acceptance-token-${who}`;
const tokens: TokenHolder[] = Object.entries(callers).map(([who, { actor, role }]) => ({
  tokenHash: hashToken(tokenOf(who)),
  actor,
  grants: [{ body: '*', role }],
}));

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

/** What the answer to a write says. */
export interface Written {
  readonly id: string;
  readonly revision: number;
  readonly position: string;
  readonly warnings?: readonly { readonly code: string }[];
}

function failed(trouble: unknown): never {
  throw new Error(String(trouble));
}

/** The program as it runs, in this process. */
export interface RunningApp {
  readonly url: string;
  readonly parts: Parts;
  /** What the service has logged as errors. */
  readonly troubles: readonly object[];
  close(): Promise<void>;
}

/**
 * Starts the program in demo mode on a store of its own, without the page that browses the API: what that needs cannot be
 * loaded in Jest.
 */
export async function startApp(
  eventStore: 'sqlite' | 'eventstoredb',
  tokens: readonly TokenHolder[],
): Promise<RunningApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'beslutslogg-acceptance-'));
  const server = eventStore === 'eventstoredb' ? await EsdbServer.start() : undefined;
  const config: Config = {
    role: 'all',
    port: 0,
    host: '127.0.0.1',
    dataDir,
    eventStore,
    esdbConnectionString: server?.connectionString,
    mailFrom: 'Beslutslogg <beslutslogg@example.se>',
    baseUrl: 'http://localhost:3000',
    timeZone: 'Europe/Stockholm',
    tokens,
    demo: true,
    production: false,
    logLevel: 'silent',
  };
  const parts = await openParts(config, { onFailure: failed, onTrouble: failed });
  const troubles: object[] = [];
  const log: ApiLog = { info: () => undefined, error: (fields) => void troubles.push(fields) };
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(parts, log), fastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
  configureApi(app, parts, { docs: false });
  await app.listen(0, '127.0.0.1');
  const close = async (): Promise<void> => {
    await app.close();
    await parts.close();
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: await app.getUrl(), parts, troubles, close };
}

/** The whole program on a store of its own, spoken to over HTTP like any client does. */
export class RunningService {
  /** The place in the log of the last write; reads ask to see it. */
  position: string | undefined;

  private constructor(private readonly app: RunningApp) {}

  static async start(store: 'sqlite' | 'eventstoredb', now: string): Promise<RunningService> {
    const app = await startApp(store, tokens);
    app.parts.clock.moveTo(now);
    return new RunningService(app);
  }

  get troubles(): readonly object[] {
    return this.app.troubles;
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** Moves the demo's clock forward, over HTTP. */
  async moveClock(to: string): Promise<void> {
    await this.write('admin', '/api/demo/clock', { to });
  }

  async get(who: Who, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const seen: Record<string, string> = this.position === undefined ? {} : { 'log-position': this.position };
    return this.ask('GET', who, path, undefined, { ...seen, ...headers });
  }

  /** The body of a read that succeeds. */
  async read(who: Who, path: string): Promise<unknown> {
    const answer = await this.get(who, path);
    if (answer.status !== 200)
      throw new Error(`GET ${path}: ${answer.status.toString()} ${JSON.stringify(answer.json)}`);
    return answer.json;
  }

  async post(
    who: Who,
    path: string,
    body: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    return this.ask('POST', who, path, body, { 'if-match': '*', ...headers });
  }

  /** A write that succeeds. */
  async write(
    who: Who,
    path: string,
    body: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Written> {
    const answer = await this.post(who, path, body, headers);
    if (answer.status >= 300)
      throw new Error(`POST ${path}: ${answer.status.toString()} ${JSON.stringify(answer.json)}`);
    const written = answer.json as Written;
    if (typeof written.position === 'string') this.position = written.position;
    return written;
  }

  private async ask(
    method: string,
    who: Who,
    path: string,
    body: object | undefined,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const answer = await fetch(`${this.app.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${tokenOf(who)}`,
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    const json: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: answer.status, headers: answer.headers, json };
  }
}
