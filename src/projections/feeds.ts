import { type EventOf, idOf, type Recorded } from '../domain/events.js';
import type { FeedScope } from '../domain/feed/feed.js';
import type { Instant } from '../domain/when.js';
import { type Db, onEvery, projection } from './projection.js';
import { type Page, pageLimit, pageOf, type PageRequest, readCursor, row, rows, run, where } from './sql.js';

interface Work {
  readonly opened: Map<string, Recorded<EventOf<'FeedOpened'>>>;
  readonly revoked: Map<string, Recorded<EventOf<'FeedRevoked'>>>;
}

/** Calendar feeds by the digest of their secret. */
export const feeds = projection<Work>({
  name: 'feeds',
  version: 2,
  schema: `
    CREATE TABLE feed (
      id TEXT PRIMARY KEY,
      secret_hash TEXT NOT NULL,
      actor TEXT NOT NULL,
      scope TEXT NOT NULL,
      opened TEXT NOT NULL,
      revision INTEGER NOT NULL,
      revoked TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX feed_actor ON feed (actor, opened, id);
    CREATE INDEX feed_secret ON feed (secret_hash);`,
  begin: () => ({ opened: new Map(), revoked: new Map() }),
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
    ...onEvery('view', 'ignored'),
    FeedOpened: (event, { opened }) => {
      opened.set(idOf(event.stream), event);
    },
    FeedRevoked: (event, { revoked }) => {
      revoked.set(idOf(event.stream), event);
    },
  },
  flush: ({ opened, revoked }, { db }) => {
    for (const [id, { data, recordedAt, revision }] of opened)
      run(
        db,
        'INSERT INTO feed VALUES (?, ?, ?, ?, ?, ?, NULL)',
        id,
        data.secretHash.toLowerCase(),
        data.actor,
        JSON.stringify(data.scope),
        recordedAt,
        revision,
      );
    for (const [id, { recordedAt, revision }] of revoked)
      run(db, 'UPDATE feed SET revoked = ?, revision = ? WHERE id = ?', recordedAt, revision, id);
    opened.clear();
    revoked.clear();
  },
});

/** A calendar feed: whose it is, and what it shows. Its secret is nowhere. */
export interface FeedFound {
  readonly id: string;
  readonly actor: string;
  readonly scope: FeedScope;
  readonly opened: Instant;
  readonly revision: number;
  /** When it was revoked. */
  readonly revoked?: Instant;
}

type FeedRow = Omit<FeedFound, 'scope' | 'revoked'> & {
  readonly scope: string;
  readonly revoked: Instant | null;
};

const columns = 'id, actor, scope, opened, revision, revoked';

const feedFound = ({ scope, revoked, ...found }: FeedRow): FeedFound => ({
  ...found,
  scope: JSON.parse(scope) as FeedScope,
  ...(revoked !== null && { revoked }),
});

/** The feed whose secret has this SHA-256, in hexadecimal; one that is open before one that is revoked. */
export function feedBySecretHash(db: Db, hash: string): FeedFound | undefined {
  const found = row<FeedRow>(
    db,
    `SELECT ${columns} FROM feed WHERE secret_hash = ? ORDER BY revoked IS NOT NULL, id`,
    hash,
  );
  return found && feedFound(found);
}

/** The feeds somebody has opened, the newest first. */
export function feedsOf(db: Db, actor: string, request: PageRequest = {}): Page<FeedFound> {
  const limit = pageLimit(request);
  const after = readCursor(request, 2);
  const { sql, params } = where(['actor = ?', actor], after && ['(opened, id) < (?, ?)', ...after]);
  const found = rows<FeedRow>(
    db,
    `SELECT ${columns} FROM feed ${sql} ORDER BY opened DESC, id DESC LIMIT ?`,
    ...params,
    limit + 1,
  );
  return pageOf(found, limit, ({ opened, id }) => [opened, id], feedFound);
}
