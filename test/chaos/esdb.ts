import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Dice } from '../support/histories.js';
import { Process } from './program.js';

/** What may befall the store under load. */
const troubles = ['none', 'killed', 'cut after commit', 'answer swallowed', 'repeats', 'silent'] as const;

/** The EventStoreDB test server as a process of its own, with its log in a file; it is killed and misbehaves on request. */
export class EsdbProcess {
  #process: Process | undefined;
  #port = 0;
  #control = 0;
  /** How often each trouble came. */
  readonly befallen: Record<string, number> = {};

  constructor(private readonly file: string) {}

  get connectionString(): string {
    return `esdb://127.0.0.1:${this.#port.toString()}?tls=false`;
  }

  /** Starts it where it was before. */
  async start(): Promise<void> {
    const script = join(import.meta.dirname, '../support/esdb-server/main.ts');
    const args = ['--port', this.#port.toString(), '--file', this.file, '--can-fall-silent'];
    this.#process = new Process(['--import', 'tsx', script, ...args], {});
    const ports = await this.#process.says('control');
    if (!ports) throw new Error(`the EventStoreDB test server does not start: ${this.#process.lastWords}`);
    this.#port = Number(ports['port']);
    this.#control = Number(ports['control']);
  }

  async kill(): Promise<void> {
    await this.#process?.kill();
  }

  /** Something happens to it; it works again, or will by itself, when this resolves. */
  async trouble(dice: Dice): Promise<void> {
    const kind = dice.pick(troubles);
    this.befallen[kind] = (this.befallen[kind] ?? 0) + 1;
    switch (kind) {
      case 'none':
        return;
      case 'killed':
        await this.kill();
        await pause(dice.next() * 300);
        return this.start();
      case 'cut after commit':
        return this.#command('writeFaults', Array(1 + dice.below(3)).fill({ kind: 'cut', when: 'after' }));
      case 'answer swallowed':
        return this.#command('writeFaults', [{ kind: 'swallow', when: 'after' }]);
      case 'repeats':
        await this.#command('repeats', 1 + dice.below(20));
        return this.#command('dropSubscriptions', null);
      case 'silent':
        return this.#command('mute', null);
    }
  }

  async #command(name: string, argument: unknown): Promise<void> {
    const address = `http://127.0.0.1:${this.#control.toString()}/${name}`;
    await fetch(address, { method: 'POST', body: JSON.stringify(argument) });
  }
}
