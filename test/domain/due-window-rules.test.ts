import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isLate, parseDueWindow, slipDays } from '../../src/domain/due-window.js';
import { formatDate, formatWindow } from '../../src/domain/swedish-dates.js';

describe('the year rule', () => {
  it.each([
    ['28 maj', '2026-08-28', '2026-05-28'],
    ['28 maj', '2026-08-29', '2027-05-28'],
    ['i maj', '2026-08-31', '2026-05-31'],
    ['i maj', '2026-09-01', '2027-05-31'],
    ['våren', '2026-09-30', '2026-06-30'],
    ['våren', '2026-10-01', '2027-06-30'],
    ['vecka 20', '2026-08-17', '2026-05-17'],
    ['vecka 20', '2026-08-18', '2027-05-23'],
    ['20 mars–15 april', '2026-07-16', '2026-04-15'],
    ['20 mars–15 april', '2026-07-17', '2027-04-15'],
    ['28 maj el 26 juni', '2026-09-26', '2026-06-26'],
    ['28 maj el 26 juni', '2026-09-27', '2027-06-26'],
    ['under vintern', '2026-01-10', '2026-02-28'],
    ['under vintern', '2026-11-13', '2027-02-28'],
    ['15 december–10 januari', '2025-11-20', '2026-01-10'],
    ['31 december', '2026-01-10', '2026-12-31'],
    ['29 februari', '2027-11-13', '2028-02-29'],
  ])('%s, said on %s, ends on %s', (words, statedAt, latest) => {
    const window = parseDueWindow(words, { statedAt });
    expect(window.latest).toBe(latest);
    expect(window.inferred).toContain('year');
  });

  it('is not used where the year is written', () => {
    for (const words of ['28 maj 2020', 'senast 2020-05-28', 'v. 12 2020', 'Q2 2020', 'maj–juli 2020'])
      expect(parseDueWindow(words, { statedAt: '2026-02-19' })).toMatchObject({
        inferred: [],
        latest: expect.stringMatching(/^2020/),
      });
  });
});

describe('the seasons of a body', () => {
  const seasons = {
    spring: ['02-01', '05-31'],
    summer: ['06-15', '08-15'],
    autumn: ['08-16', '11-30'],
    winter: ['12-01', '01-31'],
  } as const;

  it.each([
    ['hösten 2026', '2026-08-16', '2026-11-30'],
    ['vintern 2026/27', '2026-12-01', '2027-01-31'],
    ['före sommaren 2026', undefined, '2026-06-14'],
    ['2026-23', '2026-08-16', '2026-11-30'],
  ])('%s', (words, earliest, latest) => {
    const window = parseDueWindow(words, { statedAt: '2026-02-19', seasons });
    expect([window.earliest, window.latest]).toEqual([earliest, latest]);
    expect(window.inferred).toContain('season');
  });
});

describe('a rule that is none', () => {
  it('is refused', () => {
    expect(() => parseDueWindow('4 juni', { statedAt: '2026-02-30' })).toThrow(RangeError);
    expect(() => parseDueWindow('en vecka', { statedAt: '2026-02-19', anchor: 'imorgon' })).toThrow(
      RangeError,
    );
  });
});

describe('late', () => {
  const rule = { statedAt: '2026-02-19', anchor: '2026-02-19' };

  it.each([
    ['senast i juni 2026', '2026-06-30', '2026-07-01'],
    ['4 juni 2026', '2026-06-04', '2026-06-05'],
    ['hösten 2026', '2026-12-31', '2027-01-01'],
    ['28 maj eller 26 juni 2026', '2026-06-26', '2026-06-27'],
    ['en vecka', '2026-02-26', '2026-02-27'],
  ])('%s: not on %s, but on %s', (words, last, next) => {
    const window = parseDueWindow(words, rule);
    expect([isLate(window, last), isLate(window, next)]).toEqual([false, true]);
  });

  it.each([
    'rapportering sker senare',
    'löpande',
    'varje kvartal till och med 2026-12-31',
    'nästa möte',
    'tidigast i maj',
  ])('%s: never', (words) => {
    expect(isLate(parseDueWindow(words, rule), '9999-12-31')).toBe(false);
  });

  it('slips by the days its end moves', () => {
    const [june, september, later] = ['4 juni 2026', '1 september 2026', 'senare'].map((words) =>
      parseDueWindow(words, rule),
    );
    if (!june || !september || !later) throw new Error('three were read');
    expect(slipDays(june, september)).toBe(89);
    expect(slipDays(september, june)).toBe(-89);
    expect(slipDays(june, later)).toBeUndefined();
  });
});

describe('any text', () => {
  const day = fc
    .integer({ min: 0, max: 109_000 })
    .map((number) => new Date(Date.UTC(1900, 0, 1 + number)).toISOString().slice(0, 10));
  const pieces = fc
    .array(
      fc.constantFrom(
        ...[
          'senast',
          'före',
          'efter',
          'i',
          'den',
          '4',
          '31',
          'juni',
          'maj',
          'februari',
          '2026',
          '-26',
          '–',
          '-',
          '/',
        ],
        ...[
          'eller',
          'och',
          'till',
          'vecka',
          '12',
          '53',
          'hösten',
          'vintern',
          'årsskiftet',
          'slutet av',
          'Q2',
          'kl.',
        ],
        ...[
          '15–16.30',
          'en vecka',
          'efter samråd',
          'varje',
          'kvartal',
          'nästa',
          'möte',
          '2026-02-30',
          '19/3',
          ',',
        ],
        ...[
          'by',
          'May',
          'dagen efter',
          'mellan',
          'från',
          'under',
          'år',
          'första',
          'halvåret',
          'tertial',
          '\u00ad',
          'å',
        ],
      ),
      { maxLength: 12 },
    )
    .map((words) => words.join(' '));
  const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 60 }), pieces);

  it('is kept verbatim, never throws, and is read the same way twice', () => {
    fc.assert(
      fc.property(texts, day, fc.option(day, { nil: undefined }), (text, statedAt, anchor) => {
        const window = parseDueWindow(text, { statedAt, anchor });
        expect(window.original).toBe(text);
        expect(window.preconditions.every((words) => text.includes(words))).toBe(true);
        expect(parseDueWindow(text, { statedAt, anchor })).toEqual(window);
        expect(typeof formatWindow(window, 'sv') + typeof formatWindow(window, 'en')).toBe('stringstring');
      }),
      { numRuns: 200 },
    );
  });

  it('has a beginning before its end, days for its kind, and is late only after its end', () => {
    fc.assert(
      fc.property(texts, day, day, (text, statedAt, today) => {
        const { kind, precision, earliest, latest, dates, ...window } = parseDueWindow(text, { statedAt });
        if (earliest && latest) expect(earliest <= latest).toBe(true);
        if (kind === 'undated') expect([precision, earliest, latest]).toEqual(['none', undefined, undefined]);
        if (kind === 'by') expect([earliest, typeof latest]).toEqual([undefined, 'string']);
        if (kind === 'on') expect(earliest).toBe(latest);
        if (kind === 'oneOf') expect([dates?.[0], dates?.at(-1)]).toEqual([earliest, latest]);
        const late = isLate({ kind, precision, earliest, latest, dates, ...window }, today);
        if (late) expect(latest && today > latest).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('an exact date is read back as it was written, in both languages', () => {
    fc.assert(
      fc.property(day, day, fc.constantFrom('sv' as const, 'en' as const), (date, statedAt, lang) => {
        expect(parseDueWindow(formatDate(date, lang), { statedAt })).toEqual({
          original: formatDate(date, lang),
          kind: 'on',
          precision: 'day',
          period: date,
          earliest: date,
          latest: date,
          preconditions: [],
          inferred: [],
        });
      }),
    );
  });

  it('what a deadline means is read back to the same days', () => {
    fc.assert(
      fc.property(day, day, fc.constantFrom('sv' as const, 'en' as const), (date, statedAt, lang) => {
        for (const words of [`senast ${date}`, `${date}–${date.slice(0, 4)}-12-31`, `tidigast ${date}`]) {
          const { kind, earliest, latest } = parseDueWindow(words, { statedAt });
          const again = parseDueWindow(formatWindow(parseDueWindow(words, { statedAt }), lang), { statedAt });
          expect([again.kind, again.earliest, again.latest]).toEqual([kind, earliest, latest]);
        }
      }),
    );
  });
});
