import { Dice } from '../histories.js';
import type { Endpoint, EsdbServer, WriteFault } from './server.js';

/** What befell the servers, how often. */
export type Befallen = Record<string, number>;

/** Nodes of one cluster on one log, of which one leads. */
export class Cluster {
  readonly befallen: Befallen = {};
  #leading: number;

  constructor(
    private readonly nodes: readonly EsdbServer[],
    leading = 0,
  ) {
    this.#leading = leading % nodes.length;
    this.#tell();
  }

  /** Another node leads from now on. Whoever asks the old one is sent there; its subscriptions end. */
  elect(): void {
    const old = this.nodes[this.#leading];
    this.#leading = (this.#leading + 1) % this.nodes.length;
    this.#tell();
    old?.dropSubscriptions();
  }

  /** From now on every write may bring trouble, which the seed decides. */
  unrest(seed: number): void {
    const dice = new Dice(seed);
    for (const node of this.nodes) node.nextFault = () => this.#trouble(dice, node);
  }

  /** No more of it. What has fallen silent stays so. */
  rest(): void {
    for (const node of this.nodes) {
      node.nextFault = () => undefined;
      node.repeats = 0;
      node.dropAfter = Infinity;
    }
  }

  #trouble(dice: Dice, node: EsdbServer): WriteFault | undefined {
    const when = dice.pick(['before', 'after'] as const);
    const roll = dice.below(1_000);
    if (roll < 20) return this.#note({ kind: 'cut', when });
    if (roll < 26) return this.#note({ kind: 'swallow', when });
    if (roll < 60) return this.#note({ kind: 'delay', when, ms: dice.below(250) });
    if (roll < 75)
      return this.#note({
        kind: 'refuse',
        when,
        code: dice.pick(['UNAVAILABLE', 'DEADLINE_EXCEEDED'] as const),
        message: 'Server Is Too Busy',
      });
    if (roll < 90) {
      this.#count('events repeated');
      node.repeats = 1 + dice.below(20);
      node.dropAfter = 1 + dice.below(20);
    } else if (roll < 94) {
      this.#count('fallen silent');
      node.mute();
    } else if (roll < 100) {
      this.#count('another leader');
      this.elect();
    }
    return undefined;
  }

  #note(fault: WriteFault): WriteFault {
    this.#count(`${fault.kind} ${fault.when} commit`);
    return fault;
  }

  #count(what: string): void {
    this.befallen[what] = (this.befallen[what] ?? 0) + 1;
  }

  #tell(): void {
    const leader = this.nodes[this.#leading];
    const at: Endpoint | undefined = leader && { address: '127.0.0.1', port: leader.port };
    for (const node of this.nodes) node.leader = node === leader ? undefined : at;
  }
}
