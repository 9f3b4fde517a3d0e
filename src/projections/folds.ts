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
  type StreamKind,
  type StreamName,
  streamOf,
} from '../domain/events.js';
import { matter } from '../domain/matter/matter.js';
import { meeting } from '../domain/meeting/meeting.js';
import { person } from '../domain/person/person.js';
import { letter } from '../domain/reminder/letter.js';
import { reminder } from '../domain/reminder/reminder.js';
import { view } from '../domain/view/view.js';
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
  reminder: {
    initial: reminder.initial,
    evolve: (state, event) => (isEventOf.reminder(event) ? reminder.evolve(state, event) : state),
  },
  letter: {
    initial: letter.initial,
    evolve: (state, event) => (isEventOf.letter(event) ? letter.evolve(state, event) : state),
  },
  view: {
    initial: view.initial,
    evolve: (state, event) => (isEventOf.view(event) ? view.evolve(state, event) : state),
  },
};

/** The state that the facts of one stream tell, in whatever order they are given. */
export const stateOf = <S>({ initial, evolve }: Folder<S>, events: readonly Recorded[]): S =>
  [...events].sort(byStated).reduce((state, event) => evolve(state, event), initial);

const isFolded = (kind: StreamKind): kind is FoldedKind => kind in folders;

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
}

/** The states of the streams of one kind, by id. `past` gives what the log holds of a stream so far. */
interface States<S> {
  has(id: string): boolean;
  get(id: string, past: (id: string) => readonly Recorded[]): Kept<S>;
  load(id: string, past: readonly Recorded[]): Kept<S>;
  advance(id: string, event: Recorded, past: (id: string) => readonly Recorded[]): void;
  forget(id: string): void;
  age(): void;
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

  has(id: string): boolean {
    return this.#kept.get(id) !== undefined;
  }

  get(id: string, past: (id: string) => readonly Recorded[]): Kept<S> {
    return this.#kept.get(id) ?? this.load(id, past(id));
  }

  load(id: string, past: readonly Recorded[]): Kept<S> {
    const kept = this.#fold(past);
    this.#kept.set(id, kept);
    return kept;
  }

  advance(id: string, event: Recorded, past: (id: string) => readonly Recorded[]): void {
    const kept = this.#kept.get(id) ?? (event.revision === 0 ? this.#fold([]) : undefined);
    this.#kept.set(
      id,
      kept && kept.latest[1] <= event.statedAt
        ? this.#after(kept, event, this.folder.evolve(kept.state, event))
        : this.#fold([...past(id), event]),
    );
  }

  forget(id: string): void {
    this.#kept.set(id, this.#fold([]));
  }

  age(): void {
    this.#kept.age();
  }

  #after({ latest }: Kept<S>, event: Recorded, state: S): Kept<S> {
    const days = daysOf(event, this.localDay);
    const late = days[0] < latest[0] || days[1] < latest[1] || days[2] < latest[2];
    return {
      revision: event.revision,
      recordedAt: event.recordedAt,
      days,
      late,
      latest: late ? [max(days[0], latest[0]), max(days[1], latest[1]), max(days[2], latest[2])] : days,
      state,
    };
  }

  #fold(events: readonly Recorded[]): Kept<S> {
    const state = stateOf(this.folder, events);
    return events.reduce<Kept<S>>((last, event) => this.#after(last, event, state), { ...unborn, state });
  }
}

const max = (a: string, b: string): string => (a > b ? a : b);

/** The id in the name of a stream of a kind. */
const idIn = (kind: FoldedKind, stream: StreamName): string => stream.slice(kind.length + 1);

type Pasts = { readonly [K in FoldedKind]: (id: string) => readonly Recorded[] };

const pastsOf = (past: (stream: StreamName) => readonly Recorded[]): Pasts => ({
  body: (id) => past(streamOf('body', id)),
  meeting: (id) => past(streamOf('meeting', id)),
  matter: (id) => past(streamOf('matter', id)),
  decision: (id) => past(streamOf('decision', id)),
  assignment: (id) => past(streamOf('assignment', id)),
  person: (id) => past(streamOf('person', id)),
  reminder: (id) => past(streamOf('reminder', id)),
  letter: (id) => past(streamOf('letter', id)),
  view: (id) => past(streamOf('view', id)),
});

/** The {@link Folds} of one pass over the log: told of each batch, and of each event before it is handled. */
export class SharedFolds implements Folds {
  readonly #kinds: { readonly [K in FoldedKind]: States<StateOf[K]> };
  readonly #pasts = pastsOf((stream) => this.#past(stream));
  readonly #fetched = new Map<StreamName, readonly Recorded[]>();
  #at: string | null;

  /** `after` is where the pass begins; `capacity` how many streams of each kind are remembered. */
  constructor(
    private readonly log: ReadableLog,
    after: string | null,
    localDay: LocalDay,
    capacity = 1_000,
  ) {
    this.#at = after;
    this.#kinds = {
      body: new KindStates(folders.body, localDay, capacity),
      meeting: new KindStates(folders.meeting, localDay, capacity),
      matter: new KindStates(folders.matter, localDay, capacity),
      decision: new KindStates(folders.decision, localDay, capacity),
      assignment: new KindStates(folders.assignment, localDay, capacity),
      person: new KindStates(folders.person, localDay, capacity),
      reminder: new KindStates(folders.reminder, localDay, capacity),
      letter: new KindStates(folders.letter, localDay, capacity),
      view: new KindStates(folders.view, localDay, capacity),
    };
  }

  /** Reads at once what is missing of the streams that a batch goes on with. */
  prepare(batch: readonly Recorded[]): void {
    const wanted = new Set<StreamName>();
    const begun = new Set<StreamName>();
    for (const { stream, type, revision } of batch) {
      const kind = kindOf[type];
      if (kind === undefined || !isFolded(kind) || begun.has(stream)) continue;
      begun.add(stream);
      if (revision > 0 && !this.#kinds[kind].has(idIn(kind, stream))) wanted.add(stream);
    }
    this.#load(wanted);
  }

  load(kind: FoldedKind, ids: Iterable<string>): void {
    const missing = new Set<StreamName>();
    for (const id of ids) if (!this.#kinds[kind].has(id)) missing.add(streamOf(kind, id));
    this.#load(missing);
  }

  #load(wanted: ReadonlySet<StreamName>): void {
    if (wanted.size === 0) return;
    for (const stream of wanted) this.#fetched.set(stream, []);
    for (const event of this.log.streams([...wanted])) {
      const events = this.#fetched.get(event.stream) ?? [];
      this.#fetched.set(event.stream, [...events, event]);
    }
    for (const stream of wanted) {
      const { kind, id } = parseStream(stream);
      if (isFolded(kind)) this.#kinds[kind].load(id, this.#past(stream));
    }
  }

  /** Takes in the next event of the log. */
  advance(event: Recorded): void {
    const kind = kindOf[event.type];
    if (kind !== undefined && isFolded(kind))
      this.#kinds[kind].advance(idIn(kind, event.stream), event, this.#pasts[kind]);
    this.#at = event.position;
    if (event.type === 'PersonErased') this.#kinds.person.forget(event.data.person);
  }

  /** After a batch: lets go of what was fetched for it and of what has not been used for long. */
  rest(): void {
    this.#fetched.clear();
    for (const states of Object.values(this.#kinds)) states.age();
  }

  state<K extends FoldedKind>(kind: K, id: string): StateOf[K] {
    return this.#kinds[kind].get(id, this.#pasts[kind]).state;
  }

  standing(kind: FoldedKind, id: string): Standing {
    return this.#kinds[kind].get(id, this.#pasts[kind]);
  }

  events(kind: FoldedKind, id: string): readonly Recorded[] {
    return this.#pasts[kind](id);
  }

  #past(stream: StreamName): readonly Recorded[] {
    const at = this.#at;
    if (at === null) return [];
    const events = this.#fetched.get(stream) ?? this.log.stream(stream);
    return events.filter((event) => comparePositions(event.position, at) <= 0);
  }
}
