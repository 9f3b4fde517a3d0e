import { describe, expect, it } from '@jest/globals';
import { SystemClock } from '../../src/clock.js';
import { commandExecutor } from '../../src/commands/execute.js';
import type { DomainCommand } from '../../src/domain/commands.js';
import type { StatedWhen } from '../../src/domain/when.js';
import { InMemoryEventStore } from '../../src/event-store/in-memory.js';

describe('the day a decision was taken', () => {
  const decide = async (date: string, when: StatedWhen) => {
    const store = new InMemoryEventStore();
    const clock = new SystemClock('Europe/Stockholm', () => Date.parse('2026-06-10T10:00:00Z'));
    const execute = commandExecutor(store, clock);
    const actor = { id: 'u-1', grants: [{ body: '*', role: 'secretary' as const }] };
    const run = (id: string, command: DomainCommand, said: StatedWhen = {}) =>
      execute(id, command, { actor, when: said, correlationId: 'c-1' });
    await run('sra', { type: 'RegisterBody', name: 'Samrådsorganet för Älvdalarna', shortName: 'SRÄ' });
    await run(
      'm',
      { type: 'ScheduleMeeting', body: 'sra', kind: 'ordinary', date },
      { statedAt: '2026-01-07' },
    );
    await run(
      'd',
      {
        type: 'RecordDecision',
        body: 'sra',
        meeting: 'm',
        title: 'Lokaler',
        points: [{ kinds: ['noted'], text: 'noterar informationen' }],
      },
      when,
    );
    const [event] = await store.read('decision-d');
    return { occurred: event?.occurred, statedAt: event?.statedAt };
  };

  it('is the day of its meeting when the call does not say', async () => {
    expect(await decide('2026-06-04', {})).toEqual({ occurred: '2026-06-04', statedAt: '2026-06-10' });
  });

  it('is what the call says, also that nobody knows', async () => {
    expect(await decide('2026-06-04', { occurred: '2026-06' })).toMatchObject({ occurred: '2026-06' });
    expect(await decide('2026-06-04', { occurred: null })).toMatchObject({ occurred: null });
  });

  it('is never the day of a meeting still to come', async () => {
    await expect(decide('2026-09-24', {})).rejects.toMatchObject({ code: 'plannedIsNotDone' });
  });
});
