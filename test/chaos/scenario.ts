import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaintsOf } from './chaos.js';
import type { Answer } from './program.js';
import { Program, type ProgramOptions } from './program.js';
import { type Ledger, standAt } from './ledger.js';

/** What a scenario has to work with. */
export interface Lab {
  /** `dist/main.js` of the program to try. */
  readonly main: string;
  readonly seed: number;
  /** Everything the issue asks for, or a small version that takes seconds. */
  readonly size: 'small' | 'full';
  /** An empty folder of its own. */
  readonly folder: string;
  /** Starts the program; ended with the scenario if not before. Throws when it does not start. */
  readonly start: (options: Omit<ProgramOptions, 'main'>) => Promise<Program>;
  readonly say: (text: string) => void;
}

/** What came of a scenario. */
export interface Outcome {
  readonly figures: Readonly<Record<string, string | number>>;
  /** What was wrong, in words; none when all is well. */
  readonly flaws: readonly string[];
  /** Why nothing was tried: a tool or a right that this machine lacks. */
  readonly skipped?: string;
}

/** Nothing was tried, and why. */
export const skip = (why: string): Outcome => ({ figures: {}, flaws: [], skipped: why });

export type Scenario = (lab: Lab) => Promise<Outcome>;

/** Runs a scenario. Its folder is kept, and named among the flaws, when there are any. */
export async function play(
  scenario: Scenario,
  options: Pick<Lab, 'main' | 'seed' | 'size'> & Partial<Pick<Lab, 'say'>>,
): Promise<Outcome & { readonly seconds: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'beslutslogg-chaos-'));
  const programs: Program[] = [];
  const began = performance.now();
  const start: Lab['start'] = async (how) => {
    const program = new Program({ main: options.main, ...how });
    programs.push(program);
    if (!(await program.listens())) throw new Error(`it did not start: ${program.lastWords}`);
    return program;
  };
  let outcome: Outcome;
  try {
    outcome = await scenario({ say: () => undefined, ...options, folder, start });
  } catch (error) {
    outcome = {
      figures: {},
      flaws: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    };
  } finally {
    for (const program of programs) await program.kill();
  }
  if (outcome.flaws.length === 0) rmSync(folder, { recursive: true, force: true });
  else outcome = { ...outcome, flaws: [...outcome.flaws, `the data is kept in ${folder}`] };
  return { ...outcome, seconds: (performance.now() - began) / 1_000 };
}

/** What a ledger found wrong. */
export const flawsOf = ({ flaws }: Ledger): string[] => complaintsOf(flaws).slice(0, 20);

/** Asks until the answer is a good one; then, or when patience ends, the last answer. */
export async function until(
  ask: () => Promise<Answer | undefined>,
  good: (answer: Answer) => boolean,
  patience = 20_000,
): Promise<Answer | undefined> {
  for (const end = Date.now() + patience; ;) {
    const answer = await ask();
    if ((answer && good(answer)) || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Until the read models have taken in what was acknowledged; then log and read models are held against the ledger. */
export async function settled(program: Program, ledger: Ledger, dataDir: string): Promise<void> {
  const there = ({ status, json }: Answer): boolean => status === 200 && standAt(json, ledger.reached);
  const ready = await until(() => program.get('/health/ready'), there);
  if (!ready || !there(ready))
    ledger.flaws.misbehaved.push(`the read models do not catch up: ${JSON.stringify(ready?.json)}`);
  ledger.hold(dataDir);
}

/** Memory of a process in MB: what it holds now, and the most it has held. */
export function memoryOf(pid: number): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${pid.toString()}/status`, 'utf8');
  const of = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { now: Math.round(of('VmRSS')), peak: Math.round(of('VmHWM')) };
}
