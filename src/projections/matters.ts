import type { MatterState, Milestone } from '../domain/matter/matter.js';
import type { Revised } from './directory.js';
import { type Db, onEvery, projection, type Tools } from './projection.js';
import { rememberedStates } from './states.js';
import {
  type Page,
  pageLimit,
  among,
  pageOf,
  type PageRequest,
  readCursor,
  row,
  rows,
  run,
  where,
} from './sql.js';
import { swedishSortKey } from './swedish-sort.js';
import { timelineSchema, Timelines, type TimelineTable } from './timeline.js';

const versions: TimelineTable<'matter'> = {
  name: 'matter_version',
  kind: 'matter',
  columns: ['phase TEXT NOT NULL'],
  versions: ({ phase }) => [{ part: '', values: [phase] }],
};

interface Work {
  readonly touched: Set<string>;
  readonly timelines: Timelines<'matter'>;
}

/** Matters with their timetables, and whether they were open as of any date. How a timetable was as of a date is told by the board. */
export const matters = projection<Work>({
  name: 'matters',
  version: 1,
  schema: `
    CREATE TABLE matter (
      id TEXT PRIMARY KEY,
      body TEXT NOT NULL,
      title TEXT NOT NULL,
      sort TEXT NOT NULL,
      phase TEXT NOT NULL,
      revision INTEGER NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
    ${timelineSchema(versions)}`,
  indexes: `
    CREATE INDEX matter_sort ON matter (sort, id);
    CREATE INDEX matter_body_sort ON matter (body, sort, id);`,
  begin: (tools) => ({ touched: new Set(), timelines: new Timelines(versions, tools) }),
  on: {
    ...onEvery('body', 'ignored'),
    ...onEvery('meeting', 'ignored'),
    ...onEvery('matter', (event, { touched, timelines }: Work) => {
      const id = event.stream.slice('matter-'.length);
      touched.add(id);
      timelines.note(id, event);
    }),
    ...onEvery('decision', 'ignored'),
    ...onEvery('assignment', 'ignored'),
    ...onEvery('person', 'ignored'),
    ...onEvery('register', 'ignored'),
    ...onEvery('reminder', 'ignored'),
    ...onEvery('letter', 'ignored'),
    ...onEvery('feed', 'ignored'),
    ...onEvery('view', 'ignored'),
  },
  flush: ({ touched, timelines }, tools) => {
    for (const id of touched) write(id, tools);
    touched.clear();
    timelines.flush();
  },
});

function write(id: string, { db, folds }: Tools): void {
  const state = folds.state('matter', id);
  run(
    db,
    'INSERT OR REPLACE INTO matter VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    state.body,
    state.title,
    swedishSortKey(state.title),
    state.phase,
    folds.standing('matter', id).revision,
    packed(state),
  );
}

interface MatterRow {
  readonly id: string;
  readonly sort: string;
  readonly revision: number;
}

const statesOf = rememberedStates('matter', unpacked);

/** A state as JSON that says the window of a milestone that has never moved once. */
const packed = (state: MatterState): string =>
  JSON.stringify({
    ...state,
    milestones: state.milestones.map((milestone) =>
      milestone.firstWindow === milestone.window ? { ...milestone, firstWindow: undefined } : milestone,
    ),
  });

type PackedMilestone = Omit<Milestone, 'firstWindow'> & Partial<Milestone>;

function unpacked(text: string): MatterState {
  const state = JSON.parse(text) as MatterState & { readonly milestones: readonly PackedMilestone[] };
  return {
    ...state,
    milestones: state.milestones.map((milestone: PackedMilestone) => ({
      ...milestone,
      firstWindow: milestone.firstWindow ?? milestone.window,
    })),
  };
}

export function getMatter(db: Db, id: string): Revised<MatterState> | undefined {
  const found = row<MatterRow>(db, 'SELECT id, sort, revision FROM matter WHERE id = ?', id);
  return found && { id, revision: found.revision, state: statesOf(db, [found])(found) };
}

export interface MatterFilter {
  /** Only these bodies. */
  readonly bodies?: readonly string[];
  readonly phase?: MatterState['phase'];
}

/** Matters by title, in Swedish order. */
export function listMatters(
  db: Db,
  filter: MatterFilter,
  request: PageRequest = {},
): Page<Revised<MatterState>> {
  const limit = pageLimit(request);
  const after = readCursor(request, 2);
  const { sql, params } = where(
    filter.bodies && among('body', filter.bodies),
    filter.phase && ['phase = ?', filter.phase],
    after && ['(sort, id) > (?, ?)', ...after],
  );
  const found = rows<MatterRow>(
    db,
    `SELECT id, sort, revision FROM matter ${sql} ORDER BY sort, id LIMIT ?`,
    ...params,
    limit + 1,
  );
  const stateOf = statesOf(db, found);
  return pageOf(
    found,
    limit,
    ({ sort, id }) => [sort, id],
    ({ id, revision }) => ({ id, revision, state: stateOf({ id, revision }) }),
  );
}
