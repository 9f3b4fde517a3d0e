import { describe, expect, it } from '@jest/globals';
import { parseDueWindow } from '../../src/domain/due-window.js';
import { formatDate, formatEdtf, formatWindow, inWords } from '../../src/domain/swedish-dates.js';

describe('a day', () => {
  it('in both languages', () => {
    expect(formatDate('2026-06-04', 'sv')).toBe('4 juni 2026');
    expect(formatDate('2026-06-04', 'en')).toBe('4 June 2026');
  });
});

describe('what a deadline means', () => {
  it.each([
    ['senast i juni 2026', 'till och med 30 juni 2026', 'no later than 30 June 2026'],
    ['före sommaren 2026', 'till och med 31 maj 2026', 'no later than 31 May 2026'],
    ['senast 4 juni 2026 kl. 12', 'till och med 4 juni 2026 kl. 12.00', 'no later than 4 June 2026 at 12:00'],
    ['4 juni 2026', '4 juni 2026', '4 June 2026'],
    ['den 24 augusti kl. 15–16.30', '24 augusti 2026 kl. 15.00–16.30', '24 August 2026 at 15:00–16:30'],
    ['hösten 2026', 'hösten 2026 (1 juli–31 december 2026)', 'autumn 2026 (1 July–31 December 2026)'],
    [
      'Q2 2026',
      'andra kvartalet 2026 (1 april–30 juni 2026)',
      'second quarter of 2026 (1 April–30 June 2026)',
    ],
    ['vecka 12 2026', 'vecka 12 2026 (16–22 mars 2026)', 'week 12 2026 (16–22 March 2026)'],
    ['vecka 12–14 2026', '16 mars–5 april 2026', '16 March–5 April 2026'],
    ['juni 2026', 'juni 2026', 'June 2026'],
    ['januari–mars 2026', 'januari 2026 – mars 2026', 'January 2026 – March 2026'],
    ['under 2026', '2026', '2026'],
    ['i slutet av maj 2026', '21–31 maj 2026', '21–31 May 2026'],
    [
      '15 december 2026–10 januari 2027',
      '15 december 2026–10 januari 2027',
      '15 December 2026–10 January 2027',
    ],
    ['efter sommaren 2026', 'från och med 1 september 2026', 'from 1 September 2026'],
    ['2025-05-28 el 26 juni', '28 maj 2025 eller 26 juni 2025', '28 May 2025 or 26 June 2025'],
    ['en vecka', 'inom 7 dagar från en dag som inte är angiven', 'within 7 days of a day that is not given'],
    [
      'två veckor före mötet den 4 juni 2026',
      'till och med 21 maj 2026 (14 dagar före 4 juni 2026)',
      'no later than 21 May 2026 (14 days before 4 June 2026)',
    ],
    ['dagen efter mötet den 4 juni 2026', '5 juni 2026', '5 June 2026'],
    ['till nästa möte', 'nästa möte', 'the next meeting'],
    ['en månad före nästa möte', '1 månad före nästa möte', '1 month before the next meeting'],
    ['löpande', 'löpande, vid varje möte', 'continuously, at every meeting'],
    ['varje kvartal', 'varje kvartal', 'every quarter'],
    ['varannan vecka', 'varannan vecka', 'every 2 weeks'],
    ['vartannat år', 'vartannat år', 'every 2 years'],
    ['var fjärde månad', 'var 4:e månad', 'every 4 months'],
    [
      'varje vecka till och med 2026-12-31',
      'varje vecka (till och med 31 december 2026)',
      'every week (no later than 31 December 2026)',
    ],
    ['rapportering sker senare', 'ingen tid angiven', 'no time given'],
  ])('%s', (words, swedish, english) => {
    const window = parseDueWindow(words, { statedAt: '2026-02-19' });
    expect([formatWindow(window, 'sv'), formatWindow(window, 'en')]).toEqual([swedish, english]);
  });

  it('shows the days of the body, not the usual ones', () => {
    const seasons = {
      spring: ['02-01', '05-31'],
      summer: ['06-15', '08-15'],
      autumn: ['08-16', '11-30'],
      winter: ['12-01', '01-31'],
    } as const;
    const window = parseDueWindow('hösten 2026', { statedAt: '2026-02-19', seasons });
    expect(formatWindow(window, 'sv')).toBe('hösten 2026 (16 augusti–30 november 2026)');
  });
});

describe('when something happened', () => {
  it.each([
    [null, 'tidpunkt anges inte', 'time not stated'],
    ['2023', '2023', '2023'],
    ['2025-11-13', '13 november 2025', '13 November 2025'],
    ['2026-06', 'juni 2026', 'June 2026'],
    ['2026-21', 'våren 2026', 'spring 2026'],
    ['2026-41', 'andra halvåret 2026', 'second half of 2026'],
    ['2026-38', 'andra tertialet 2026', 'second third of 2026'],
    ['2024/2025', '2024–2025', '2024–2025'],
    ['2026-08-24T15:00', '24 augusti 2026 kl. 15.00', '24 August 2026 at 15:00'],
    ['2026-08-24T15:00/2026-08-24T16:30', '24 augusti 2026 kl. 15.00–16.30', '24 August 2026 at 15:00–16:30'],
    ['2026-03-20/2026-04-15', '20 mars–15 april 2026', '20 March–15 April 2026'],
    ['../2026-06-04', 'till och med 4 juni 2026', 'no later than 4 June 2026'],
    ['2026-01/..', 'från och med januari 2026', 'from January 2026'],
    ['[2025-05-28,2025-06-26]', '28 maj 2025 eller 26 juni 2025', '28 May 2025 or 26 June 2025'],
    ['2023?', 'troligen 2023', 'probably 2023'],
    ['2023~', 'omkring 2023', 'about 2023'],
    ['2023%', 'troligen omkring 2023', 'probably about 2023'],
    ['någon gång', 'någon gång', 'någon gång'],
  ])('%s', (edtf, swedish, english) => {
    expect([formatEdtf(edtf, 'sv'), formatEdtf(edtf, 'en')]).toEqual([swedish, english]);
  });
});

describe('days from today', () => {
  it.each([
    [12, 'om 12 dagar', 'in 12 days'],
    [1, 'i morgon', 'tomorrow'],
    [0, 'i dag', 'today'],
    [-1, 'i går', 'yesterday'],
    [-3, 'för 3 dagar sedan', '3 days ago'],
  ])('%d', (days, swedish, english) => {
    expect([inWords(days, 'sv'), inWords(days, 'en')]).toEqual([swedish, english]);
  });
});
