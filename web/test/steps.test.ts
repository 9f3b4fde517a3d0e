import { describe, expect, it } from 'vitest';
import type { Schemas } from '../src/api/client';
import { type Standing, stepsOf } from '../src/pages/uppdrag/steps';

const word = (code: string): Schemas['WordView'] => ({ code, text: code });
const given: Standing = {
  kind: word('assignment'),
  state: word('inProgress'),
  deadline: {
    original: 'senast i juni 2026',
    text: 'till och med 30 juni 2026',
    kind: word('by'),
    precision: word('month'),
    latest: '2026-06-30',
    inferred: [],
    preconditions: [],
  },
  expected: { date: '2026-06-04', meeting: 'sra-2026-06-04', why: word('lastInside') },
  deliverables: [],
  preconditions: [],
  late: false,
  recipient: { id: 'sra' },
  responsible: [{ id: 'direktor', holders: [{ id: 'p01' }] }],
};

const before = '2026-05-01';
const after = '2026-06-05';
const letters = { paused: false };

describe('the next step of an assignment', () => {
  it('follows who asks', () => {
    expect(stepsOf(given, ['secretary'], before, letters).next).toBe('ReportProgress');
    expect(stepsOf(given, ['responsible'], before).next).toBe('ReportProgress');
    expect(stepsOf(given, ['chair'], before).next).toBeUndefined();
    expect(stepsOf(given, ['reader'], before)).toEqual({ next: undefined, others: [] });
  });
  it('follows how it stands', () => {
    const asked = (changes: object, who: 'secretary' | 'chair' | 'responsible', day = before) =>
      stepsOf({ ...given, ...changes }, [who], day, who === 'secretary' ? letters : undefined).next;
    expect(asked({ state: word('given') }, 'responsible')).toBe('AcknowledgeAssignment');
    expect(asked({ state: word('given') }, 'secretary')).toBe('ReportProgress');
    expect(asked({ supplement: 'Kostnaden saknas.' }, 'responsible')).toBe('SubmitFinalReport');
    expect(asked({ state: word('finallyReported') }, 'chair')).toBe('CloseAssignment');
    expect(asked({ state: word('finallyReported') }, 'responsible')).toBeUndefined();
    expect(asked({ responsible: [] }, 'secretary')).toBe('AddResponsible');
    expect(asked({ responsible: [{ id: 'r', holders: [] }] }, 'secretary')).toBe('AppointHolder');
    expect(asked({ recipient: undefined }, 'chair')).toBe('NameRecipient');
    expect(asked({ deadline: { ...given.deadline, kind: word('undated') } }, 'chair')).toBe('MoveDeadline');
    expect(asked({ kind: word('commitment') }, 'chair', after)).toBe('PromoteCommitment');
    expect(asked({}, 'secretary', after)).toBe('RemindNow');
    expect(asked({}, 'chair', after)).toBe('MoveDeadline');
    expect(asked({ state: word('closed'), expected: undefined }, 'secretary')).toBeUndefined();
  });
  it('is never among the others, and nothing stands twice or is forbidden', () => {
    for (const who of ['secretary', 'chair', 'responsible'] as const)
      for (const state of ['given', 'inProgress', 'finallyReported', 'closed']) {
        const { next, others } = stepsOf({ ...given, state: word(state) }, [who], after, letters);
        const all = [...(next ? [next] : []), ...others];
        expect(new Set(all).size).toBe(all.length);
        if (who === 'responsible') expect(all).not.toContain('CloseAssignment');
        if (state === 'closed') expect(all).toEqual(who === 'responsible' ? [] : ['ReopenAssignment']);
      }
  });
});
