import { describe, expect, it } from '@jest/globals';
import { SystemClock } from '../../src/clock.js';
import { commandExecutor } from '../../src/commands/execute.js';
import type { DomainCommand } from '../../src/domain/commands.js';
import { InMemoryEventStore } from '../../src/event-store/in-memory.js';

/** A process with a body, and commands to it as the secretary gives them. */
async function office() {
  const store = new InMemoryEventStore();
  const clock = new SystemClock('Europe/Stockholm', () => Date.parse('2026-06-10T10:00:00Z'));
  const execute = commandExecutor(store, clock);
  const actor = { id: 'u-1', grants: [{ body: '*', role: 'secretary' as const }] };
  const run = (id: string, command: DomainCommand) =>
    execute(id, command, { actor, when: {}, correlationId: 'c-1' });
  await run('sra', { type: 'RegisterBody', name: 'Samrådsorganet för Älvdalarna', shortName: 'SRÄ' });
  return { run, store };
}

/** What came of commands that were given at the same time: the facts they led to, or the rule that refused them. */
const outcomes = async (given: readonly Promise<{ readonly types: readonly string[] }>[]) =>
  (await Promise.allSettled(given)).map((one) =>
    one.status === 'fulfilled' ? one.value.types[0] : (one.reason as { code: string }).code,
  );

const decide = (title: string): DomainCommand => ({
  type: 'RecordDecision',
  body: 'sra',
  title,
  points: [{ kinds: ['decided'], text: 'beslutar' }],
});
const give = (title: string): DomainCommand => ({
  type: 'GiveAssignment',
  body: 'sra',
  title,
  kind: 'assignment',
  responsible: [],
});

describe('two who are to take over from each other, at the same time', () => {
  it.each(['decisions', 'assignments'] as const)(
    '%s: the one is done, the other is refused',
    async (kind) => {
      const { run, store } = await office();
      const [first, second] = ['a', 'b'];
      for (const id of [first, second])
        if (kind === 'decisions') {
          await run(id, decide(`Lokaler ${id}`));
          await run(id, { type: 'ConfirmDecision' });
        } else await run(id, give(`Lokaler ${id}`));
      const follow = (by: string): DomainCommand =>
        kind === 'decisions' ? { type: 'SupersedeDecision', by } : { type: 'ReplaceAssignment', by };
      const done = kind === 'decisions' ? 'DecisionSuperseded' : 'AssignmentReplaced';
      expect(await outcomes([run(first, follow(second)), run(second, follow(first))])).toEqual([
        done,
        'supersessionLoop',
      ]);
      const untouched = await store.read(kind === 'decisions' ? 'decision-b' : 'assignment-b');
      expect(untouched.map(({ type }) => type)).not.toContain(done);
    },
  );

  it('a ring of three: two are done, the third is refused', async () => {
    const { run } = await office();
    for (const id of ['a', 'b', 'c']) {
      await run(id, decide(`Lokaler ${id}`));
      await run(id, { type: 'ConfirmDecision' });
    }
    const follow = (id: string, by: string) => run(id, { type: 'SupersedeDecision', by });
    expect(await outcomes([follow('a', 'b'), follow('b', 'c'), follow('c', 'a')])).toEqual([
      'DecisionSuperseded',
      'DecisionSuperseded',
      'supersessionLoop',
    ]);
  });

  it('others do not wait behind one that is refused', async () => {
    const { run } = await office();
    await run('a', decide('Lokaler'));
    await run('a', { type: 'ConfirmDecision' });
    expect(
      await outcomes([
        run('a', { type: 'SupersedeDecision', by: 'x' }),
        run('a', { type: 'RevokeDecision', reason: 'Saknar grund', by: 'a' }),
        run('a', { type: 'RevokeDecision', reason: 'Saknar grund' }),
      ]),
    ).toEqual(['unknownReference', 'supersessionLoop', 'DecisionRevoked']);
  });
});
