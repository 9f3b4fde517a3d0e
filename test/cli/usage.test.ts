import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { EventEmitter } from 'node:events';
import { endWithReader, program } from '../../src/cli/beslutslogg.js';

afterEach(() => {
  jest.restoreAllMocks();
});

/** The exit code of the command line for what is not carried out. */
async function exitCodeOf(...args: readonly string[]): Promise<number | undefined> {
  let code: number | undefined;
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  jest.spyOn(process, 'exit').mockImplementation((given) => {
    code = Number(given);
    throw new Error('ended');
  });
  await expect(program.parseAsync(['node', 'beslutslogg', ...args])).rejects.toThrow('ended');
  return code;
}

describe('the command line', () => {
  it.each([
    [['nonsense']],
    [['backup']],
    [['verify', '--all']],
    [['export', '--kind', 'minutes']],
    [['demo', '--from', 'soon']],
  ])('%j is wrong use', async (args) => {
    expect(await exitCodeOf(...args)).toBe(2);
  });

  it.each([[['--help']], [['verify', '--help']], [['--version']]])('%j is not', async (args) => {
    expect(await exitCodeOf(...args)).toBe(0);
  });

  it('ends quietly when nobody reads on, and loudly when it cannot write', () => {
    const output = new EventEmitter();
    const exit = jest.spyOn(process, 'exit').mockImplementation(() => undefined as never);
    endWithReader(output);
    output.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    expect(exit).toHaveBeenCalledWith(1);
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    expect(() => output.emit('error', full)).toThrow('no space');
  });
});
