import { idOf, type Recorded } from '../domain/events.js';
import type { ViewState } from '../domain/view/view.js';
import type { Instant } from '../domain/when.js';
import type { Revised } from './directory.js';
import { type Db, onEvery, projection } from './projection.js';
import { row, rows, run } from './sql.js';
import { swedishSortKey } from './swedish-sort.js';

interface Work {
  /** The fact that began each stream of the batch; nothing for those that began before. */
  readonly touched: Map<string, Recorded | undefined>;
}

/** What is saved under a name, also what has been removed. */
export const savedViews = projection<Work>({
  name: 'saved-views',
  version: 1,
  schema: `
    CREATE TABLE saved_view (
      id TEXT PRIMARY KEY,
      body TEXT NOT NULL,
      owner TEXT,
      name TEXT NOT NULL,
      sort TEXT NOT NULL,
      removed INTEGER NOT NULL,
      position TEXT NOT NULL,
      recorded TEXT NOT NULL,
      revision INTEGER NOT NULL,
      state TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;`,
  indexes: 'CREATE INDEX saved_view_body ON saved_view (body, removed, sort);',
  begin: () => ({ touched: new Map() }),
  on: {
    ...onEvery('body', 'ignored'),
    ...onEvery('meeting', 'ignored'),
    ...onEvery('matter', 'ignored'),
    ...onEvery('decision', 'ignored'),
    ...onEvery('assignment', 'ignored'),
    ...onEvery('person', 'ignored'),
    ...onEvery('register', 'ignored'),
    ...onEvery('reminder', 'ignored'),
    ...onEvery('letter', 'ignored'),
    ...onEvery('feed', 'ignored'),
    ...onEvery('view', (event, { touched }: Work) => {
      const id = idOf(event.stream);
      touched.set(id, event.revision === 0 ? event : touched.get(id));
    }),
  },
  flush: ({ touched }, { db, folds }) => {
    for (const [id, first] of touched) {
      const state = folds.state('view', id);
      const { revision } = folds.standing('view', id);
      const values = [state.name, swedishSortKey(state.name), Number(state.removed), revision];
      if (first)
        run(
          db,
          `INSERT INTO saved_view (id, body, owner, position, recorded, state, name, sort, removed, revision)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          ...[id, state.body, state.owner ?? null, first.position, first.recordedAt, JSON.stringify(state)],
          ...values,
        );
      else
        run(
          db,
          'UPDATE saved_view SET state = ?, name = ?, sort = ?, removed = ?, revision = ? WHERE id = ?',
          JSON.stringify(state),
          ...values,
          id,
        );
    }
    touched.clear();
  },
});

/** Something saved: its state, and the place in the log and the time at which it was saved. */
export interface SavedFound extends Revised<ViewState> {
  readonly position: string;
  readonly recordedAt: Instant;
}

interface SavedRow {
  readonly id: string;
  readonly position: string;
  readonly recorded: string;
  readonly revision: number;
  readonly state: string;
}

const columns = 'id, position, recorded, revision, state';
const foundOf = ({ id, position, recorded, revision, state }: SavedRow): SavedFound => ({
  id,
  position,
  recordedAt: recorded,
  revision,
  state: JSON.parse(state) as ViewState,
});

/** Something saved, by id, also when it has been removed. */
export function getSavedView(db: Db, id: string): SavedFound | undefined {
  const found = row<SavedRow>(db, `SELECT ${columns} FROM saved_view WHERE id = ?`, id);
  return found && foundOf(found);
}

/** What a body has saved and what `owner` has saved of their own in it, by name in Swedish order; not what was removed. */
export const listSavedViews = (db: Db, body: string, owner: string): SavedFound[] =>
  rows<SavedRow>(
    db,
    `SELECT ${columns} FROM saved_view
     WHERE body = ? AND removed = 0 AND (owner IS NULL OR owner = ?) ORDER BY sort, id`,
    body,
    owner,
  ).map(foundOf);
