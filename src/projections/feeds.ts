import { type EventOf, idOf, type Recorded } from '../domain/events.js';
import type { FeedScope } from '../domain/feed/feed.js';
import { type Db, onEvery, projection } from './projection.js';
import { row, run } from './sql.js';

interface Work {
  readonly opened: Map<string, Recorded<EventOf<'FeedOpened'>>>;
  readonly revoked: Set<string>;
}

/** Calendar feeds by the digest of their secret. */
export const feeds = projection<Work>({
  name: 'feeds',
  version: 1,
  schema: `
    CREATE TABLE feed (
      id TEXT PRIMARY KEY,
      secret_hash TEXT NOT NULL,
      actor TEXT NOT NULL,
      scope TEXT NOT NULL,
      revoked INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX feed_secret ON feed (secret_hash);`,
  begin: () => ({ opened: new Map(), revoked: new Set() }),
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
    FeedOpened: (event, { opened }) => {
      opened.set(idOf(event.stream), event);
    },
    FeedRevoked: (event, { revoked }) => {
      revoked.add(idOf(event.stream));
    },
  },
  flush: ({ opened, revoked }, { db }) => {
    for (const [id, { data }] of opened)
      run(
        db,
        'INSERT INTO feed VALUES (?, ?, ?, ?, 0)',
        id,
        data.secretHash.toLowerCase(),
        data.actor,
        JSON.stringify(data.scope),
      );
    for (const id of revoked) run(db, 'UPDATE feed SET revoked = 1 WHERE id = ?', id);
    opened.clear();
    revoked.clear();
  },
});

/** A calendar feed: whose it is, and what it shows. */
export interface FeedFound {
  readonly id: string;
  readonly actor: string;
  readonly scope: FeedScope;
  readonly revoked: boolean;
}

/** The feed whose secret has this SHA-256, in hexadecimal; one that is open before one that is revoked. */
export function feedBySecretHash(db: Db, hash: string): FeedFound | undefined {
  const found = row<{ id: string; actor: string; scope: string; revoked: number }>(
    db,
    'SELECT id, actor, scope, revoked FROM feed WHERE secret_hash = ? ORDER BY revoked, id',
    hash,
  );
  return found && { ...found, scope: JSON.parse(found.scope) as FeedScope, revoked: found.revoked === 1 };
}
