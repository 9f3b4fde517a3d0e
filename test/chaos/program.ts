import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';

/** Opens every door of a {@link Program}. */
export const token = 'chaos-token-0123456789';

/** Who all commands come from. */
export const actor = 'person-kaos';

/** The answer to a request; `undefined` where there was none, so that nobody knows what became of it. */
export interface Answer {
  readonly status: number;
  readonly json: unknown;
  /** The key had been used: nothing was done now. */
  readonly replayed: boolean;
}

/** What a process prints to say that it can be used, as JSON on a line of its own. */
type Said = Readonly<Record<string, unknown>>;

function said(line: string): Said | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** A process that can be killed at any moment. */
export class Process {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;
  readonly #words: string[] = [];

  /** Runs Node with these arguments. `before`: a command that runs it in turn, and its arguments. */
  constructor(
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    before: readonly string[] = [],
  ) {
    const [command = process.execPath, ...rest] = [...before, process.execPath, ...args];
    this.#child = spawn(command, rest, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], TZ: 'UTC', ...env },
    });
    this.#exited = once(this.#child, 'exit');
    for (const stream of [this.#child.stdout, this.#child.stderr])
      if (stream)
        createInterface({ input: stream }).on('line', (line) => {
          this.#words.push(line);
          if (this.#words.length > 60) this.#words.shift();
          this.#child.emit('said', line);
        });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get alive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** What it printed last. */
  get lastWords(): string {
    return this.#words.join('\n');
  }

  /** Until it prints a JSON object with this field; `undefined` when it ends before that. */
  async says(field: string): Promise<Said | undefined> {
    const [gone, heard] = [new AbortController(), new AbortController()];
    const ended = this.#exited.then(() => gone.abort());
    try {
      while (!gone.signal.aborted) {
        for (const line of this.#words) {
          const found = said(line);
          if (found && field in found) return found;
        }
        await Promise.race([once(this.#child, 'said', { signal: heard.signal }), ended]);
      }
      return undefined;
    } finally {
      heard.abort();
    }
  }

  /** Until it has ended: its exit code, `null` when a signal ended it. */
  async ended(): Promise<number | null> {
    await this.#exited;
    return this.#child.exitCode;
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    if (this.alive) this.#child.kill(signal);
    await this.#exited;
  }
}

/** How the built program is started. */
export interface ProgramOptions {
  /** `dist/main.js` of the program to try. */
  readonly main: string;
  readonly dataDir: string;
  /** Set: the log is in the EventStoreDB there. */
  readonly esdb?: string;
  /** Where it listens; without it the program takes a free one and says in its log which. */
  readonly port?: number;
  readonly logLevel?: 'info' | 'warn';
  /** A command that runs the program, and its arguments. */
  readonly before?: readonly string[];
  /** More of its settings. */
  readonly env?: Readonly<Record<string, string>>;
}

/** As `npm start` and the image start it. */
const bounds = ['--max-old-space-size=256', '--max-semi-space-size=8'];

/** The real program, spoken to over HTTP like any client does. */
export class Program extends Process {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  #url = '';

  constructor({ main, dataDir, esdb, port = 0, logLevel = 'info', before, env: more }: ProgramOptions) {
    const env = {
      PORT: port.toString(),
      DATA_DIR: dataDir,
      LOG_LEVEL: logLevel,
      RATE_PER_ACTOR: '0',
      RATE_PER_ADDRESS: '0',
      TOKENS: JSON.stringify([
        {
          token,
          actor,
          grants: [
            { body: '*', role: 'admin' },
            { body: '*', role: 'secretary' },
          ],
        },
      ]),
      ...(esdb === undefined
        ? { EVENT_STORE: 'sqlite' }
        : { EVENT_STORE: 'eventstoredb', ESDB_CONNECTION_STRING: esdb }),
      ...more,
    };
    super([...bounds, main], env, before);
  }

  get url(): string {
    return this.#url;
  }

  /** Until it listens; false when it ended before that. */
  async listens(): Promise<boolean> {
    const found = await this.says('url');
    if (typeof found?.['url'] !== 'string') return false;
    this.#url = found['url'];
    return true;
  }

  get(path: string): Promise<Answer | undefined> {
    return this.#ask('GET', path, undefined, {});
  }

  post(path: string, body: object, headers: Readonly<Record<string, string>>): Promise<Answer | undefined> {
    return this.#ask('POST', path, body, headers);
  }

  override async kill(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    await super.kill(signal);
    this.#agent.destroy();
  }

  #ask(
    method: string,
    path: string,
    body: object | undefined,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer | undefined> {
    return new Promise((resolve) => {
      const unknown = (): void => resolve(undefined);
      const call = request(
        `${this.#url}${path}`,
        {
          method,
          agent: this.#agent,
          headers: {
            authorization: `Bearer ${token}`,
            ...(body && { 'content-type': 'application/json' }),
            ...headers,
          },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (part: string) => (text += part));
          response.on('error', unknown);
          response.on('close', unknown);
          response.on('end', () => {
            if (!response.complete) return unknown();
            const json: unknown = text === '' ? undefined : JSON.parse(text);
            const replayed = response.headers['idempotent-replayed'] === 'true';
            resolve({ status: response.statusCode ?? 0, json, replayed });
          });
        },
      );
      call.on('error', unknown);
      call.end(body && JSON.stringify(body));
    });
  }
}
