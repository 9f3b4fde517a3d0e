import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DueWindow, parseDueWindow } from '../../src/domain/due-window.js';
import { dueWindowToEdtf, edtfBounds, happenedBy, isEdtf, resolveWhen } from '../../src/domain/when.js';

const now = { today: '2026-03-01', instant: '2026-03-01T08:00:00.000Z' };

describe('an EDTF date', () => {
  it.each([
    ['2023', '2023-01-01', '2023-12-31'],
    ['2026-06', '2026-06-01', '2026-06-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-11-13', '2025-11-13', '2025-11-13'],
    ['2026-21', '2026-01-01', '2026-06-30'],
    ['2026-22', '2026-06-01', '2026-08-31'],
    ['2026-23', '2026-07-01', '2026-12-31'],
    ['2026-24', '2026-12-01', '2027-02-28'],
    ['2026-34', '2026-04-01', '2026-06-30'],
    ['2026-38', '2026-05-01', '2026-08-31'],
    ['2026-41', '2026-07-01', '2026-12-31'],
    ['2026-08-24T15:00', '2026-08-24', '2026-08-24'],
    ['2026-08-24T15:00:30Z', '2026-08-24', '2026-08-24'],
    ['2024/2025', '2024-01-01', '2025-12-31'],
    ['2023/2024', '2023-01-01', '2024-12-31'],
    ['2026-08-24T15:00/2026-08-24T16:30', '2026-08-24', '2026-08-24'],
    ['../2026-06-04', '0001-01-01', '2026-06-04'],
    ['2026-01/..', '2026-01-01', '9999-12-31'],
    ['2023?', '2023-01-01', '2023-12-31'],
    ['2026-06~', '2026-06-01', '2026-06-30'],
    ['2025-11-13%', '2025-11-13', '2025-11-13'],
    ['[2025-05-28,2025-06-26]', '2025-05-28', '2025-06-26'],
  ])('%s lies between %s and %s', (edtf, earliest, latest) => {
    expect(isEdtf(edtf)).toBe(true);
    expect(edtfBounds(edtf)).toEqual({ earliest, latest });
  });

  it.each([
    '',
    'soon',
    '23',
    '0000',
    '2026-13',
    '2026-20',
    '2026-25',
    '2026-42',
    '2026-06-31',
    '2026-02-29',
    '2026-6-4',
    '2026-08-24T24:00',
    '2026-08-24T15',
    '2026-08T15:00',
    '2025/2024',
    '2026-08-24T16:30/2026-08-24T15:00',
    '../..',
    '../',
    '2024/2025/2026',
    '[]',
    '[2025-05-28,]',
    '2026-06-04 ',
    `[${'2026,'.repeat(200)}2026]`,
  ])('%j is none', (text) => {
    expect(isEdtf(text)).toBe(false);
    expect(() => edtfBounds(text)).toThrow(RangeError);
  });
});

describe('when a fact is recorded', () => {
  it('what was left out is today', () => {
    expect(resolveWhen({}, now)).toEqual({
      occurred: '2026-03-01',
      statedAt: '2026-03-01',
      recordedAt: now.instant,
    });
  });

  it('a fact happened when its source tells it, unless the source says otherwise', () => {
    expect(resolveWhen({ statedAt: '2025-11-13' }, now)).toEqual({
      occurred: '2025-11-13',
      statedAt: '2025-11-13',
      recordedAt: now.instant,
    });
    expect(resolveWhen({ statedAt: '2025-11-13', occurred: '2023' }, now).occurred).toBe('2023');
  });

  it('a source that does not say when is not filled in', () => {
    expect(resolveWhen({ statedAt: '2025-11-13', occurred: null }, now).occurred).toBeNull();
  });

  it('the day of effect is carried along', () => {
    expect(resolveWhen({ effectiveFrom: '2027-05-01' }, now).effectiveFrom).toBe('2027-05-01');
    expect(resolveWhen({}, now)).not.toHaveProperty('effectiveFrom');
  });
});

describe('the day by which it had certainly happened', () => {
  it.each([
    ['2023', '2025-11-13', '2023-12-31'],
    ['2025-11-13', '2025-11-13', '2025-11-13'],
    ['2025-11', '2025-11-13', '2025-11-13'],
    ['2025', '2025-11-13', '2025-11-13'],
    ['2024/2025', '2025-11-13', '2025-11-13'],
    ['../2025-06', '2025-11-13', '2025-06-30'],
    ['2024/..', '2025-11-13', '2025-11-13'],
    [null, '2025-11-13', '2025-11-13'],
  ])('of %s, told on %s, is %s', (occurred, statedAt, expected) => {
    expect(happenedBy({ occurred, statedAt })).toBe(expected);
  });
});

describe('a deadline as EDTF', () => {
  it.each([
    ['senast i juni 2026', '../2026-06'],
    ['senast den 31 mars 2026', '../2026-03-31'],
    ['före sommaren 2026', '../2026-05-31'],
    ['senast hösten 2026', '../2026-23'],
    ['före 2027', '../2026-12-31'],
    ['4 juni 2026', '2026-06-04'],
    ['den 24 augusti 2026 kl. 15–16.30', '2026-08-24T15:00/2026-08-24T16:30'],
    ['den 3 juni 2026 kl 13', '2026-06-03T13:00'],
    ['hösten 2026', '2026-23'],
    ['Q2 2026', '2026-34'],
    ['vecka 12 2026', '2026-03-16/2026-03-22'],
    ['januari–mars 2026', '2026-01/2026-03'],
    ['i slutet av maj 2026', '2026-05-21/2026-05-31'],
    ['från och med den 1 maj 2026', '2026-05-01/..'],
    ['28 maj eller 26 juni 2026', '[2026-05-28,2026-06-26]'],
    ['två veckor före mötet den 4 juni 2026', '../2026-05-21'],
    ['dagen efter mötet den 4 juni 2026', '2026-06-05'],
    ['en vecka', undefined],
    ['löpande', undefined],
    ['rapportering sker senare', undefined],
  ])('%s is %s', (words, edtf) => {
    expect(dueWindowToEdtf(parseDueWindow(words, { statedAt: '2026-01-15' }))).toBe(edtf);
  });

  it('spells out the days of a season that is not the usual one', () => {
    const window: DueWindow = {
      original: 'hösten 2026',
      kind: 'window',
      precision: 'season',
      period: '2026-23',
      earliest: '2026-08-16',
      latest: '2026-11-30',
      preconditions: [],
      inferred: ['season'],
    };
    expect(dueWindowToEdtf(window)).toBe('2026-08-16/2026-11-30');
    expect(dueWindowToEdtf({ ...window, kind: 'by', earliest: undefined })).toBe('../2026-11-30');
  });

  it('is read back to the same days', () => {
    const phrases = fc.constantFrom(
      ...[
        'senast i juni 2026',
        'hösten 2026',
        'Q2 2026',
        'vecka 12 2026',
        'under 2026',
        '4 juni 2026 kl 13–15',
      ],
      ...[
        '28 maj eller 26 juni',
        'tidigast i maj',
        'före jul',
        'i mitten av oktober',
        'vintern 2026/27',
        'tertial 3',
      ],
    );
    const statedAt = fc.integer({ min: 0, max: 4000 }).map((day) => new Date(Date.UTC(2020, 0, 1 + day)));
    fc.assert(
      fc.property(phrases, statedAt, (phrase, date) => {
        const rule = { statedAt: date.toISOString().slice(0, 10) };
        const said = parseDueWindow(phrase, rule);
        const exchanged = dueWindowToEdtf(said) ?? '';
        expect(isEdtf(exchanged)).toBe(true);
        const { kind, earliest, latest, start, end, dates } = parseDueWindow(exchanged, rule);
        expect({ kind, earliest, latest, start, end, dates }).toEqual({
          kind: said.kind,
          earliest: said.earliest,
          latest: said.latest,
          start: said.start,
          end: said.end,
          dates: said.dates,
        });
      }),
    );
  });
});
