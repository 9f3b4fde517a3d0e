import { describe, expect, it } from '@jest/globals';
import { refuseEffectiveFrom, refuseImpossibleDates } from '../../src/domain/fact-dates.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { When } from '../../src/domain/when.js';

const today = '2026-06-10';
const stated: When = {
  occurred: '2026-06-04',
  statedAt: '2026-06-04',
  recordedAt: '2026-06-10T08:00:00.000Z',
};

function refusalOf(act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.pointer}`;
    throw error;
  }
}

describe('the dates of a fact', () => {
  const table: readonly (readonly [string, Partial<When>, string | undefined])[] = [
    ['stated today', { occurred: today, statedAt: today }, undefined],
    ['stated tomorrow', { statedAt: '2026-06-11' }, 'statedInFuture /statedAt'],
    ['stated on no day', { statedAt: '2026-06-31' }, 'notADate /statedAt'],
    ['stated in a month', { statedAt: '2026-06' }, 'notADate /statedAt'],
    ['happened on the day it was stated', {}, undefined],
    ['happened long before', { occurred: '2019-02-28' }, undefined],
    ['happened the day after it was stated', { occurred: '2026-06-05' }, 'occurredAfterStated /occurred'],
    ['happens tomorrow', { occurred: '2026-06-11' }, 'occurredInFuture /occurred'],
    [
      'happens tomorrow, said today',
      { statedAt: today, occurred: '2026-06-11T08:00' },
      'occurredInFuture /occurred',
    ],
    ['happened some time this month', { occurred: '2026-06' }, undefined],
    ['happened some time this year', { occurred: '2026' }, undefined],
    ['happened in spring', { occurred: '2026-21' }, undefined],
    ['happens in autumn', { occurred: '2026-23' }, 'occurredInFuture /occurred'],
    ['happens next month', { occurred: '2026-07' }, 'occurredInFuture /occurred'],
    ['happened, nobody says when', { occurred: null }, undefined],
    ['happened between two days', { occurred: '2025-08-21/2025-11-13' }, undefined],
    ['has gone on since some time', { occurred: '../2025' }, undefined],
    ['has gone on since, without an end', { occurred: '2025-08-21/..' }, undefined],
    ['goes on into the future', { occurred: '2026-06-01/2026-09-01' }, 'occurredInFuture /occurred'],
    ['went on after it was stated', { occurred: '2026-06-01/2026-06-08' }, 'occurredAfterStated /occurred'],
    ['went on until some time this year', { occurred: '2026-06-01/2026' }, undefined],
    ['happened on one of two days, the first past', { occurred: '[2026-05-28,2026-06-26]' }, undefined],
    ['happened on no day', { occurred: '2026-02-30' }, 'notADate /occurred'],
    ['happened in words', { occurred: 'i våras' }, 'notADate /occurred'],
    ['takes effect later', { effectiveFrom: '2027-05-01' }, undefined],
    ['takes effect on no day', { effectiveFrom: 'maj' }, 'notADate /effectiveFrom'],
  ];
  for (const [what, change, refused] of table)
    it(`${what}: ${refused ?? 'may be'}`, () => {
      expect(
        refusalOf(() => {
          refuseImpossibleDates({ ...stated, ...change }, today);
        }),
      ).toBe(refused);
    });

  it('say which day it is, for the message', () => {
    const future: When = { ...stated, statedAt: '2026-06-11' };
    expect(() => {
      refuseImpossibleDates(future, today);
    }).toThrow(expect.objectContaining({ params: { today } }));
  });

  it('have a day of effect only where something takes effect', () => {
    expect(
      refusalOf(() => {
        refuseEffectiveFrom({ ...stated, effectiveFrom: '2027-05-01' });
      }),
    ).toBe('effectOnlyForDecisions /effectiveFrom');
    expect(
      refusalOf(() => {
        refuseEffectiveFrom(stated);
      }),
    ).toBeUndefined();
  });
});
