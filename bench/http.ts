import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Process, Program } from '../test/chaos/program.js';
import { absolute, against, type Figure, median, must, timed } from './figure.js';

const samples = 5;
const clients = 8;
const token = 'chaos-token-0123456789';

interface Ask {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const agent = new Agent({ keepAlive: true });

/**
 * One request of the one actor the program knows. A connection that was idle for 72 s is closed; whoever stood still for so long
 * (making a million facts, say) learns it from a broken connection, and a question is then asked on a new one.
 */
export function ask(url: string, asked: Ask): Promise<{ status: number; text: string }> {
  const { method, path, body, headers } = asked;
  return new Promise((resolve, reject) => {
    const call = request(
      `${url}${path}`,
      {
        method,
        agent,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body && { 'content-type': 'application/json' }),
          ...headers,
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    call.on('error', (error) => {
      if (call.reusedSocket && method === 'GET' && 'code' in error && error.code === 'ECONNRESET')
        ask(url, asked).then(resolve, reject);
      else reject(error);
    });
    call.end(body && JSON.stringify(body));
  });
}

/** The same question in words that none of the last hundred were, so that no kept page answers it. */
export const asIfFirst = (path: string, nth: number): string =>
  `${path}${path.includes('?') ? '' : '?'}${'&'.repeat(1 + (nth % 200))}`;

/** Requests per second of so many clients that ask one after the other. */
async function rate(url: string, count: number, of: (nth: number) => Ask): Promise<number> {
  let next = 0;
  const ms = await timed(() =>
    Promise.all(
      Array.from({ length: clients }, async () => {
        for (let nth = next++; nth < count; nth = next++) {
          const { status, text } = await ask(url, of(nth));
          must(
            status < 300 && text.length > 0,
            `request ${nth.toString()} was answered ${status.toString()}: ${text}`,
          );
        }
      }),
    ),
  );
  return (count / ms) * 1_000;
}

/** The id in the answer to a write. */
export function idOf(text: string): string {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('id' in value) || typeof value.id !== 'string')
    throw new Error(text);
  return value.id;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

/** The program without a line in its log for each request, as Fastify is without one. */
export async function quietProgram(
  main: string,
  dataDir: string,
  patience = 60_000,
): Promise<{ program: Program; url: string }> {
  const port = await freePort();
  const program = new Program({ main, dataDir, port, logLevel: 'warn' });
  const url = `http://127.0.0.1:${port.toString()}`;
  for (const end = Date.now() + patience; program.alive && Date.now() < end; await pause(50)) {
    const answer = await ask(url, { method: 'GET', path: '/health/ready' }).catch(() => undefined);
    if (answer?.status === 200) return { program, url };
  }
  await program.kill();
  throw new Error(`the program does not start: ${program.lastWords}`);
}

/** A page and a command over HTTP against Fastify with nothing around it. Both are processes of their own. */
export async function httpFigures(folder: string, main: string, count: number): Promise<Figure[]> {
  const { program, url: ours } = await quietProgram(main, join(folder, 'http'));
  let bare: Process | undefined;
  try {
    const post = (path: string, body: object): Ask => ({ method: 'POST', path, body });
    const body = idOf(
      (await ask(ours, post('/api/bodies', { name: 'Samrådsorganet för Älvdalarna', shortName: 'SRÄ' })))
        .text,
    );
    const command = (nth: number): Ask =>
      post('/api/assignments', {
        body,
        recipient: body,
        title: `Uppdrag ${nth.toString()} om gemensam uppföljning`,
        deadline: 'senast i juni 2027',
      });
    for (let nth = 0; nth < 60; nth += 1) await ask(ours, command(nth));
    const page: Ask = { method: 'GET', path: '/api/assignments?limit=50' };
    const shown = await ask(ours, page);
    const answer = await ask(ours, command(60));
    must((JSON.parse(shown.text) as { items: unknown[] }).items.length === 50, 'a page has 50 rows');
    bare = new Process(
      [
        '--import',
        'tsx',
        join(import.meta.dirname, 'bare.ts'),
        '--file',
        join(folder, 'bare.db'),
        '--page',
        shown.text,
        '--answer',
        answer.text,
      ],
      {},
    );
    const url = (await bare.says('url'))?.['url'];
    if (typeof url !== 'string') throw new Error(`the bare server does not start: ${bare.lastWords}`);
    const rates = { get: [NaN], again: [NaN], bareGet: [NaN], post: [NaN], barePost: [NaN] };
    for (let sample = -1; sample < samples; sample += 1) {
      const found = {
        bareGet: await rate(url, count, () => ({ ...page, path: '/page' })),
        get: await rate(ours, count, (nth) => ({ ...page, path: asIfFirst(page.path, nth) })),
        again: await rate(ours, count, () => page),
        barePost: await rate(url, count, (nth) => ({ ...command(nth), path: '/command' })),
        post: await rate(ours, count, command),
      };
      if (sample < 0) continue;
      rates.get[sample] = found.get;
      rates.again[sample] = found.again;
      rates.bareGet[sample] = found.bareGet;
      rates.post[sample] = found.post;
      rates.barePost[sample] = found.barePost;
    }
    return [
      against(
        'HTTP: GET of a 50-row page, asked for the first time',
        'requests/s',
        rates.get,
        rates.bareGet,
        {
          atLeast: 0.6,
        },
      ),
      against('HTTP: GET of a 50-row page, asked for again', 'requests/s', rates.again, rates.bareGet, {
        atLeast: 0.6,
      }),
      against('HTTP: POST of a command, 8 clients', 'requests/s', rates.post, rates.barePost, {
        atLeast: 0.5,
      }),
    ];
  } finally {
    await program.kill();
    await bare?.kill();
  }
}

/** Resident memory of a process in MB: now, or the most it has been. */
export function memoryOf(pid: number, when: 'now' | 'most' = 'now'): number {
  const name = { now: 'VmRSS', most: 'VmHWM' }[when];
  const [, kilobytes] =
    new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid.toString()}/status`, 'utf8')) ??
    [];
  return Number(kilobytes) / 1024;
}

/** From the start of the process to its first answer, and what it holds when nothing happens. */
export async function startFigures(folder: string, main: string): Promise<Figure[]> {
  const [starts, memory]: [number[], number[]] = [[], []];
  for (let sample = 0; sample < samples; sample += 1) {
    const began = performance.now();
    const program = new Program({ main, dataDir: join(folder, 'start'), logLevel: 'info' });
    try {
      must(await program.listens(), `the program starts: ${program.lastWords}`);
      const ready = (): Promise<boolean> =>
        ask(program.url, { method: 'GET', path: '/health/ready' }).then(({ status }) => status === 200);
      while (!(await ready())) await pause(10);
      starts.push((performance.now() - began) / 1_000);
      await pause(1_500);
      memory.push(memoryOf(program.pid));
    } finally {
      await program.kill('SIGTERM');
    }
  }
  return [
    absolute('start to first answer', 's', median(starts), { atMost: 1.5 }),
    absolute('idle memory', 'MB', median(memory), { atMost: 160 }),
  ];
}
