import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import PostalMime from 'postal-mime';
import { commandExecutor } from '../../../src/commands/execute.js';
import { readConfig } from '../../../src/config.js';
import type { DomainCommand } from '../../../src/domain/commands.js';
import { openParts } from '../../../src/parts.js';
import { inParallel } from '../../../src/reminders/sweep.js';
import type { Scenario } from '../scenario.js';
import { MailServer, steps } from './mail-server.js';
import { type Once, realRun } from './real.js';
import { type RedisTrouble, troubleName } from './redis-trouble.js';
import { SharedClock } from './shared-clock.js';

const actor = { id: 'kaos', grants: [{ body: '*', role: 'secretary' as const }] };
/** As the program is set: at most so many letters a second. */
const perSecond = 10;
/** Letters that may be under way at once, so that one may come before another that was begun earlier. */
const atOnce = 8;

/** What befalls Redis as the first letters are due, each once: the program sends what it should all the same. */
const redis: Scenario = async ({ main, seed, size, say }) => {
  const seconds = size === 'full' ? [3, 15, 60] : [3];
  const troubles: readonly RedisTrouble[] = [
    { kind: 'killed' },
    { kind: 'flushed' },
    { kind: 'cut' },
    ...seconds.map((long): RedisTrouble => ({ kind: 'stopped', seconds: long })),
  ];
  const flaws: string[] = [];
  let [mails, rungs] = [0, 0];
  for (const [nth, trouble] of troubles.entries()) {
    say(troubleName(trouble));
    const run = await realRun({ main, seed: seed + nth, programs: 1, redis: trouble });
    mails += run.mails;
    rungs += run.rungs;
    flaws.push(...run.flaws.map((flaw) => `${troubleName(trouble)}: ${flaw}`));
  }
  return { figures: { troubles: troubles.length, mails, 'rungs due': rungs }, flaws };
};

/**
 * One of two programs on one log and one queue stands still at each step of a conversation, past its claim, and for longer than its lock on
 * the job in Redis lasts (30 s) and is missed (30 s more); or the mail server never answers the whole text, for longer than the program waits.
 */
const standstill: Scenario = async ({ main, seed, size, say }) => {
  const stops = (seconds: number): Once[] => steps.map((step) => ({ step, fault: 'stopped', seconds }));
  const hangs = (['dot', 'taken'] as const).map((step): Once => ({ step, fault: 'hang' }));
  const all: readonly Once[] =
    size === 'full'
      ? [...stops(70), ...hangs, ...stops(20)]
      : [{ step: 'taken', fault: 'stopped', seconds: 3 }];
  const flaws: string[] = [];
  let [befell, mails, copies, rungs] = [0, 0, 0, 0];
  await inParallel([...all.entries()], 4, async ([nth, once]) => {
    const what = `${once.fault}${once.fault === 'stopped' ? ` for ${once.seconds.toString()} s` : ''}, ${once.step}`;
    say(what);
    const run = await realRun({ main, seed: seed + nth, programs: 2, redis: 'nothing', once });
    befell += Object.keys(run.faults).length;
    mails += run.mails;
    copies += run.copies;
    rungs += run.rungs;
    flaws.push(...run.flaws.map((flaw) => `${what}: ${flaw}`));
  });
  if (befell < all.length) flaws.push(`${befell.toString()} of ${all.length.toString()} came about`);
  return { figures: { 'stood still': befell, mails, copies, 'rungs due': rungs }, flaws };
};

/** The program was away for a week. Everybody gets one letter about all that has come due, the oldest first and not all at once. */
const outage: Scenario = async ({ size, folder, start, say }) => {
  const { people, each, bodies } =
    size === 'full' ? { people: 500, each: 10, bodies: 10 } : { people: 24, each: 10, bodies: 2 };
  const lastDays = ['17', '20', '21', '22'];
  const dayOf = (person: number): number => person % lastDays.length;
  const clock = new SharedClock(join(folder, 'clock'));
  const dataDir = join(folder, 'data');
  const parts = await openParts(readConfig({ EVENT_STORE: 'sqlite', DATA_DIR: dataDir }), {
    onFailure: (error) => {
      throw error;
    },
  });
  const execute = commandExecutor(parts.store, parts.clock);
  const tell = (id: string, command: DomainCommand): Promise<unknown> =>
    execute(id, command, { actor, when: {}, correlationId: 'kaos' });
  parts.clock.moveTo('2026-04-14T09:00:00.000Z');
  say('the log is filled');
  const all = Array.from({ length: people }, (_, nth) => nth);
  await Promise.all(
    Array.from({ length: bodies }, async (_, nth) => {
      const body = `o${nth.toString()}`;
      await tell(body, {
        type: 'RegisterBody',
        name: `Organ ${nth.toString()}`,
        shortName: `O${nth.toString()}`,
      });
      for (const person of all.filter((one) => one % bodies === nth)) {
        const id = `p${person.toString()}`;
        await tell(id, { type: 'RegisterPerson', name: `Person ${id}`, email: `${id}@logg.example` });
        await tell(body, { type: 'DefineRole', role: id, title: `Rollen ${id}`, kind: 'responsible' });
        await tell(body, { type: 'AppointHolder', role: id, person: id });
        await Promise.all(
          Array.from({ length: each }, async (__, number) => {
            const assignment = `u${person.toString()}-${number.toString()}`;
            await tell(assignment, {
              type: 'GiveAssignment',
              body,
              recipient: body,
              title: `Uppdrag ${assignment}.`,
              responsible: [id],
              deadline: `${lastDays[dayOf(person)] ?? ''} april 2026`,
            });
            await tell(assignment, { type: 'AcknowledgeAssignment' });
          }),
        );
      }
    }),
  );
  await parts.close();
  const times: number[] = [];
  const server = await MailServer.open({
    meets: (step) => {
      if (step === 'taken') times.push(performance.now());
      return Promise.resolve(undefined);
    },
    turn: () => times.length,
  });
  clock.moveTo('2026-04-23T06:00:30.000Z');
  const quickTime = pathToFileURL(join(import.meta.dirname, 'quick-time.mjs')).href;
  const program = await start({
    dataDir,
    env: {
      SMTP_URL: server.url,
      MAIL_FROM: 'beslutslogg@logg.example',
      CHAOS_CLOCK: clock.path,
      CHAOS_SWEEP_MS: '500',
      NODE_OPTIONS: `--import=${quickTime}`,
    },
  });
  for (const end = performance.now() + 20_000 + (people / perSecond) * 3_000; performance.now() < end;) {
    say(`${server.received.length.toString()}/${people.toString()} letters`);
    if (server.received.length >= people) break;
    await pause(200);
  }
  await pause(2_000);
  await program.kill('SIGTERM');
  await server.close();
  const flaws: string[] = [];
  const readers = server.received.map(({ to }) => Number(/\d+/.exec(to)?.[0]));
  if (readers.length !== people || new Set(readers).size !== people)
    flaws.push(
      `${readers.length.toString()} letters to ${new Set(readers).size.toString()} of ${people.toString()} people`,
    );
  for (const [at, { raw }] of server.received.entries()) {
    const { text = '' } = await PostalMime.parse(raw);
    for (let number = 0; number < each; number += 1) {
      const title = `Uppdrag u${(readers[at] ?? 0).toString()}-${number.toString()}.`;
      if (!text.includes(title))
        flaws.push(`the letter to ${(readers[at] ?? 0).toString()} does not tell ${title}`);
    }
    const earlier = readers.slice(at + atOnce).some((later) => dayOf(later) < dayOf(readers[at] ?? 0));
    if (earlier) flaws.push(`the letter to ${(readers[at] ?? 0).toString()} came before older ones`);
  }
  const most = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));
  if (most > 2 * perSecond) flaws.push(`${most.toString()} letters came within a second`);
  return {
    figures: { due: people * each, letters: readers.length, 'most in a second': most },
    flaws: flaws.slice(0, 20),
  };
};

/** What can happen to letters besides what a seed brings, by the name on the command line. */
export const reminderScenarios = { outage, redis, standstill } as const satisfies Record<string, Scenario>;

export const isReminderScenario = (name: string): name is keyof typeof reminderScenarios =>
  Object.hasOwn(reminderScenarios, name);
