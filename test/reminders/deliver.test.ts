import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventStore } from '../../src/event-store/event-store.js';
import type { Mail } from '../../src/reminders/letter.js';
import { rungsOf, withheldCounts } from '../../src/projections/reminders.js';
import { OutboxFile } from '../../src/projections/outbox-file.js';
import type { Mailer } from '../../src/reminders/mailer.js';
import { catchUp } from '../../src/reminders/deliver.js';
import { outboxMailer } from '../../src/reminders/outbox.js';
import { sweep } from '../../src/reminders/sweep.js';
import { type Office, openOffice, ScriptedMailer } from './office.js';

const day = '2026-04-23';
const eight = `${day}T06:00:30.000Z`;
const id = `${day}.asa`;
const answer = { type: 'ReportProgress', status: 'onTrack', text: 'Arbetet följer planen' } as const;
const move = { type: 'MoveDeadline', to: 'hösten 2026', reasonStated: false } as const;

let office: Office;
const run = (worker = 'w1', mailer?: Mailer) => sweep(office.worker(worker, mailer));
const isWeekly = ({ mail }: { readonly mail: Mail }) => mail.subject.startsWith('Veckan i');
const arrived = () => office.mailer.arrived.filter((one) => !isWeekly(one)).map(({ to }) => to);

beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

describe('a letter that is due', () => {
  it('goes at eight on its day and not before, once', async () => {
    office.at(`${day}T05:59:00.000Z`);
    await run();
    expect(arrived()).toEqual([]);
    office.at(eight);
    await run();
    await run();
    expect(arrived()).toEqual(['asa@example.se']);
    expect(await office.letter(id)).toMatchObject({ phase: 'accepted', attempts: 1, copies: 0 });
  });

  it('leaves the digest of its wording in the log, and not a word of it', async () => {
    office.at(eight);
    await run();
    const text = office.mailer.arrived[0]?.mail.text ?? '';
    const { textSha256 } = await office.letter(id);
    expect(text).toContain('Återkomma med förslag');
    expect(textSha256).toBe(createHash('sha256').update(text).digest('hex'));
    const events = await office.parts.store.read(`letter-${id}`);
    expect(JSON.stringify(events)).not.toContain('Återkomma');
  });

  it('is kept and not called sent when there is no mail server', async () => {
    office.at(eight);
    const box = new OutboxFile(':memory:');
    const swept = await run('w1', outboxMailer(box, office.parts.clock));
    expect([swept.kept, swept.accepted]).toEqual([1, 0]);
    expect(await office.letter(id)).toMatchObject({ phase: 'accepted', kept: true });
    expect(box.get(id)?.person).toBe('asa');
    box.close();
  });

  it('goes once when two workers look at the same time', async () => {
    office.at(eight);
    await Promise.all([run('w1'), run('w2'), run('w3')]);
    expect(arrived()).toEqual(['asa@example.se']);
  });

  it.each<[string, () => Promise<void>, string]>([
    ['answered', () => office.tell('a', answer), 'answered'],
    ['moved', () => office.tell('a', move), 'moved'],
    ['paused', () => office.tell('a', { type: 'PauseReminders' }), 'paused'],
    [
      'withdrawn',
      () => office.tell('a', { type: 'CloseAssignment', outcome: 'lapsed', reason: 'x' }),
      'closed',
    ],
    [
      'given to another holder',
      async () => {
        await office.tell('sra', { type: 'RecordHolderLeft', role: 'dir', person: 'asa' });
        await office.tell('sra', { type: 'AppointHolder', role: 'dir', person: 'bo' });
      },
      'recipientChanged',
    ],
  ])('is not written when its assignment is %s after the claim and before DATA', async (_, change, why) => {
    office.at(eight);
    office.mailer.before = change;
    await run();
    expect(arrived()).toEqual([]);
    expect(await office.letter(id)).toMatchObject({ phase: 'withdrawn', left: [{ why }] });
  });

  it('says nothing that fell away while its hand-over was being written into the log', async () => {
    const give = (a: string, title: string) =>
      office.tell(a, {
        type: 'GiveAssignment',
        body: 'sra',
        title,
        responsible: ['dir'],
        recipient: 'sra',
        deadline: 'senast i juni 2026',
      });
    await give('b', 'Ta fram mått');
    office.at(eight);
    const { store, ...rest } = office.worker('w1');
    const changes = [
      () => office.tell('a', move),
      () => office.tell('b', { type: 'CloseAssignment', outcome: 'lapsed', reason: 'x' }),
    ];
    const between: EventStore = {
      append: async (stream, events, expected) => {
        if (events.some(({ type }) => type === 'LetterHandedOver')) await changes.shift()?.();
        return store.append(stream, events, expected);
      },
      read: (stream) => store.read(stream),
      follow: (after, signal) => store.follow(after, signal),
      head: () => store.head(),
      erase: (stream) => store.erase(stream),
      close: () => store.close(),
    };
    await sweep({ store: between, ...rest });
    expect(arrived()).toEqual([]);
    expect(await office.letter(id)).toMatchObject({
      phase: 'withdrawn',
      left: [
        { item: { assignment: 'a' }, why: 'moved' },
        { item: { assignment: 'b' }, why: 'closed' },
      ],
    });
  });

  it('goes to whoever holds the role when it is sent, the deputy, or the secretary', async () => {
    await office.tell('asa', { type: 'NameDeputy', deputy: 'bo' });
    await office.tell('asa', { type: 'StateAbsence', from: day, to: '2026-05-01' });
    office.at(eight);
    await run();
    expect(arrived()).toEqual(['bo@example.se']);
    await office.tell('sra', { type: 'RecordHolderLeft', role: 'dir', person: 'asa' });
    office.at('2026-05-21T06:01:00.000Z');
    await run();
    expect(arrived()).toEqual(['bo@example.se', 'sekr@example.se']);
  });

  it('that reaches nobody stands in the ledger', async () => {
    for (const [role, person] of [
      ['dir', 'asa'],
      ['sek', 'sekr'],
    ] as const)
      await office.tell('sra', { type: 'RecordHolderLeft', role, person });
    office.at(eight);
    await run();
    await run();
    const told = await office.parts.store.read('reminder-a');
    expect(told.map(({ type, data }) => [type, data])).toMatchObject([
      ['ReminderWithheld', { rung: 'beforeMeeting-42', why: 'nobodyToReach' }],
    ]);
    await catchUp(office.worker('w1'));
    expect(withheldCounts(office.parts.models.db)).toEqual([{ why: 'nobodyToReach', n: 1 }]);
  });

  it('takes back the calendar entry of what has been closed since the last one, once, and says so', async () => {
    await office.tell('b', {
      type: 'GiveAssignment',
      body: 'sra',
      title: 'Kartlägga nattbemanningen',
      responsible: ['dir'],
      recipient: 'sra',
      deadline: 'senast i juni 2026',
    });
    await office.tell('b', { type: 'AcknowledgeAssignment' });
    office.at(eight);
    await run();
    await office.tell('b', { type: 'CloseAssignment', outcome: 'lapsed', reason: 'Inte längre aktuellt' });
    office.at('2026-05-21T06:01:00.000Z');
    await run();
    office.at('2026-06-05T06:01:00.000Z');
    await run();
    const letters = office.mailer.arrived.filter((one) => !isWeekly(one));
    const [first, second, third] = letters.map(({ mail }) => mail);
    const entry = (text = '') => text.slice(text.indexOf('UID:b.assignment'));
    const sequence = (text?: string) => Number(/SEQUENCE:(\d+)/.exec(entry(text))?.[1]);
    expect(first?.calendar).toContain('UID:b.assignment@beslutslogg');
    expect(second?.cancelled).toContain('METHOD:CANCEL');
    expect(entry(second?.cancelled)).toContain('STATUS:CANCELLED');
    expect(sequence(second?.cancelled)).toBeGreaterThan(sequence(first?.calendar));
    expect(second?.calendar).not.toContain('UID:b.assignment');
    expect(second?.text).toContain('Avslutat sedan förra brevet: Kartlägga nattbemanningen.');
    expect(third?.cancelled).toBeUndefined();
    expect(third?.text).not.toContain('Avslutat sedan förra brevet');
  });

  it('takes back the calendar entry of what has no day any more, once, and says so', async () => {
    await office.tell('b', {
      type: 'GiveAssignment',
      body: 'sra',
      title: 'Kartlägga nattbemanningen',
      responsible: ['dir'],
      deadline: 'senast den 4 juni 2026',
    });
    await office.tell('b', { type: 'AcknowledgeAssignment' });
    await office.tell('b', { type: 'RemindNow' });
    office.at('2026-04-21T06:01:00.000Z');
    await run();
    await office.tell('b', { type: 'MoveDeadline', to: 'rapportering sker senare', reasonStated: false });
    office.at(eight);
    await run();
    await office.tell('a', { type: 'RemindNow' });
    office.at('2026-04-24T06:01:00.000Z');
    await run();
    const letters = office.mailer.arrived.filter((one) => !isWeekly(one));
    const [first, second, third] = letters.map(({ mail }) => mail);
    const sequence = (text = '') =>
      Number(/SEQUENCE:(\d+)/.exec(text.slice(text.indexOf('UID:b.assignment')))?.[1]);
    expect(first?.calendar).toContain('UID:b.assignment@beslutslogg');
    expect(second?.cancelled).toContain('METHOD:CANCEL');
    expect(second?.cancelled).toContain('DTSTART;VALUE=DATE:20260604');
    expect(sequence(second?.cancelled)).toBeGreaterThan(sequence(first?.calendar));
    expect(second?.text).toContain('Har inte längre någon dag: Kartlägga nattbemanningen.');
    expect(third?.cancelled).toBeUndefined();
  });

  it('goes with the next letter, on the next day, to who has had one that day', async () => {
    office.at(eight);
    await run();
    await office.tell('a', { type: 'RemindNow' });
    await run();
    expect(arrived()).toHaveLength(1);
    office.at('2026-04-24T06:01:00.000Z');
    await run();
    expect(arrived()).toHaveLength(2);
  });
});

describe('trouble with the mail server', () => {
  it('that is passing is tried again after a pause', async () => {
    office.at(eight);
    office.mailer.answer = () => ({ kind: 'refused', permanent: false, code: 451, why: 'refused' });
    await run();
    await run();
    expect(await office.letter(id)).toMatchObject({ phase: 'refused', attempts: 1, code: 451 });
    office.mailer.answer = () => ({ kind: 'accepted', code: 250 });
    office.at(`${day}T06:03:00.000Z`);
    await run();
    expect(await office.letter(id)).toMatchObject({ phase: 'accepted', attempts: 2, copies: 0 });
  });

  describe('that lasts', () => {
    const broken = (address: string) => {
      office.mailer.answer = ({ to }) =>
        to.address === address
          ? { kind: 'refused', permanent: true, code: 550, why: 'badAddress' }
          : { kind: 'accepted', code: 250 };
    };

    it('is not tried again: the secretary gets the letter instead', async () => {
      office.at(eight);
      broken('asa@example.se');
      for (let times = 0; times < 3; times++) await run();
      expect(await office.letter(id)).toMatchObject({ phase: 'failed', attempts: 1 });
      expect(arrived()).toEqual(['sekr@example.se']);
      expect((await office.letter(`${day}.sekr`)).items).toMatchObject([
        { capacity: 'secretaryForEmptyRole', to: ['sekr'] },
      ]);
    });

    it('is not tried again: the deputy gets the letter instead, and the next one is tried anew', async () => {
      await office.tell('asa', { type: 'NameDeputy', deputy: 'bo' });
      office.at(eight);
      broken('asa@example.se');
      for (let times = 0; times < 3; times++) await run();
      expect(arrived()).toEqual(['bo@example.se']);
      office.mailer.answer = () => ({ kind: 'accepted', code: 250 });
      office.at('2026-05-21T06:01:00.000Z');
      await run();
      expect(arrived()).toEqual(['bo@example.se', 'asa@example.se']);
    });

    it('for everybody there is stands in the ledger', async () => {
      office.at(eight);
      office.mailer.answer = () => ({ kind: 'refused', permanent: true, code: 550, why: 'badAddress' });
      for (let times = 0; times < 4; times++) await run();
      expect(arrived()).toEqual([]);
      expect((await office.letter(`${day}.sekr`)).phase).toBe('failed');
      expect((await office.parts.store.read('reminder-a')).map(({ data }) => data)).toMatchObject([
        { rung: 'beforeMeeting-42', why: 'nobodyToReach' },
      ]);
    });
  });

  it('of one of two holders brings the other no second letter, nor does it when one of them is replaced', async () => {
    await office.tell('sra', { type: 'AppointHolder', role: 'dir', person: 'bo' });
    office.at(eight);
    office.mailer.answer = ({ to }) =>
      to.address === 'asa@example.se'
        ? { kind: 'refused', permanent: false, code: 451, why: 'refused' }
        : { kind: 'accepted', code: 250 };
    await run();
    office.at('2026-04-24T06:01:00.000Z');
    office.mailer.answer = () => ({ kind: 'accepted', code: 250 });
    await run();
    expect(arrived()).toEqual(['bo@example.se', 'asa@example.se']);
    await office.tell('sra', { type: 'RecordHolderLeft', role: 'dir', person: 'asa' });
    office.at('2026-04-27T06:01:00.000Z');
    await run();
    expect(arrived().filter((to) => to !== 'sekr@example.se')).toEqual(['bo@example.se', 'asa@example.se']);
  });

  it('that leaves it unknown whether a letter arrived makes one copy at most, with the same Message-ID', async () => {
    office.at(eight);
    office.mailer.answer = () => ({ kind: 'unknown' });
    await run();
    office.mailer.answer = () => ({ kind: 'accepted', code: 250 });
    office.at(`${day}T06:10:00.000Z`);
    await run();
    await run();
    expect(office.mailer.arrived).toHaveLength(2);
    expect(new Set(office.mailer.arrived.map(({ mail }) => mail.messageId)).size).toBe(1);
    expect(await office.letter(id)).toMatchObject({ phase: 'accepted', copies: 1 });
  });

  it('for a whole day frees the letter for the next morning, and the last rung alone is told', async () => {
    office.at(eight);
    office.mailer.answer = () => ({ kind: 'refused', permanent: false, why: 'unreachable' });
    await run();
    office.mailer.answer = () => ({ kind: 'accepted', code: 250 });
    office.at('2026-04-24T06:01:00.000Z');
    await run();
    expect(arrived()).toEqual(['asa@example.se']);
    expect(await office.letter(id)).toMatchObject({ phase: 'withdrawn', why: 'dayPassed' });
    const { db } = office.parts.models;
    expect(rungsOf(db, 'a').map(({ rung, done }) => [rung, done])).toEqual([
      ['beforeMeeting-42', 1],
      ['material-14', 0],
      ['afterMeeting-1', 0],
    ]);
  });
});

describe('a mail server that loses its patience while the text is being written', () => {
  it('has refused the letter for now, and its story is a legal one', async () => {
    office.at(eight);
    const impatient: Mailer = {
      send: async (_, write) => {
        void write();
        return { kind: 'refused', permanent: false, why: 'tooSlow' };
      },
      close: () => undefined,
    };
    await run('w1', impatient);
    await pause(50);
    expect(await office.letter(id)).toMatchObject({ phase: 'refused', why: 'tooSlow' });
    const told = await office.parts.store.read(`letter-${id}`);
    expect(told.map(({ type }) => type)).toEqual(['LetterClaimed', 'LetterHandedOver', 'LetterRefused']);
    office.at(`${day}T06:05:00.000Z`);
    await run();
    expect(arrived()).toEqual(['asa@example.se']);
  });
});

describe('a worker', () => {
  const never = (): Mailer => ({ send: () => new Promise(() => undefined), close: () => undefined });

  it('that is killed after its claim is taken over from when the claim has run out', async () => {
    office.at(eight);
    void run('killed', never());
    while ((await office.letter(id)).phase !== 'claimed') await new Promise(setImmediate);
    await run('other');
    expect(arrived()).toEqual([]);
    office.at(`${day}T06:05:00.000Z`);
    await run('other');
    expect(arrived()).toEqual(['asa@example.se']);
    expect(await office.letter(id)).toMatchObject({ phase: 'accepted', copies: 0 });
  });

  it('that is killed after the hand-over is taken over from, and the possible copy is counted', async () => {
    office.at(eight);
    const silent = new ScriptedMailer();
    silent.answer = () => new Promise(() => undefined);
    void run('killed', silent);
    while ((await office.letter(id)).phase !== 'handedOver') await new Promise(setImmediate);
    office.at(`${day}T06:05:00.000Z`);
    await run('other');
    expect(await office.letter(id)).toMatchObject({ phase: 'accepted', copies: 1 });
  });

  it('that stood still past its claim finds out before the text is written', async () => {
    office.at(eight);
    let wake: () => void = () => undefined;
    const slow = new ScriptedMailer();
    slow.before = () =>
      new Promise<void>((resolve) => {
        wake = resolve;
      });
    const stood = run('slow', slow);
    while ((await office.letter(id)).phase !== 'claimed') await new Promise(setImmediate);
    office.at(`${day}T06:05:00.000Z`);
    await run('other');
    wake();
    await stood;
    expect(slow.arrived).toEqual([]);
    expect(arrived()).toEqual(['asa@example.se']);
  });
});

describe('a weekly letter', () => {
  const monday = '2026-05-18';
  const morning = (date: string) => office.at(`${date}T06:01:00.000Z`);
  const weekly = () => office.mailer.arrived.filter(isWeekly);

  it('that fails all of its day goes on the next working day, and says so once; once it has gone no other follows', async () => {
    office.mailer.answer = () => ({ kind: 'refused', permanent: false, why: 'unreachable' });
    for (const date of [monday, '2026-05-19']) {
      morning(date);
      await run();
    }
    office.mailer.answer = () => ({ kind: 'accepted', code: 250 });
    expect(weekly()).toEqual([]);
    for (const date of ['2026-05-20', '2026-05-21']) {
      morning(date);
      await run();
      await run();
    }
    expect(weekly().map(({ to }) => to)).toEqual(['sekr@example.se']);
    expect(weekly()[0]?.mail.text.match(/Gick inte att lämna .*/g)).toEqual([
      'Gick inte att lämna den 19 maj 2026.',
    ]);
  });

  it('that nobody was there to send on its day goes on the next, but not for a body that came later', async () => {
    morning('2026-05-19');
    await office.tell('ny', { type: 'RegisterBody', name: 'Nytt organ', shortName: 'NYO' });
    await office.tell('ny', { type: 'DefineRole', role: 'sek', title: 'Sekreterare', kind: 'secretary' });
    await office.tell('ny', { type: 'AppointHolder', role: 'sek', person: 'bo' });
    await run();
    expect(weekly().map(({ to }) => to)).toEqual(['sekr@example.se']);
    expect(await office.parts.store.read('letter-2026-05-19.bo.digest.ny')).toEqual([]);
  });
});
