import { randomUUID } from 'node:crypto';
import { LogIoError, type NewEvent } from '../../src/event-store/event-store.js';
import { SqliteEventStore } from '../../src/event-store/sqlite.js';

// A process of its own for the tests: opens the log in argv[2] and appends without end, with argv[3] writers. It prints
// one line for each acknowledged event, and `lost <message>` when the store says that it does not know any more.
const [, , file = '', writers = '1'] = process.argv;

const filler = 'åäö '.repeat(60);

const event = (note: string): NewEvent => ({
  id: randomUUID(),
  type: 'AssignmentAcknowledged',
  data: { note: note + filler },
  occurred: null,
  statedAt: '2026-03-19',
  recordedAt: '2026-03-20T08:15:30.123Z',
  actor: { id: 'u-9', role: 'secretary' },
  correlationId: 'corr-1',
  causationId: 'cause-1',
});

const store = SqliteEventStore.open(file, {
  onFailure: () => process.stdout.write('leave\n'),
});
process.stdout.write('open\n');

async function write(writer: number): Promise<void> {
  const stream = `assignment-${randomUUID()}`;
  for (let i = 0; ; i++) {
    const fact = event(`${writer}/${i}`);
    const { revision, position } = await store.append(stream, [fact], i === 0 ? 'none' : i - 1);
    process.stdout.write(`ack ${stream} ${revision} ${position} ${fact.id}\n`);
  }
}

const outcomes = await Promise.allSettled(
  Array.from({ length: Number(writers) }, (_, writer) => write(writer)),
);
for (const outcome of outcomes) {
  const reason: unknown = outcome.status === 'rejected' ? outcome.reason : 'stopped';
  process.stdout.write(`${reason instanceof LogIoError ? 'lost' : 'error'} ${String(reason)}\n`);
}
const last = await store.append('assignment-last', [event('last')], 'any').catch(String);
process.stdout.write(`after ${JSON.stringify(last)}\n`);
process.exit(3);
