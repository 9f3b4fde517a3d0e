import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import Fastify from 'fastify';
import Database from 'libsql';

/** Fastify with nothing around it: a page of rows of a table, and one durable INSERT per POST. Prints where it listens. */
const { values } = parseArgs({
  options: { file: { type: 'string' }, page: { type: 'string' }, answer: { type: 'string' } },
});
const page: unknown = JSON.parse(values.page ?? '{"items":[]}');
const items: unknown[] =
  typeof page === 'object' && page !== null && 'items' in page && Array.isArray(page.items) ? page.items : [];
const answer: unknown = JSON.parse(values.answer ?? '{}');

const db = new Database(values.file ?? ':memory:');
db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE item (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE event (position INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, id TEXT NOT NULL UNIQUE,
    data TEXT NOT NULL, metadata TEXT NOT NULL, UNIQUE (stream, revision));`);
const into = db.prepare('INSERT INTO item (body) VALUES (?)');
for (const item of items) into.run(JSON.stringify(item));
const select = db.prepare('SELECT body FROM item ORDER BY id LIMIT 50');
const insert = db.prepare('INSERT INTO event (stream, revision, id, data, metadata) VALUES (?, ?, ?, ?, ?)');

const app = Fastify();
app.get('/page', () => {
  const rows = select.all() as { body: string }[];
  return { items: rows.map(({ body }): unknown => JSON.parse(body)) };
});
app.post('/command', (request) => {
  const data = JSON.stringify(request.body);
  insert.run(randomUUID(), 0, randomUUID(), data, data);
  return answer;
});
process.stdout.write(`${JSON.stringify({ url: await app.listen({ port: 0, host: '127.0.0.1' }) })}\n`);
