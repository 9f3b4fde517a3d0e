import { commandExecutor } from '../../src/commands/execute.js';
import { readConfig } from '../../src/config.js';
import type { DomainCommand } from '../../src/domain/commands.js';
import { fold } from '../../src/domain/decider.js';
import { isEventOf, streamOf } from '../../src/domain/events.js';
import { letter, type LetterState } from '../../src/domain/reminder/letter.js';
import { openParts, type Parts } from '../../src/parts.js';
import type { PostOffice } from '../../src/reminders/deliver.js';
import type { Mail } from '../../src/reminders/letter.js';
import { compose } from '../../src/reminders/letters/compose.js';
import type { Mailer, Outcome } from '../../src/reminders/mailer.js';
import { sweep } from '../../src/reminders/sweep.js';

const actor = { id: 'p03', grants: [{ body: '*', role: 'secretary' as const }] };

/** A mail server that does what the test says; everything it has taken in stands in `arrived`. */
export class ScriptedMailer implements Mailer {
  readonly arrived: { readonly to: string; readonly mail: Mail }[] = [];
  /** What happens before the text is asked for, and what the server says afterwards. */
  before: () => Promise<unknown> = () => Promise.resolve();
  answer: (mail: Mail) => Promise<Outcome> | Outcome = () => ({ kind: 'accepted', code: 250 });

  async send({ to }: { readonly to: string }, write: () => Promise<Mail | undefined>): Promise<Outcome> {
    await this.before();
    const mail = await write();
    if (!mail) return { kind: 'stopped' };
    const outcome = await this.answer(mail);
    if (outcome.kind === 'accepted' || outcome.kind === 'unknown') this.arrived.push({ to, mail });
    return outcome;
  }

  close(): void {
    this.before = () => Promise.resolve();
  }
}

/** A body with a holder, a deputy and a secretary, one assignment due in June, and all it takes to send letters; it is Monday 20 April. */
export interface Office {
  readonly parts: Parts;
  readonly mailer: ScriptedMailer;
  /** Another worker over the same log. */
  worker(name: string, mailer?: Mailer): PostOffice;
  tell(id: string, command: DomainCommand): Promise<void>;
  at(instant: string): void;
  letter(id: string): Promise<LetterState>;
  close(): Promise<void>;
}

export async function openOffice(): Promise<Office> {
  const failed = (trouble: unknown): never => {
    throw trouble instanceof Error ? trouble : new Error(String(trouble));
  };
  const parts = await openParts(readConfig({ EVENT_STORE: 'memory', DEMO: '1' }), { onFailure: failed });
  const { store, models, log, clock, baseUrl, linkSecret } = parts;
  const execute = commandExecutor(store, clock);
  const mailer = new ScriptedMailer();
  const tell = async (id: string, command: DomainCommand): Promise<void> => {
    await execute(id, command, { actor, when: {}, correlationId: 'test' });
  };
  clock.moveTo('2026-03-19T12:00:00.000Z');
  for (const person of ['asa', 'bo', 'sekr'])
    await tell(person, { type: 'RegisterPerson', name: person, email: `${person}@example.se` });
  await tell('sra', { type: 'RegisterBody', name: 'Samrådsorganet för Älvdalarna', shortName: 'SRÄ' });
  await tell('sra', { type: 'DefineRole', role: 'dir', title: 'Direktör', kind: 'responsible' });
  await tell('sra', { type: 'DefineRole', role: 'sek', title: 'Sekreterare', kind: 'secretary' });
  await tell('sra', { type: 'AppointHolder', role: 'dir', person: 'asa' });
  await tell('sra', { type: 'AppointHolder', role: 'sek', person: 'sekr' });
  for (const date of ['2026-06-04', '2026-09-24'])
    await tell(`m-${date}`, { type: 'ScheduleMeeting', body: 'sra', kind: 'ordinary', date });
  await tell('a', {
    type: 'GiveAssignment',
    body: 'sra',
    title: 'Återkomma med förslag',
    responsible: ['dir'],
    recipient: 'sra',
    deadline: 'senast i juni 2026',
  });
  await tell('a', { type: 'AcknowledgeAssignment' });
  const worker = (name: string, other: Mailer = mailer): PostOffice => ({
    store,
    models,
    clock,
    mailer: other,
    compose,
    desk: { models, log, baseUrl, timeZone: clock.timeZone, linkSecret },
    worker: name,
    leaseMs: 60_000,
  });
  clock.moveTo('2026-04-20T06:01:00.000Z');
  await sweep(worker('the Monday before'));
  mailer.arrived.splice(0);
  return {
    parts,
    mailer,
    worker,
    tell,
    at: (instant) => {
      clock.moveTo(instant);
    },
    letter: async (id) => fold(letter, (await store.read(streamOf('letter', id))).filter(isEventOf.letter)),
    close: () => parts.close(),
  };
}
