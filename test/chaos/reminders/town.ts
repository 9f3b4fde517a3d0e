import type { DomainCommand } from '../../../src/domain/commands.js';
import { Refusal } from '../../../src/domain/refusal.js';
import type { Dice } from '../../support/histories.js';
import type { Acknowledged } from './judge.js';

/** Gives a command; settles when it is acknowledged. Throws `Refusal` when it is refused. */
export type Tell = (id: string, command: DomainCommand) => Promise<void>;

/** The day on which most is due, a Thursday, and the two working days after it. */
export const dueDay = '2026-04-23';
export const quietDays = ['2026-04-24', '2026-04-27'] as const;
/** When the log was filled, and when the freshest assignments were given. */
const [longAgo, theDayBefore] = ['2026-03-20T09:00:00.000Z', '2026-04-22T09:00:00.000Z'];

export const addressOf = (person: string): string => `${person}@logg.example`;
/** Every letter that may go to an address on the day. */
export const lettersTo = (address: string): string[] => {
  const own = `${dueDay}.${address.slice(0, address.indexOf('@'))}`;
  return [own, `${own}.digest.sra`];
};

/** Each role and who holds it: alone, with a deputy, jointly, nobody. */
const roles = {
  alone: ['p1'],
  deputised: ['p2'],
  joint: ['p3', 'p4'],
  empty: [],
  other: ['p5'],
} as const satisfies Record<string, readonly string[]>;
const roleNames = ['alone', 'deputised', 'joint', 'empty', 'other'] as const;
const people = ['p1', 'p2', 'p3', 'p4', 'p5', 'ny', 'ersattare', 'sekr'] as const;

/** What makes an assignment due on the day: a meeting six weeks off, news, the last day of its time, a week after it. */
const kinds = [
  { deadline: 'senast i juni 2026', given: longAgo },
  { deadline: 'senast i juni 2026', given: theDayBefore },
  { deadline: '23 april 2026', given: longAgo },
  { deadline: '16 april 2026', given: longAgo },
] as const;

/** New words for a deadline; each is used once for an assignment at most. */
const laterWords = ['hösten 2026', '9 november 2026', 'senast i december 2026'] as const;

export interface Given {
  readonly id: string;
  readonly title: string;
  words: string;
  moves: number;
  roles: string[];
}

/** A body with its people and assignments, and everything that can happen to them while letters go out. */
export class Town {
  readonly given: Given[] = [];
  readonly acknowledged: Acknowledged[] = [];
  /** How often each change was made. */
  readonly changes: Record<string, number> = {};

  constructor(
    private readonly tell: Tell,
    private readonly turn: () => number,
    private readonly prefix = '',
  ) {}

  /** Fills the log as it would have been, with so many assignments. `at` sets the clock. */
  async settle(count: number, dice: Dice, at: (instant: string) => void): Promise<void> {
    const { tell } = this;
    at(longAgo);
    for (const person of people)
      await tell(this.id(person), {
        type: 'RegisterPerson',
        name: `Person ${person}`,
        email: addressOf(this.id(person)),
      });
    const body = this.id('sra');
    await tell(body, { type: 'RegisterBody', name: 'Samrådsorganet för Älvdalarna', shortName: 'SRÄ' });
    await tell(body, { type: 'DefineRole', role: 'sek', title: 'Sekreterare', kind: 'secretary' });
    await tell(body, { type: 'AppointHolder', role: 'sek', person: this.id('sekr') });
    for (const role of roleNames) {
      await tell(body, { type: 'DefineRole', role, title: `Rollen ${role}`, kind: 'responsible' });
      for (const person of roles[role])
        await tell(body, { type: 'AppointHolder', role, person: this.id(person) });
    }
    await tell(this.id('p2'), { type: 'NameDeputy', deputy: this.id('ersattare') });
    for (const date of ['2026-06-04', '2026-09-24', '2026-12-10'])
      await tell(this.id(`m-${date}`), { type: 'ScheduleMeeting', body, kind: 'ordinary', date });
    const wanted = Array.from({ length: count }, () => dice.pick(kinds));
    for (const { deadline, given } of [...wanted].sort((a, b) => (a.given < b.given ? -1 : 1))) {
      at(given);
      const nth = (this.given.length + 1).toString();
      const title = `Uppdrag ${nth}. Återkomma med förslag`;
      const asked = [dice.pick(roleNames), ...(dice.chance(0.2) ? [dice.pick(roleNames)] : [])];
      const own = { id: this.id(`u${nth}`), title, words: deadline, moves: 0, roles: [...new Set(asked)] };
      await tell(own.id, {
        type: 'GiveAssignment',
        body,
        recipient: body,
        title,
        responsible: own.roles,
        deadline,
      });
      if (given === longAgo) await tell(own.id, { type: 'AcknowledgeAssignment' });
      this.given.push(own);
    }
  }

  /** Something happens to one of the assignments, or to the people behind it. */
  async happens(dice: Dice): Promise<void> {
    const own = dice.pick(this.given);
    const change = dice.pick([
      'moved',
      'moved',
      'answered',
      'closed',
      'reported',
      'reassigned',
      'reassigned',
      'replaced',
      'away',
      'paused',
      'instead',
      'asked',
    ] as const);
    this.changes[change] = (this.changes[change] ?? 0) + 1;
    try {
      await this.#do(change, own, dice);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  async #do(
    change:
      | 'moved'
      | 'answered'
      | 'closed'
      | 'reported'
      | 'reassigned'
      | 'replaced'
      | 'away'
      | 'paused'
      | 'instead'
      | 'asked',
    own: Given,
    dice: Dice,
  ): Promise<void> {
    const { tell } = this;
    const role = own.roles[0] ?? 'alone';
    switch (change) {
      case 'moved': {
        const to = laterWords[own.moves];
        if (to === undefined) return;
        const old = own.words;
        own.moves += 1;
        own.words = to;
        await tell(own.id, { type: 'MoveDeadline', to, reasonStated: false });
        this.acknowledged.push({ turn: this.turn(), title: own.title, old });
        return;
      }
      case 'answered':
        return tell(own.id, { type: 'ReportProgress', status: 'onTrack', text: 'Arbetet följer planen' });
      case 'reported':
        return tell(own.id, { type: 'SubmitFinalReport', text: 'Slutrapporten är klar' });
      case 'closed':
        return tell(own.id, {
          type: 'CloseAssignment',
          outcome: 'lapsed',
          reason: 'behovet finns inte kvar',
        });
      case 'reassigned': {
        const other = dice.pick(roleNames.filter((name) => !own.roles.includes(name)));
        own.roles = [other, ...own.roles.slice(1)];
        await tell(own.id, { type: 'AddResponsible', role: other });
        return tell(own.id, { type: 'ReleaseResponsible', role });
      }
      case 'replaced': {
        const body = this.id('sra');
        const left = dice.pick(['p1', 'p3', 'p4', 'p5'] as const);
        const of = left === 'p1' ? 'alone' : left === 'p5' ? 'other' : 'joint';
        await tell(body, { type: 'RecordHolderLeft', role: of, person: this.id(left) });
        return tell(body, { type: 'AppointHolder', role: of, person: this.id('ny') });
      }
      case 'away':
        return tell(this.id('p2'), { type: 'StateAbsence', from: dueDay, to: '2026-05-08' });
      case 'paused':
        return tell(own.id, { type: 'PauseReminders' });
      case 'instead':
        return tell(own.id, { type: 'ChangeReminderRecipient', role, person: this.id('ny') });
      case 'asked':
        return tell(own.id, { type: 'RemindNow' });
    }
  }

  private id(name: string): string {
    return `${this.prefix}${name}`;
  }
}
