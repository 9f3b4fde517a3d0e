import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { readableTime, startProgress } from '../../src/cli/progress.js';

function output(options: { readonly tty?: boolean; readonly json?: boolean }) {
  let time = 0;
  let said = '';
  const stream = new PassThrough();
  stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return {
    stream: Object.assign(stream, { isTTY: options.tty, clearLine: () => true, cursorTo: () => true }),
    json: options.json,
    now: () => time,
    pass: (ms: number) => (time += ms),
    said: () => said,
  };
}

describe('progress', () => {
  it('is a JSON line twice a second, with rate and time left', () => {
    const out = output({ json: true });
    const progress = startProgress('läser', 1000, out);
    progress.update(1);
    out.pass(500);
    progress.update(100);
    progress.update(110);
    out.pass(500);
    progress.update(250);
    progress.update(1000);
    progress.stop();
    expect(
      out
        .said()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { progress: 'läser', done: 100, total: 1000, perSecond: 200, secondsLeft: 5 },
      { progress: 'läser', done: 250, total: 1000, perSecond: 250, secondsLeft: 3 },
      { progress: 'läser', done: 1000, total: 1000, perSecond: 1000, secondsLeft: 0 },
    ]);
  });

  it('is a bar on a terminal, and silent where nobody looks', () => {
    const terminal = output({ tty: true });
    const bar = startProgress('läser', 10, terminal);
    bar.update(5);
    bar.stop();
    expect(terminal.said()).toContain('läser');
    expect(terminal.said()).toMatch(/\d+\/10 · \d+\/s/);
    const file = output({});
    const nothing = startProgress('läser', 10, file);
    nothing.update(5);
    nothing.stop();
    expect(file.said()).toBe('');
  });

  it('says times as people do', () => {
    expect([0.2, 59, 75].map(readableTime)).toEqual(['1 s', '59 s', '1 min 15 s']);
  });
});
