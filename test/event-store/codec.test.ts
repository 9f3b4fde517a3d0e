import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { EventType } from '../../src/domain/events.js';
import { currentVersions, type Shapes, upcasters } from '../../src/domain/upcast.js';
import { fromStored, parseJson, type StoredEvent, toStored } from '../../src/event-store/codec.js';
import { CorruptLog } from '../../src/event-store/event-store.js';
import { fact } from './contract.js';
import { samples } from './samples.js';

const golden = new URL('./golden/', import.meta.url);
const place = { stream: 'decision-1', revision: 4, position: '17' };
const files = readdirSync(golden).sort();

const isStored = (value: unknown): value is StoredEvent =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'type', 'version', 'data', 'metadata'].every((key) => key in value);

function stored(file: string): StoredEvent {
  const value: unknown = JSON.parse(readFileSync(new URL(file, golden), 'utf8'));
  if (!isStored(value)) throw new Error(`${file} is not a stored event`);
  return value;
}

const types = Object.values(samples).map((sample) => sample.type);
const versionsOf = (type: EventType): number[] =>
  Array.from({ length: currentVersions[type] }, (_, i) => i + 1);

const sample = (): StoredEvent => stored('DecisionRecorded.v1.json');
const reading = (change: Partial<StoredEvent>, shapes?: Shapes) => () =>
  fromStored({ ...sample(), ...change }, place, shapes);

describe('golden files', () => {
  it('stand for every version of every event type, and for nothing else', () => {
    const wanted = types.flatMap((type) => versionsOf(type).map((version) => `${type}.v${version}.json`));
    expect(files).toEqual(wanted.sort());
  });

  it.each(files)('%s is of the type and version it is named after', (file) => {
    const { type, version } = stored(file);
    expect(`${type}.v${version}.json`).toBe(file);
  });

  it.each(types.flatMap((type) => versionsOf(type).map((version) => [type, version] as const)))(
    '%s version %i is read as the present shape',
    (type, version) => {
      const old = stored(`${type}.v${version}.json`);
      const read = fromStored(old, place);
      expect({ type: read.type, data: read.data }).toStrictEqual(samples[type]);
      const metadata = Object.entries(read).filter(
        ([key]) => !['id', 'type', 'data', ...Object.keys(place)].includes(key),
      );
      expect(Object.fromEntries(metadata)).toEqual(old.metadata);
      expect([read.id, read.stream, read.revision, read.position]).toEqual([old.id, 'decision-1', 4, '17']);
    },
  );

  it.each(types)('%s of the newest version is what is written today', (type) => {
    const newest = stored(`${type}.v${currentVersions[type]}.json`);
    const { stream: _s, revision: _r, position: _p, ...event } = fromStored(newest, place);
    expect(JSON.parse(JSON.stringify(toStored(event)))).toStrictEqual(newest);
  });

  it('have a step from every version but the newest', () => {
    for (const type of types)
      expect(Object.keys(upcasters[type] ?? {}).map(Number)).toEqual(versionsOf(type).slice(0, -1));
  });
});

describe('a stored fact of an older version', () => {
  const shapes: Shapes = {
    versions: { DecisionRecorded: 3, MatterClosed: 2 },
    upcasters: {
      DecisionRecorded: {
        1: (data) => ({ seen: [1], data }),
        2: (data) => ({ seen: [2], data }),
      },
    },
  };

  it('takes every step to the present one in order', () => {
    const data = { body: 'b-1' };
    expect(reading({ version: 1, data }, shapes)().data).toEqual({ seen: [2], data: { seen: [1], data } });
    expect(reading({ version: 2, data }, shapes)().data).toEqual({ seen: [2], data });
    expect(reading({ version: 3, data }, shapes)().data).toEqual(data);
  });

  it('stops when a step is missing', () => {
    expect(reading({ type: 'MatterClosed', version: 1 }, shapes)).toThrow(
      new CorruptLog('decision-1@4 (position 17)', 'no way from version 1 of MatterClosed to 2'),
    );
  });

  it('stops when a step fails, and says why', () => {
    const failing: Shapes = {
      versions: { DecisionRecorded: 2 },
      upcasters: {
        DecisionRecorded: {
          1: () => {
            throw new Error('points are missing');
          },
        },
      },
    };
    expect(reading({ version: 1 }, failing)).toThrow(
      /decision-1@4 .*version 1 of DecisionRecorded: points are/,
    );
  });
});

describe('what cannot be read stops the reader and says where', () => {
  const cases: [string, Partial<StoredEvent>, RegExp][] = [
    ['an unknown type', { type: 'DecisionForgotten' }, /unknown event type DecisionForgotten/],
    ['a type named like a built-in property', { type: 'constructor' }, /unknown event type constructor/],
    ['a newer version', { version: 2 }, /version 2 of DecisionRecorded is not known/],
    ['version 0', { version: 0 }, /version 0/],
    ['half a version', { version: 0.5 }, /version 0.5/],
    ['data that is a text', { data: 'ställer sig bakom' }, /data of DecisionRecorded is not an object/],
    ['data that is a list', { data: [] }, /data of DecisionRecorded is not an object/],
    ['no data', { data: null }, /data of DecisionRecorded is not an object/],
    ['no metadata', { metadata: null }, /metadata of DecisionRecorded is not whole/],
  ];
  it.each(cases)('%s', (_what, change, message) => {
    expect(reading(change)).toThrow(CorruptLog);
    expect(reading(change)).toThrow(message);
    expect(reading(change)).toThrow(/^decision-1@4 \(position 17\): /);
  });

  const whole: object = { ...fact(samples.MatterOpened), id: undefined, type: undefined, data: undefined };
  const broken: [string, unknown][] = [
    ['occurred', undefined],
    ['occurred', 20260319],
    ['statedAt', undefined],
    ['recordedAt', null],
    ['actor', { id: 'u-9' }],
    ['actor', { id: 'u-9', role: 'stranger' }],
    ['correlationId', undefined],
    ['causationId', 7],
    ['command', { key: 'k' }],
    ['effectiveFrom', 5],
    ['source', { quote: 'senast i juni' }],
    ['source', { document: 'd', span: [1] }],
  ];
  it.each(broken)('metadata whose %s is %j', (key, value) => {
    expect(reading({ metadata: whole })().recordedAt).toBe('2026-03-20T08:15:30.123Z');
    expect(reading({ metadata: { ...whole, [key]: value } })).toThrow(
      /metadata of DecisionRecorded is not whole/,
    );
  });

  it('a text that is not JSON', () => {
    expect(() => parseJson('{"body": "b-1', place)).toThrow(CorruptLog);
    expect(() => parseJson('{"body": "b-1', place)).toThrow(/^decision-1@4 \(position 17\): not JSON/);
  });
});
