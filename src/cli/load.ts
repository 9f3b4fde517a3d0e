import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { canonicalJson } from '../api/asked.js';
import { type FieldCode, fieldTexts } from '../api/field-texts.js';
import { fill, type Texts } from '../api/language.js';
import { problemBody, problemOf } from '../api/problems.js';
import { type Clock, localDate } from '../clock.js';
import type { Call } from '../commands/commands.js';
import { commandExecutor } from '../commands/execute.js';
import type { ActorRef } from '../domain/events.js';
import type { Language } from '../domain/person/events.js';
import { Refusal } from '../domain/refusal.js';
import type { Instant } from '../domain/when.js';
import {
  type Appended,
  type EventStore,
  type NewEvent,
  WrongExpectedRevision,
} from '../event-store/event-store.js';
import { OverlayStore, type OverlayStep } from '../event-store/overlay.js';
import { type Fact, type LineCode, type LineFault, lineTexts, readFact } from './facts.js';

/** What facts are loaded into. A store that has `appendAll` takes a whole file in one transaction. */
export interface LoadTarget {
  readonly store: EventStore;
  readonly clock: Clock;
  /** Moves the clock of a demo. Without it no line may carry `at`. */
  readonly moveClock?: (to: Instant) => void;
  /** When the newest fact of the log was recorded; a demo's clock does not go back behind it. */
  readonly latest?: Instant;
}

export interface LoadOptions {
  /** Who records what has no `as` of its own. */
  readonly actor: ActorRef;
  /** Lines whose `at` is this or later are left out. */
  readonly before?: Instant;
  /** Lines that are left out, by number from 1. */
  readonly without?: ReadonlySet<number>;
  readonly onProgress?: (work: 'check' | 'write', done: number, total: number) => void;
}

/** Why a line was not taken: the field (JSON pointer) and the reason in words. */
export interface LineRefusal {
  readonly line: number;
  readonly pointer: string;
  readonly code: string;
  readonly detail: Texts;
}

/** What came of a file. With a refusal nothing of it was recorded. */
export interface Loaded {
  readonly file: string;
  /** Facts recorded now, and the events they led to. */
  readonly facts: number;
  readonly events: number;
  /** Facts that an earlier loading of the same file had recorded. */
  readonly already: number;
  readonly leftOut: number;
  readonly refusals: readonly LineRefusal[];
}

interface Line {
  readonly number: number;
  readonly text: string;
  readonly fact: Fact;
}

const attempts = 3;

/**
 * Records the facts of one file, all or none: first a rehearsal of the whole file in memory that finds every refusal, then
 * the real appends. Loading the same file again records nothing new; after a crash it completes what is missing. Throws
 * what the store throws.
 */
export async function loadFacts(
  file: { readonly name: string; readonly text: string },
  target: LoadTarget,
  options: LoadOptions,
): Promise<Loaded> {
  const { lines, refusals, leftOut } = readLines(file.text, options);
  const digest = createHash('sha256').update(file.text).digest('hex').slice(0, 32);
  for (let left = attempts; ; left--) {
    const rehearsal = await rehearse(lines, digest, target, options);
    const all = [...refusals, ...rehearsal.refusals].sort((a, b) => a.line - b.line);
    const nothing = { file: file.name, facts: 0, events: 0, already: rehearsal.already, leftOut };
    if (all.length > 0) return { ...nothing, refusals: all };
    try {
      await write(rehearsal.steps, target.store, options);
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision) || left <= 1) throw error;
      continue;
    }
    if (rehearsal.clockAt) target.moveClock?.(rehearsal.clockAt);
    const events = rehearsal.steps.reduce(
      (sum, step) => sum + (step.kind === 'append' ? step.events.length : 0),
      0,
    );
    return { ...nothing, facts: lines.length - rehearsal.already, events, refusals: [] };
  }
}

function readLines(
  text: string,
  { before, without }: LoadOptions,
): { lines: Line[]; refusals: LineRefusal[]; leftOut: number } {
  const lines: Line[] = [];
  const refusals: LineRefusal[] = [];
  let leftOut = 0;
  for (const [at, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const fact = readFact(line);
    if ('faults' in fact) refusals.push(...fact.faults.map((fault) => refusalOf(at + 1, fault)));
    else if (without?.has(at + 1) || (before !== undefined && fact.at !== undefined && fact.at >= before))
      leftOut += 1;
    else lines.push({ number: at + 1, text: line, fact });
  }
  return { lines, refusals, leftOut };
}

interface Rehearsal {
  readonly steps: readonly OverlayStep[];
  readonly refusals: readonly LineRefusal[];
  readonly already: number;
  /** Where the clock of a demo stands after the last line. */
  readonly clockAt?: Instant;
}

async function rehearse(
  lines: readonly Line[],
  digest: string,
  target: LoadTarget,
  { actor, onProgress }: LoadOptions,
): Promise<Rehearsal> {
  const overlay = new OverlayStore(target.store);
  let moved: Instant | undefined;
  const { timeZone } = target.clock;
  const clock: Clock = {
    timeZone,
    now: () => moved ?? target.clock.now(),
    today: () => (moved === undefined ? target.clock.today() : localDate(moved, timeZone)),
  };
  const execute = commandExecutor(overlay, clock);
  const refusals: LineRefusal[] = [];
  let already = 0;
  let floor = target.latest ?? '';
  for (const [done, { number, text, fact }] of lines.entries()) {
    if (done % 200 === 0) {
      onProgress?.('check', done, lines.length);
      await turn();
    }
    const { as, at } = fact;
    if (at !== undefined) {
      if (!target.moveClock) {
        refusals.push(refusalOf(number, { code: 'atNotAllowed', pointer: '/at' }));
        continue;
      }
      moved = at;
    }
    const who = as ? { id: as.actor, role: as.role } : actor;
    const call: Call = {
      actor: { id: who.id, grants: [{ body: '*', role: who.role }] },
      when: fact.when,
      source: fact.source,
      key: { key: `load/${digest}/${number.toString()}`, digest: digestOf(text) },
      correlationId: `load-${digest}`,
    };
    try {
      const { replayed } = await execute(fact.id, fact.command, call);
      if (replayed) already += 1;
      else if (at !== undefined && at < floor)
        refusals.push(
          refusalOf(number, { code: 'atBackwards', pointer: '/at', params: { at, before: floor } }),
        );
      if (at !== undefined && at > floor) floor = at;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.push(refusalByRule(number, error));
    }
  }
  onProgress?.('check', lines.length, lines.length);
  return { steps: overlay.steps, refusals, already, clockAt: moved && (moved > floor ? moved : floor) };
}

const digestOf = (line: string): string =>
  createHash('sha256')
    .update(canonicalJson(JSON.parse(line)))
    .digest('hex');

interface Transactional {
  appendAll(
    writes: readonly {
      readonly stream: string;
      readonly events: readonly NewEvent[];
      readonly expected: number | 'none' | 'any';
    }[],
  ): Promise<readonly Appended[]>;
}

const isTransactional = (store: object): store is Transactional =>
  'appendAll' in store && typeof store.appendAll === 'function';

async function write(
  steps: readonly OverlayStep[],
  store: EventStore,
  { onProgress }: LoadOptions,
): Promise<void> {
  const appends = steps.flatMap((step) => (step.kind === 'append' ? [step] : []));
  if (isTransactional(store)) {
    if (appends.length > 0) await store.appendAll(appends);
  } else {
    for (const [done, { stream, events, expected }] of appends.entries()) {
      await store.append(stream, events, expected);
      onProgress?.('write', done + 1, appends.length);
    }
  }
  for (const step of steps) if (step.kind === 'erase') await store.erase(step.stream);
}

const isLineCode = (code: LineCode | FieldCode): code is LineCode => Object.hasOwn(lineTexts, code);

function refusalOf(line: number, { code, pointer, params = {} }: LineFault): LineRefusal {
  const words = isLineCode(code) ? lineTexts[code] : fieldTexts[code];
  return { line, pointer, code, detail: { sv: fill(words.sv, params), en: fill(words.en, params) } };
}

function refusalByRule(line: number, refusal: Refusal): LineRefusal {
  const problem = problemOf(refusal);
  const said = (language: Language): string => {
    const { title, detail } = problemBody(problem, language, '');
    return `${title}. ${detail}`;
  };
  return { line, pointer: refusal.pointer, code: refusal.code, detail: { sv: said('sv'), en: said('en') } };
}
