import type { EventType } from '../../src/domain/events.js';
import type { Dice } from '../support/histories.js';

/** A command as it is sent, and sent again, word for word. */
export interface Sent {
  readonly key: string;
  readonly path: string;
  readonly body: object;
  readonly ifMatch?: string;
  /** The one event it leads to; `undefined` for a command that must be refused, because its `If-Match` is old. */
  readonly leadsTo: EventType | undefined;
}

/** What the answer to an accepted command says about the log. */
export interface Place {
  readonly id: string;
  readonly revision: number;
  readonly position: string;
}

export function isPlace(value: unknown): value is Place {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'revision' in value &&
    typeof value.revision === 'number' &&
    'position' in value &&
    typeof value.position === 'string'
  );
}

type Kind = 'matters' | 'assignments';

interface Own {
  readonly kind: Kind;
  readonly id: string;
  revision: number;
}

const deadlines = [
  'senast i juni 2027',
  'hösten 2027',
  '1 september 2027',
  'vecka 12 2027',
  '28 maj el 26 juni 2027',
];
const versions = (revision: number): string => `"${revision.toString()}"`;

/** One client: it sends one command after the other, on streams of its own and on the body that all share. */
export class Writer {
  /** Sent, and no answer has come. */
  waiting: Sent | undefined;
  #own: Own[] = [];
  #turn = 0;

  constructor(
    readonly name: string,
    private readonly body: string,
    readonly dice: Dice,
  ) {}

  /** The next command: the one that got no answer, word for word, or a new one. */
  next(): Sent {
    return (this.waiting ??= this.#compose());
  }

  /** Takes an acceptance into account. */
  accepted(sent: Sent, place: Place): void {
    this.waiting = undefined;
    const known = this.#own.find(({ id }) => id === place.id);
    if (known) known.revision = place.revision;
    else if (sent.leadsTo === 'MatterOpened') this.#own.push({ kind: 'matters', ...place });
    else if (sent.leadsTo === 'AssignmentGiven') this.#own.push({ kind: 'assignments', ...place });
    if (this.#own.length > 6) this.#own = this.#own.slice(-6);
  }

  refused(): void {
    this.waiting = undefined;
  }

  #compose(): Sent {
    const { dice, body } = this;
    const turn = `${this.name}-${(this.#turn += 1).toString()}`;
    const about = dice.maybe(this.#own, 0.75);
    if (!about) return dice.chance(0.5) ? this.#open(turn) : this.#give(turn);
    if (dice.chance(0.07))
      return {
        key: turn,
        path: `/api/bodies/${body}/roles`,
        body: { title: `Samordnare ${turn}`, kind: 'responsible' },
        ifMatch: '*',
        leadsTo: 'RoleDefined',
      };
    const change = about.kind === 'matters' ? this.#onMatter(about, turn) : this.#onAssignment(about, turn);
    const old = about.revision > 0 && dice.chance(0.08);
    return old
      ? { ...change, ifMatch: versions(about.revision - 1), leadsTo: undefined }
      : { ...change, ifMatch: versions(about.revision) };
  }

  #open(turn: string): Sent {
    const text = {
      title: `Riktlinje ${turn}`,
      description: 'åäö '.repeat(this.dice.below(200)).trim() || 'å',
    };
    return { key: turn, path: '/api/matters', body: { body: this.body, ...text }, leadsTo: 'MatterOpened' };
  }

  #give(turn: string): Sent {
    return {
      key: turn,
      path: '/api/assignments',
      body: {
        body: this.body,
        recipient: this.body,
        title: `Uppdrag ${turn}`,
        deadline: this.dice.pick(deadlines),
        deliverables: ['en nulägesbild', 'förslag till mått'],
      },
      leadsTo: 'AssignmentGiven',
    };
  }

  #onMatter({ id }: Own, turn: string): Sent {
    return this.dice.chance(0.6)
      ? {
          key: turn,
          path: `/api/matters/${id}/milestones`,
          body: { label: `Delmål ${turn}`, date: this.dice.pick(deadlines) },
          leadsTo: 'MilestonePlanned',
        }
      : {
          key: turn,
          path: `/api/matters/${id}/links`,
          body: { kind: 'document', target: `Remissversion ${turn}` },
          leadsTo: 'MatterLinked',
        };
  }

  #onAssignment({ id, revision }: Own, turn: string): Sent {
    return this.dice.chance(0.5)
      ? {
          key: turn,
          path: `/api/assignments/${id}/deliverables`,
          body: { text: `leverans ${turn}` },
          leadsTo: 'DeliverableDefined',
        }
      : {
          key: turn,
          path: `/api/assignments/${id}/deadline`,
          body: {
            to: `${(1 + (revision % 27)).toString()} oktober ${(2027 + Math.floor(revision / 27)).toString()}`,
            reasonStated: false,
          },
          leadsTo: 'DeadlineMoved',
        };
  }
}
