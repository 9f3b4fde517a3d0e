import { describe, expect, it } from '@jest/globals';
import { LocalLog } from '../../src/event-store/local-log.js';
import { newStream, note } from './contract.js';

describe('a local log', () => {
  it('gives the events at positions in the order of the log, without what is not there or was erased', () => {
    const log = LocalLog.open(':memory:', { mode: 'authority' });
    const [kept, erased] = [newStream(), newStream('person')];
    log.append([{ stream: kept, events: [note('ett'), note('två')], expected: 'none' }]);
    log.append([{ stream: erased, events: [note('tre')], expected: 'none' }]);
    log.append([{ stream: kept, events: [note('fyra')], expected: 1 }]);
    log.eraseStream(erased);
    const found = log.byPositions(['4', '3', '1', '99']);
    expect(found.map(({ position, revision }) => [position, revision])).toEqual([
      ['1', 0],
      ['4', 2],
    ]);
    expect(log.byPositions([])).toEqual([]);
    log.close();
  });
});
