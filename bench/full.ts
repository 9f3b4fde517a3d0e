import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import type { Program } from '../test/chaos/program.js';
import { LocalLog } from '../src/event-store/local-log.js';
import { fill, type Patterns } from './facts.js';
import { absolute, against, type Figure, median, must, quantile, shown } from './figure.js';
import { asIfFirst, ask, memoryOf, quietProgram } from './http.js';

const requests = 300;
const warmUp = 60;
/** Ids of things of the patterns are numbered by round; a round of all lives has about this many facts. */
const factsPerRound = 240;

interface Question {
  readonly name: string;
  /** The address of the nth time it is asked, in a log with so many rounds of facts. */
  readonly path: (nth: number, rounds: number) => string;
  /** Rows of a whole answer; without it the answer is one thing. */
  readonly rows?: number;
}

const some = (nth: number, rounds: number): string =>
  `${(nth % 24).toString()}-${((nth * 7_919) % rounds).toString()}`;

const questions: readonly Question[] = [
  { name: 'page of the log', path: () => '/api/decisions?body=sra&limit=50', rows: 50 },
  {
    name: 'search',
    path: (nth) =>
      `/api/search?text=${['riktlinje', 'nära vård', 'psykisk', 'anhöriga'].map(encodeURIComponent)[nth % 4] ?? ''}&limit=20`,
    rows: 20,
  },
  { name: 'history of a decision', path: (nth, rounds) => `/api/decisions/d${some(nth, rounds)}/history` },
  {
    name: 'an assignment as of a date',
    path: (nth, rounds) => `/api/assignments/a${some(nth, rounds)}?statedBy=2026-03-19`,
  },
  {
    name: 'the board as of a date',
    path: () => '/api/board?body=sra&statedBy=2026-03-19&limit=50',
    rows: 50,
  },
  {
    name: 'page of the log as of a date',
    path: () => '/api/decisions?body=sra&statedBy=2026-03-19&limit=50',
    rows: 50,
  },
  {
    name: 'open assignments as of a date',
    path: () => '/api/assignments?body=sra&state=open&statedBy=2026-03-19&limit=50',
    rows: 50,
  },
  { name: 'next 50 due', path: () => '/api/assignments?state=open&sort=due&limit=50', rows: 50 },
];

/** A log of so many facts in a folder of data, made unless it is there from an earlier run. */
function filled(folder: string, from: Patterns, count: number): string {
  const dataDir = join(folder, `full-${count.toString()}`);
  const path = join(dataDir, 'log.db');
  if (existsSync(path)) return dataDir;
  mkdirSync(dataDir, { recursive: true });
  const log = LocalLog.open(path, { mode: 'copy' });
  fill(log, from, count);
  log.close();
  // A copy whose positions are dense from 1 is what a log of its own looks like, but for its name.
  const db = new Database(path);
  db.exec(`PRAGMA application_id = ${(0x62736c67).toString()}`);
  db.close();
  return dataDir;
}

interface Asked {
  readonly url: string;
  readonly rounds: number;
}

async function once(question: Question, { url, rounds }: Asked, nth: number): Promise<number> {
  const path = asIfFirst(question.path(nth, rounds), nth);
  const began = performance.now();
  const { status, text } = await ask(url, { method: 'GET', path });
  const ms = performance.now() - began;
  must(status === 200, `${path} was answered ${status.toString()}: ${text.slice(0, 300)}`);
  if (question.rows !== undefined) {
    const { items } = JSON.parse(text) as { items: readonly { id?: string }[] };
    must(items.length === question.rows, `${path} has ${items.length.toString()} rows`);
  }
  return ms;
}

/** What readers ask over HTTP, of a log of a hundredth of the facts and of one with all of them, turn by turn. */
export async function fullFigures(
  folder: string,
  main: string,
  from: Patterns,
  count: number,
): Promise<Figure[]> {
  const programs: Program[] = [];
  const start = async (facts: number): Promise<Asked> => {
    const { program, url } = await quietProgram(main, filled(folder, from, facts), 1_800_000);
    programs.push(program);
    return { url, rounds: Math.floor(facts / factsPerRound) - 1 };
  };
  try {
    const [small, large] = [await start(count / 100), await start(count)];
    const built = programs.at(-1)?.pid ?? NaN;
    const figures: Figure[] = [
      absolute(`most memory, read models of ${shown(count)} events built`, 'MB', memoryOf(built, 'most'), {
        atMost: 300,
      }),
    ];
    for (const question of questions) {
      const times: { readonly small: number[]; readonly large: number[] } = { small: [], large: [] };
      for (let nth = -warmUp; nth < requests; nth += 1) {
        const few = await once(question, small, nth + warmUp);
        const many = await once(question, large, nth + warmUp);
        if (nth < 0) continue;
        times.small.push(few);
        times.large.push(many);
      }
      const of = `HTTP: ${question.name}, ${shown(count)} events`;
      figures.push(
        absolute(`${of}, p50`, 'ms', median(times.large), { atMost: 3 }),
        absolute(`${of}, p99`, 'ms', quantile(times.large, 0.99), { atMost: 15 }),
        against(`${of}, against a hundredth of them`, 'ms', times.large, times.small, { atMost: 2 }),
      );
    }
    return figures;
  } finally {
    for (const program of programs) await program.kill('SIGTERM');
  }
}
