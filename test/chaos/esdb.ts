import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Dice } from '../support/histories.js';
import { Process } from './program.js';

const isCounts = (value: unknown): value is Record<string, number> =>
  typeof value === 'object' && value !== null && Object.values(value).every((n) => typeof n === 'number');

/** A cluster of EventStoreDB test servers as a process of its own, its log in a file. It is killed, and misbehaves under a seed. */
export class EsdbProcess {
  #process: Process | undefined;
  #ports: readonly number[] = [0, 0];
  #control = 0;
  #leading = 0;
  #counted: Record<string, number> = {};
  /** How often each trouble came. */
  readonly befallen: Record<string, number> = {};

  constructor(
    private readonly file: string,
    private seed: number,
  ) {}

  /** Answers are waited for a short while only, so that silence costs little. */
  get connectionString(): string {
    const hosts = this.#ports.map((port) => `127.0.0.1:${port.toString()}`).join(',');
    return `esdb://${hosts}?tls=false&nodePreference=leader&defaultDeadline=1500`;
  }

  /** Starts it where it was before. */
  async start(): Promise<void> {
    const script = join(import.meta.dirname, '../support/esdb-server/main.ts');
    const args = ['--ports', this.#ports.join(','), '--control', this.#control.toString()];
    const state = ['--file', this.file, '--leading', this.#leading.toString()];
    this.#process = new Process(['--import', 'tsx', script, ...args, ...state], {});
    const said = await this.#process.says('control');
    const ports: unknown = said?.['ports'];
    if (!Array.isArray(ports))
      throw new Error(`the EventStoreDB test server does not start: ${this.#process.lastWords}`);
    this.#ports = ports.map(Number);
    this.#control = Number(said?.['control']);
    this.#counted = {};
  }

  async kill(): Promise<void> {
    await this.#process?.kill();
  }

  /** From now on each write may bring trouble. */
  async unrest(seed: number): Promise<void> {
    this.seed = seed;
    await this.#command('unrest', seed.toString());
  }

  /** From now on it behaves. */
  async rest(): Promise<void> {
    await this.#command('rest', '');
  }

  /** It may be killed now and stay `down`, or come back, perhaps with another leader. */
  async trouble(dice: Dice): Promise<'down' | 'up'> {
    const kind = dice.pick(['none', 'none', 'none', 'killed', 'killed with the program', 'another leader']);
    if (kind === 'none') return 'up';
    this.#count(kind, 1);
    if (kind === 'another leader') {
      await this.#command('elect', '');
      await pause(dice.next() * 100);
      return 'up';
    }
    await this.#command('rest', '');
    await this.kill();
    this.#leading = dice.below(2);
    if (kind === 'killed with the program') return 'down';
    await pause(dice.next() * 200);
    await this.start();
    await this.unrest(this.seed + 1);
    await pause(dice.next() * 200);
    return 'up';
  }

  #count(kind: string, times: number): void {
    this.befallen[kind] = (this.befallen[kind] ?? 0) + times;
  }

  async #command(name: string, body: string): Promise<void> {
    const address = `http://127.0.0.1:${this.#control.toString()}/${name}`;
    const answer = await fetch(address, { method: 'POST', body });
    const counts: unknown = await answer.json();
    if (!isCounts(counts)) throw new Error(`the test server does not take ${name}`);
    for (const [kind, times] of Object.entries(counts)) this.#count(kind, times - (this.#counted[kind] ?? 0));
    this.#counted = counts;
  }
}
