import { assignment } from '../domain/assignment/assignment.js';
import { body } from '../domain/body/body.js';
import { byStated } from '../domain/decider.js';
import { decision } from '../domain/decision/decision.js';
import {
  comparePositions,
  isEventOf,
  kindOf,
  parseStream,
  type Recorded,
  type StreamName,
  streamOf,
} from '../domain/events.js';
import { matter } from '../domain/matter/matter.js';
import { meeting } from '../domain/meeting/meeting.js';
import { person } from '../domain/person/person.js';
import type { Instant, LocalDate } from '../domain/when.js';
import { type Days, daysOf } from './axes.js';
import type { FoldedKind, Folds, ReadableLog, Standing, StateOf } from './projection.js';

/** How the states of one kind of stream come about; events of other kinds change nothing. */
interface Folder<S> {
  readonly initial: S;
  readonly evolve: (state: S, event: Recorded) => S;
}

/** How each kind of state is folded. */
export const folders: { readonly [K in FoldedKind]: Folder<StateOf[K]> } = {
  body: {
    initial: body.initial,
    evolve: (state, event) => (isEventOf.body(event) ? body.evolve(state, event) : state),
  },
  meeting: {
    initial: meeting.initial,
    evolve: (state, event) => (isEventOf.meeting(event) ? meeting.evolve(state, event) : state),
  },
  matter: {
    initial: matter.initial,
    evolve: (state, event) => (isEventOf.matter(event) ? matter.evolve(state, event) : state),
  },
  decision: {
    initial: decision.initial,
    evolve: (state, event) => (isEventOf.decision(event) ? decision.evolve(state, event) : state),
  },
  assignment: {
    initial: assignment.initial,
    evolve: (state, event) => (isEventOf.assignment(event) ? assignment.evolve(state, event) : state),
  },
  person: {
    initial: person.initial,
    evolve: (state, event) => (isEventOf.person(event) ? person.evolve(state, event) : state),
  },
};

/** What is kept of a stream between events: its state, and the last day that any event counts from on each axis. */
interface Kept<S> extends Standing {
  readonly state: S;
  readonly latest: Days;
}

type LocalDay = (instant: Instant) => LocalDate;

const noDays: Days = ['', '', ''];
const unborn = { revision: -1, recordedAt: '', days: noDays, late: false, latest: noDays };

/** Two generations: what was not used while the younger filled up is forgotten. */
export class Recent<V> {
  #young = new Map<string, V>();
  #old = new Map<string, V>();

  constructor(private readonly capacity: number) {}

  get(key: string): V | undefined {
    const found = this.#young.get(key);
    if (found !== undefined) return found;
    const older = this.#old.get(key);
    if (older !== undefined) this.#young.set(key, older);
    return older;
  }

  set(key: string, value: V): void {
    this.#young.set(key, value);
  }

  delete(key: string): void {
    this.#young.delete(key);
    this.#old.delete(key);
  }

  age(): void {
    if (this.#young.size <= this.capacity / 2) return;
    this.#old = this.#young;
    this.#young = new Map();
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
  }
}

/** The states of the streams of one kind. `past` gives what the log holds of a stream so far. */
interface States<S> {
  has(stream: StreamName): boolean;
  get(stream: StreamName, past: () => readonly Recorded[]): Kept<S>;
  load(stream: StreamName, past: readonly Recorded[]): Kept<S>;
  advance(event: Recorded, past: () => readonly Recorded[]): void;
  forget(stream: StreamName): void;
  age(): void;
  clear(): void;
}

class KindStates<S> implements States<S> {
  readonly #kept: Recent<Kept<S>>;

  constructor(
    private readonly folder: Folder<S>,
    private readonly localDay: LocalDay,
    capacity: number,
  ) {
    this.#kept = new Recent(capacity);
  }

  has(stream: string): boolean {
    return this.#kept.get(stream) !== undefined;
  }

  get(stream: string, past: () => readonly Recorded[]): Kept<S> {
    return this.#kept.get(stream) ?? this.load(stream, past());
  }

  load(stream: string, past: readonly Recorded[]): Kept<S> {
    const kept = this.#fold(past);
    this.#kept.set(stream, kept);
    return kept;
  }

  advance(event: Recorded, past: () => readonly Recorded[]): void {
    const kept = this.#kept.get(event.stream) ?? (event.revision === 0 ? this.#fold([]) : undefined);
    this.#kept.set(
      event.stream,
      kept && kept.latest[1] <= event.statedAt ? this.#next(kept, event) : this.#fold([...past(), event]),
    );
  }

  forget(stream: string): void {
    this.#kept.set(stream, this.#fold([]));
  }

  age(): void {
    this.#kept.age();
  }

  clear(): void {
    this.#kept.clear();
  }

  #next(kept: Kept<S>, event: Recorded): Kept<S> {
    return { ...this.#standing(kept, event), state: this.folder.evolve(kept.state, event) };
  }

  #standing({ latest }: Pick<Kept<S>, 'latest'>, event: Recorded): Omit<Kept<S>, 'state'> {
    const days = daysOf(event, this.localDay);
    const late = days[0] < latest[0] || days[1] < latest[1] || days[2] < latest[2];
    return {
      revision: event.revision,
      recordedAt: event.recordedAt,
      days,
      late,
      latest: late ? [max(days[0], latest[0]), max(days[1], latest[1]), max(days[2], latest[2])] : days,
    };
  }

  #fold(events: readonly Recorded[]): Kept<S> {
    const { initial, evolve } = this.folder;
    const state = [...events].sort(byStated).reduce((folded, event) => evolve(folded, event), initial);
    const standing = events.reduce<Omit<Kept<S>, 'state'>>(
      (last, event) => this.#standing(last, event),
      unborn,
    );
    return { ...standing, state };
  }
}

const max = (a: string, b: string): string => (a > b ? a : b);

/** The {@link Folds} of one pass over the log: told of each batch, and of each event before it is handled. */
export class SharedFolds implements Folds {
  readonly #kinds: { readonly [K in FoldedKind]: States<StateOf[K]> };
  #fetched = new Map<StreamName, readonly Recorded[]>();
  #at: string | null;

  /** `after` is where the pass begins; `capacity` how many streams of each kind are remembered. */
  constructor(
    private readonly log: ReadableLog,
    after: string | null,
    localDay: LocalDay,
    capacity = 8_000,
  ) {
    this.#at = after;
    this.#kinds = {
      body: new KindStates(folders.body, localDay, capacity),
      meeting: new KindStates(folders.meeting, localDay, capacity),
      matter: new KindStates(folders.matter, localDay, capacity),
      decision: new KindStates(folders.decision, localDay, capacity),
      assignment: new KindStates(folders.assignment, localDay, capacity),
      person: new KindStates(folders.person, localDay, capacity),
    };
  }

  /** Reads at once what is missing of the streams that a batch goes on with. */
  prepare(batch: readonly Recorded[]): void {
    const wanted = new Set<StreamName>();
    const begun = new Set<StreamName>();
    for (const { stream, type, revision } of batch) {
      const kind = kindOf[type];
      if (kind === undefined || kind === 'register' || begun.has(stream)) continue;
      begun.add(stream);
      if (revision > 0 && !this.#kinds[kind].has(stream)) wanted.add(stream);
    }
    if (wanted.size === 0) return;
    this.#fetched = new Map([...wanted].map((stream) => [stream, []]));
    for (const event of this.log.streams([...wanted])) {
      const events = this.#fetched.get(event.stream) ?? [];
      this.#fetched.set(event.stream, [...events, event]);
    }
    for (const stream of wanted) {
      const { kind } = parseStream(stream);
      if (kind !== 'register') this.#kinds[kind].load(stream, this.#past(stream));
    }
  }

  /** Takes in the next event of the log. */
  advance(event: Recorded): void {
    const kind = kindOf[event.type];
    if (kind !== undefined && kind !== 'register')
      this.#kinds[kind].advance(event, () => this.#past(event.stream));
    this.#at = event.position;
    if (event.type === 'PersonErased') this.#kinds.person.forget(streamOf('person', event.data.person));
  }

  /** After a batch: lets go of what was fetched for it and of what has not been used for long. */
  rest(): void {
    this.#fetched.clear();
    for (const states of Object.values(this.#kinds)) states.age();
  }

  state<K extends FoldedKind>(kind: K, id: string): StateOf[K] {
    const stream = streamOf(kind, id);
    return this.#kinds[kind].get(stream, () => this.#past(stream)).state;
  }

  standing(kind: FoldedKind, id: string): Standing {
    const stream = streamOf(kind, id);
    return this.#kinds[kind].get(stream, () => this.#past(stream));
  }

  events(kind: FoldedKind, id: string): readonly Recorded[] {
    return this.#past(streamOf(kind, id));
  }

  #past(stream: StreamName): readonly Recorded[] {
    const at = this.#at;
    if (at === null) return [];
    const events = this.#fetched.get(stream) ?? this.log.stream(stream);
    return events.filter((event) => comparePositions(event.position, at) <= 0);
  }
}
