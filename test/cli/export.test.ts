import { PassThrough, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type CloudEvent, type ExportOptions, exportLog, isExportStart } from '../../src/cli/export.js';
import { loadFacts } from '../../src/cli/load.js';
import { SystemClock } from '../../src/clock.js';
import { SqliteEventStore } from '../../src/event-store/sqlite.js';
import { fact, newStream, note } from '../event-store/contract.js';

const facts = [
  { do: 'RegisterBody', id: 'sra', name: 'Samrådsorganet', shortName: 'SRÄ', at: '2025-11-13T08:00:00Z' },
  { do: 'RegisterPerson', id: 'p1', name: 'Ylva Sundhed', at: '2025-11-13T08:00:01Z' },
  {
    do: 'RecordDecision',
    id: 'beslut',
    body: 'sra',
    title: 'Taxa',
    points: [{ kinds: ['approved'], text: 'SRÄ godkänner taxan.' }],
    occurred: '2025-10',
    effectiveFrom: '2026-01-01',
    source: { document: 'Anteckning', quote: 'SRÄ godkänner taxan.', span: [10, 30] },
    at: '2025-11-13T23:30:00Z',
  },
  { do: 'ConfirmDecision', id: 'beslut', occurred: null, at: '2026-03-19T14:00:00Z' },
];

describe('the export', () => {
  let store: SqliteEventStore;
  const options: ExportOptions = {
    timeZone: 'Europe/Stockholm',
    people: true,
    source: 'https://logg.example',
  };

  beforeEach(async () => {
    store = SqliteEventStore.open(':memory:');
    const clock = new SystemClock('Europe/Stockholm');
    const file = { name: 'f', text: facts.map((line) => JSON.stringify(line)).join('\n') };
    const loaded = await loadFacts(
      file,
      { store, clock, moveClock: () => undefined },
      { actor: { id: 'u-1', role: 'secretary' } },
    );
    expect(loaded.refusals).toEqual([]);
  });
  afterEach(() => store.close());

  async function exported(more: Partial<ExportOptions> = {}): Promise<CloudEvent[]> {
    const out = new PassThrough();
    const written = exportLog(store.log, out, { ...options, ...more }).then((count) => {
      out.end();
      return count;
    });
    const lines = (await text(out)).split('\n');
    expect(lines.pop()).toBe('');
    expect(await written).toBe(lines.length);
    return lines.map((line) => JSON.parse(line) as CloudEvent);
  }

  it('writes each fact as a CloudEvent with everything the log knows about it', async () => {
    const events = await exported();
    expect(events.map(({ type }) => type)).toEqual([
      'se.beslutslogg.BodyRegistered.v1',
      'se.beslutslogg.PersonRegistered.v1',
      'se.beslutslogg.DecisionRecorded.v1',
      'se.beslutslogg.DecisionConfirmed.v1',
    ]);
    const [recorded] = await store.read('decision-beslut');
    expect(events[2]).toEqual({
      specversion: '1.0',
      id: recorded?.id,
      source: 'https://logg.example',
      type: 'se.beslutslogg.DecisionRecorded.v1',
      subject: 'decision-beslut',
      time: '2025-11-13T23:30:00.000Z',
      datacontenttype: 'application/json',
      streamrevision: 0,
      position: '3',
      statedat: '2025-11-14',
      occurred: '2025-10',
      effectivefrom: '2026-01-01',
      actor: 'u-1',
      actorrole: 'secretary',
      correlationid: recorded?.correlationId,
      causationid: recorded?.causationId,
      commandkey: recorded?.command?.key,
      sourcedocument: 'Anteckning',
      sourcequote: 'SRÄ godkänner taxan.',
      sourcespan: '10-30',
      data: recorded?.data,
    });
    expect(events[3]).not.toHaveProperty('occurred');
  });

  it('keeps to names of attributes that CloudEvents allows', async () => {
    for (const event of await exported())
      for (const name of Object.keys(event)) expect(name).toMatch(/^[a-z0-9]{1,20}$/);
  });

  it('leaves people out when asked, and takes only the kinds asked for', async () => {
    expect((await exported({ people: false })).map(({ subject }) => subject)).not.toContain('person-p1');
    expect((await exported({ kinds: ['body', 'person'] })).map(({ subject }) => subject)).toEqual([
      'body-sra',
      'person-p1',
    ]);
  });

  it('begins at a position, or on a day where the body is', async () => {
    expect((await exported({ from: '3' })).map(({ position }) => position)).toEqual(['3', '4']);
    expect((await exported({ from: '0' })).map(({ position }) => position)).toEqual(['1', '2', '3', '4']);
    expect((await exported({ from: '2025-11-14' })).map(({ position }) => position)).toEqual(['3', '4']);
    expect(await exported({ from: '2026-03-20' })).toEqual([]);
    expect(['17', '2026-03-01'].every(isExportStart)).toBe(true);
    expect(['', 'x', '2026-02-30', '-1'].some(isExportStart)).toBe(false);
  });

  it('waits for a slow reader, and stops when it leaves', async () => {
    const stream = newStream();
    const events = Array.from({ length: 1200 }, (_, i) => fact(note(`${i}`), { id: undefined }));
    await store.append(stream, events, 'none');
    let largest = 0;
    let lines = 0;
    const slow = new Writable({
      highWaterMark: 1024,
      write(chunk: Buffer, _encoding, done) {
        largest = Math.max(largest, slow.writableLength);
        lines += chunk.toString().split('\n').length - 1;
        setTimeout(done, 5);
      },
    });
    expect(await exportLog(store.log, slow, options)).toBe(1204);
    slow.end();
    await new Promise((resolve) => slow.once('finish', resolve));
    expect(lines).toBe(1204);
    expect(largest).toBeLessThan(500 * 1200);

    const leaving = new Writable({
      highWaterMark: 1,
      write() {
        leaving.destroy();
      },
    });
    expect(await exportLog(store.log, leaving, options)).toBeLessThan(1204);
  });
});
