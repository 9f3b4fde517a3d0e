import { describe, expect, it } from '@jest/globals';
import {
  type DueWindow,
  type Inference,
  parseDueWindow,
  type Precision,
} from '../../src/domain/due-window.js';

type Reading = Omit<DueWindow, 'original' | 'preconditions'>;

const by = (latest: string, precision: Precision, period: string, ...inferred: Inference[]): Reading => ({
  kind: 'by',
  precision,
  period,
  latest,
  inferred,
});
const on = (day: string, ...inferred: Inference[]): Reading => ({
  kind: 'on',
  precision: 'day',
  period: day,
  earliest: day,
  latest: day,
  inferred,
});
const span = (days: string, precision: Precision, period: string, ...inferred: Inference[]): Reading => {
  const [earliest, latest] = days.split('/');
  return { kind: 'window', precision, period, earliest, latest, inferred };
};
const from = (earliest: string, precision: Precision, period: string, ...inferred: Inference[]): Reading => ({
  kind: 'window',
  precision,
  period,
  earliest,
  inferred,
});
const oneOf = (dates: readonly string[], ...inferred: Inference[]): Reading => ({
  kind: 'oneOf',
  precision: 'day',
  dates,
  earliest: dates[0],
  latest: dates.at(-1),
  inferred,
});
const term = (offset: string): Reading => ({ kind: 'relative', precision: 'none', offset, inferred: [] });
const recurring = (offset?: string): Reading => ({
  kind: 'recurring',
  precision: 'none',
  ...(offset === undefined ? {} : { offset }),
  inferred: [],
});
const undated: Reading = { kind: 'undated', precision: 'none', inferred: [] };
const nextMeeting: Reading = { kind: 'relative', precision: 'none', nextMeeting: true, inferred: [] };

function read(words: string, statedAt: string, anchor?: string): Reading {
  const { original, preconditions: _, ...reading } = parseDueWindow(words, { statedAt, anchor });
  expect(original).toBe(words);
  return reading;
}

describe('said in November 2025', () => {
  it.each<[string, Reading]>([
    ['senast i juni 2026', by('2026-06-30', 'month', '2026-06')],
    ['till 28 februari 2026', by('2026-02-28', 'day', '2026-02-28')],
    ['4 juni 2026', on('2026-06-04')],
    ['30 april 2027', on('2027-04-30')],
    ['den 19 februari 2026', on('2026-02-19')],
    ['den 2 december', on('2025-12-02', 'year')],
    ['i februari', span('2026-02-01/2026-02-28', 'month', '2026-02', 'year')],
    ['den 14 januari', on('2026-01-14', 'year')],
    ['inför 2026', by('2025-12-31', 'year', '2026')],
    ['Inför 2026', by('2025-12-31', 'year', '2026')],
    ['ett år framåt', term('P1Y')],
    ['Januari 2026', span('2026-01-01/2026-01-31', 'month', '2026-01')],
    ['rapportering sker senare', undated],
    ['årsskiftet', span('2025-12-31/2026-01-01', 'day', '2025-12-31/2026-01-01', 'year')],
    ['at the turn of the year', span('2025-12-31/2026-01-01', 'day', '2025-12-31/2026-01-01', 'year')],
    ['före jul', by('2025-12-23', 'day', '2025-12-24/2025-12-26', 'year')],
    ['före sommaren', by('2026-05-31', 'season', '2026-22', 'year', 'season')],
    ['2024–2025', span('2024-01-01/2025-12-31', 'year', '2024/2025')],
  ])('%s', (words, expected) => {
    expect(read(words, '2025-11-13')).toEqual(expected);
  });
});

describe('said on 19 February 2026', () => {
  it.each<[string, Reading]>([
    ['19/3', on('2026-03-19', 'year')],
    ['18/3', on('2026-03-18', 'year')],
    ['26/2', on('2026-02-26', 'year')],
    ['19/3 -26', on('2026-03-19')],
    ['under våren', span('2026-01-01/2026-06-30', 'season', '2026-21', 'year', 'season')],
    ['en vecka', term('P7D')],
    ['har en vecka på er', term('P7D')],
    ['2026-03-19', on('2026-03-19')],
    ['2026-03-19 – 9:00 – 12:00', { ...on('2026-03-19'), start: '09:00', end: '12:00' }],
    ['2025-05-28 el 26 juni', oneOf(['2025-05-28', '2025-06-26'], 'year')],
    ['28 maj el 26 juni', oneOf(['2026-05-28', '2026-06-26'], 'year')],
    ['28 maj eller 26 juni 2027', oneOf(['2027-05-28', '2027-06-26'], 'year')],
    ['28 eller 29 maj 2026', oneOf(['2026-05-28', '2026-05-29'])],
    ['28 maj, 4 juni eller 26 juni', oneOf(['2026-05-28', '2026-06-04', '2026-06-26'], 'year')],
    ['26 juni eller 28 maj', oneOf(['2026-05-28', '2026-06-26'], 'year')],
    ['15 december 2025 eller 10 januari', oneOf(['2025-12-15', '2026-01-10'], 'year')],
    ['kontinuerligt återrapporteras', recurring()],
    ['vecka 12', span('2026-03-16/2026-03-22', 'week', '2026-03-16/2026-03-22', 'year')],
    ['v. 12 2026', span('2026-03-16/2026-03-22', 'week', '2026-03-16/2026-03-22')],
    ['2026-W12', span('2026-03-16/2026-03-22', 'week', '2026-03-16/2026-03-22')],
    ['v 12–14', span('2026-03-16/2026-04-05', 'week', '2026-03-16/2026-04-05', 'year')],
    ['vecka 12 eller 13', span('2026-03-16/2026-03-29', 'week', '2026-03-16/2026-03-29', 'year')],
    ['före vecka 12', by('2026-03-15', 'week', '2026-03-16/2026-03-22', 'year')],
    ['vecka 53', span('2026-12-28/2027-01-03', 'week', '2026-12-28/2027-01-03', 'year')],
    ['vid årsskiftet 2026/2027', span('2026-12-31/2027-01-01', 'day', '2026-12-31/2027-01-01')],
    ['senast vid årsskiftet', by('2026-12-31', 'day', '2026-12-31/2027-01-01', 'year')],
    ['årsskiftet 2026', span('2026-12-31/2027-01-01', 'day', '2026-12-31/2027-01-01', 'year')],
    ['efter årsskiftet 2026/27', from('2027-01-01', 'day', '2026-12-31/2027-01-01')],
    ['halvårsskiftet', span('2026-06-30/2026-07-01', 'day', '2026-06-30/2026-07-01', 'year')],
    ['före halvårsskiftet', by('2026-06-30', 'day', '2026-06-30/2026-07-01', 'year')],
    ['månadsskiftet maj/juni', span('2026-05-31/2026-06-01', 'day', '2026-05-31/2026-06-01', 'year')],
    ['före sommaren', by('2026-05-31', 'season', '2026-22', 'year', 'season')],
    ['efter sommaren', from('2026-09-01', 'season', '2026-22', 'year', 'season')],
    ['före jul', by('2026-12-23', 'day', '2026-12-24/2026-12-26', 'year')],
    ['i slutet av maj', span('2026-05-21/2026-05-31', 'month', '2026-05-21/2026-05-31', 'year', 'part')],
    [
      'i början av september',
      span('2026-09-01/2026-09-10', 'month', '2026-09-01/2026-09-10', 'year', 'part'),
    ],
    ['i mitten av oktober', span('2026-10-11/2026-10-20', 'month', '2026-10-11/2026-10-20', 'year', 'part')],
    ['i slutet av 2026', span('2026-09-01/2026-12-31', 'year', '2026-09-01/2026-12-31', 'part')],
    ['i slutet av vecka 12', span('2026-03-20/2026-03-22', 'week', '2026-03-20/2026-03-22', 'year', 'part')],
    ['före slutet av maj', by('2026-05-31', 'month', '2026-05-21/2026-05-31', 'year', 'part')],
    ['senast vid utgången av juni 2026', by('2026-06-30', 'day', '2026-06-30')],
    ['senast sista maj', by('2026-05-31', 'day', '2026-05-31', 'year')],
    ['vid årets slut', span('2026-09-01/2026-12-31', 'year', '2026-09-01/2026-12-31', 'year', 'part')],
    ['andra kvartalet', span('2026-04-01/2026-06-30', 'quarter', '2026-34', 'year')],
    ['Q2 2026', span('2026-04-01/2026-06-30', 'quarter', '2026-34')],
    ['Q2–Q3 2026', span('2026-04-01/2026-09-30', 'quarter', '2026-34/2026-35')],
    ['kvartal 3', span('2026-07-01/2026-09-30', 'quarter', '2026-35', 'year')],
    ['sista kvartalet 2026', span('2026-10-01/2026-12-31', 'quarter', '2026-36')],
    ['första halvåret 2027', span('2027-01-01/2027-06-30', 'season', '2027-40')],
    ['tertial 2', span('2026-05-01/2026-08-31', 'season', '2026-38', 'year')],
    ['hösten 2026', span('2026-07-01/2026-12-31', 'season', '2026-23', 'season')],
    ['våren 2026', span('2026-01-01/2026-06-30', 'season', '2026-21', 'season')],
    ['senast hösten 2026', by('2026-12-31', 'season', '2026-23', 'season')],
    ['till hösten', span('2026-07-01/2026-12-31', 'season', '2026-23', 'year', 'season')],
    ['till och med hösten 2026', by('2026-12-31', 'season', '2026-23', 'season')],
    ['i höst', span('2026-07-01/2026-12-31', 'season', '2026-23', 'year', 'season')],
    ['ht-26', span('2026-07-01/2026-12-31', 'season', '2026-23', 'season')],
    ['vintern 2026/27', span('2026-12-01/2027-02-28', 'season', '2026-24', 'season')],
    ['vår/sommar 2026', span('2026-01-01/2026-08-31', 'season', '2026-21/2026-22', 'season')],
    ['inom två veckor', term('P14D')],
    ['inom 30 dagar', term('P30D')],
    ['om tre månader', term('P3M')],
    ['ett halvår', term('P6M')],
    ['2–3 veckor', term('P21D')],
    ['två veckor före nästa möte', { ...term('-P14D'), nextMeeting: true }],
    ['snarast', undated],
    ['löpande', recurring()],
    ['vid varje möte', recurring()],
    ['varje vecka', recurring('P7D')],
    ['varannan vecka', recurring('P14D')],
    ['varje kvartal', recurring('P3M')],
    ['två gånger per år', recurring('P6M')],
    ['årligen', recurring('P1Y')],
    ['rapporteras årligen i mars', recurring('P1Y')],
    ['varje kvartal till och med 2026-12-31', { ...recurring('P3M'), latest: '2026-12-31' }],
    [
      'löpande under våren',
      { ...recurring(), earliest: '2026-01-01', latest: '2026-06-30', inferred: ['year', 'season'] },
    ],
    ['löpande, slutredovisas senast 31 mars', by('2026-03-31', 'day', '2026-03-31', 'year')],
    ['tills vidare', undated],
    ['återkommer', undated],
    ['20 mars–15 april', span('2026-03-20/2026-04-15', 'day', '2026-03-20/2026-04-15', 'year')],
    ['mellan den 1 och 15 maj', span('2026-05-01/2026-05-15', 'day', '2026-05-01/2026-05-15', 'year')],
    ['från 1 maj till 15 juni', span('2026-05-01/2026-06-15', 'day', '2026-05-01/2026-06-15', 'year')],
    ['15 december–10 januari 2027', span('2026-12-15/2027-01-10', 'day', '2026-12-15/2027-01-10', 'year')],
    ['15 juni–1 maj 2026', span('2025-06-15/2026-05-01', 'day', '2025-06-15/2026-05-01', 'year')],
    ['2026-05-01–2026-06-15', span('2026-05-01/2026-06-15', 'day', '2026-05-01/2026-06-15')],
    ['januari–mars 2026', span('2026-01-01/2026-03-31', 'month', '2026-01/2026-03')],
    ['maj eller juni 2026', span('2026-05-01/2026-06-30', 'month', '2026-05/2026-06')],
    ['under 2026', span('2026-01-01/2026-12-31', 'year', '2026')],
    ['senast 2026', by('2026-12-31', 'year', '2026')],
    ['i juni nästa år', span('2027-06-01/2027-06-30', 'month', '2027-06', 'year')],
    ['senast 2026-06-30', by('2026-06-30', 'day', '2026-06-30')],
    ['före den 1 maj', by('2026-04-30', 'day', '2026-05-01', 'year')],
    ['efter den 1 maj', from('2026-05-02', 'day', '2026-05-01', 'year')],
    ['tidigast i juni', from('2026-06-01', 'month', '2026-06', 'year')],
    ['inte före 1 maj', from('2026-05-01', 'day', '2026-05-01', 'year')],
    ['nästa möte', nextMeeting],
    ['till nästa möte', nextMeeting],
    ['vid nästa ordinarie sammanträde', nextMeeting],
    ['nästa möte den 4 juni', on('2026-06-04', 'year')],
    ['vid mötet den 4 juni', on('2026-06-04', 'year')],
    ['till mötet den 4 juni', by('2026-06-04', 'day', '2026-06-04', 'year')],
    ['inför mötet den 4 juni', by('2026-06-04', 'day', '2026-06-04', 'year')],
    ['återkomma till SRÄ med en plan i juni', span('2026-06-01/2026-06-30', 'month', '2026-06', 'year')],
    ['senast den 1:a juni', by('2026-06-01', 'day', '2026-06-01', 'year')],
    ['i juni senast', by('2026-06-30', 'month', '2026-06', 'year')],
    ['den 3 juni 2026 kl 13.00', { ...on('2026-06-03'), start: '13:00' }],
    ['senast den 4 juni kl. 12', { ...by('2026-06-04', 'day', '2026-06-04', 'year'), end: '12:00' }],
    ['1 juni -26', on('2026-06-01')],
    ['20260604', on('2026-06-04')],
    ['4.6.2026', on('2026-06-04')],
    ['torsdagen den 4 juni 2026', on('2026-06-04')],
    ['4 juni (2026-06-04)', on('2026-06-04')],
    ['den 15:e', on('2026-03-15', 'year', 'month')],
    ['i morgon', on('2026-02-20', 'anchor')],
    ['nästa vecka', span('2026-02-23/2026-03-01', 'week', '2026-02-23/2026-03-01', 'anchor')],
    ['nästa månad', span('2026-03-01/2026-03-31', 'month', '2026-03', 'anchor')],
    [
      'senast två veckor före mötet den 4 juni 2026',
      { ...term('-P14D'), precision: 'day', anchor: '2026-06-04', latest: '2026-05-21' },
    ],
    ['flyttas från 4 juni till 1 september 2026', on('2026-09-01')],
    ['Punkt 3 senast 4 juni 2026', by('2026-06-04', 'day', '2026-06-04')],
    ['rapport om budget 2026 senast i juni', by('2026-06-30', 'month', '2026-06', 'year')],
  ])('%s', (words, expected) => {
    expect(read(words, '2026-02-19')).toEqual(expected);
  });
});

describe('said in English on 19 February 2026', () => {
  it.each<[string, Reading]>([
    ['by June 2026', by('2026-06-30', 'month', '2026-06')],
    ['no later than 31 March', by('2026-03-31', 'day', '2026-03-31', 'year')],
    ['31 March at the latest', by('2026-03-31', 'day', '2026-03-31', 'year')],
    ['autumn 2026', span('2026-07-01/2026-12-31', 'season', '2026-23', 'season')],
    ['28 May or 26 June', oneOf(['2026-05-28', '2026-06-26'], 'year')],
    ['May 28 or June 26, 2026', oneOf(['2026-05-28', '2026-06-26'], 'year')],
    ['one week', term('P7D')],
    ['within two weeks', term('P14D')],
    ['continuously', recurring()],
    ['every two weeks', recurring('P14D')],
    ['to be reported later', undated],
    ['week 12', span('2026-03-16/2026-03-22', 'week', '2026-03-16/2026-03-22', 'year')],
    ['end of May', span('2026-05-21/2026-05-31', 'month', '2026-05-21/2026-05-31', 'year', 'part')],
    ['second quarter', span('2026-04-01/2026-06-30', 'quarter', '2026-34', 'year')],
    ['24 August at 15–16.30', { ...on('2026-08-24', 'year'), start: '15:00', end: '16:30' }],
    ['4 June 2026 at 3 pm', { ...on('2026-06-04'), start: '15:00' }],
    ['June 4, 2026', on('2026-06-04')],
    ['before the summer', by('2026-05-31', 'season', '2026-22', 'year', 'season')],
    ['at the turn of the year', span('2026-12-31/2027-01-01', 'day', '2026-12-31/2027-01-01', 'year')],
    ['by the end of the year', by('2026-12-31', 'year', '2026-09-01/2026-12-31', 'year', 'part')],
    ['until 31 May 2026', by('2026-05-31', 'day', '2026-05-31')],
    ['from 1 May until 15 June', span('2026-05-01/2026-06-15', 'day', '2026-05-01/2026-06-15', 'year')],
    ['at the next meeting', nextMeeting],
    ['by May', by('2026-05-31', 'month', '2026-05', 'year')],
    ['this may be reported', undated],
  ])('%s', (words, expected) => {
    expect(read(words, '2026-02-19')).toEqual(expected);
  });
});

describe('said on 4 June 2026', () => {
  it.each<[string, Reading]>([
    ['Inför lansering i juni', by('2026-06-30', 'month', '2026-06', 'year')],
    ['8 september', on('2026-09-08', 'year')],
    ['6 oktober', on('2026-10-06', 'year')],
    ['den 24 augusti', on('2026-08-24', 'year')],
    ['den 24 augusti kl. 15–16.30', { ...on('2026-08-24', 'year'), start: '15:00', end: '16:30' }],
    ['i juni', span('2026-06-01/2026-06-30', 'month', '2026-06', 'year')],
    ['under hösten', span('2026-07-01/2026-12-31', 'season', '2026-23', 'year', 'season')],
  ])('%s', (words, expected) => {
    expect(read(words, '2026-06-04')).toEqual(expected);
  });

  it('a term has days once somebody knows the day it runs from', () => {
    const whole = { kind: 'relative', anchor: '2026-08-24', inferred: ['anchor'] };
    expect(read('dagen efter', '2026-06-04')).toEqual(term('P1D'));
    expect(read('dagen efter', '2026-06-04', '2026-08-24')).toEqual({
      ...whole,
      precision: 'day',
      offset: 'P1D',
      earliest: '2026-08-25',
      latest: '2026-08-25',
    });
    expect(read('veckan efter', '2026-06-04', '2026-08-24')).toEqual({
      ...whole,
      precision: 'week',
      offset: 'P7D',
      earliest: '2026-08-31',
      latest: '2026-09-06',
    });
    expect(read('en vecka', '2026-06-04', '2026-08-24')).toEqual({
      ...whole,
      precision: 'day',
      offset: 'P7D',
      latest: '2026-08-31',
    });
  });
});

describe('what must come first', () => {
  it.each<[string, Reading, string[]]>([
    [
      'senast i juni 2026 – efter dialog med den länsgemensamma arbetsgruppen',
      by('2026-06-30', 'month', '2026-06'),
      ['efter dialog med den länsgemensamma arbetsgruppen'],
    ],
    [
      'senast i juni 2026 – efter dialog med den länsgemensamma arbetsgruppen – återkomma till SRÄ med en plan',
      by('2026-06-30', 'month', '2026-06'),
      ['efter dialog med den länsgemensamma arbetsgruppen'],
    ],
    [
      'senast den 31 mars efter avstämning',
      by('2026-03-31', 'day', '2026-03-31', 'year'),
      ['efter avstämning'],
    ],
    [
      'Efter avstämning med Björkvik och Åsmark senast den 31 mars',
      by('2026-03-31', 'day', '2026-03-31', 'year'),
      ['Efter avstämning med Björkvik och Åsmark'],
    ],
    ['senast i juni (efter samråd)', by('2026-06-30', 'month', '2026-06', 'year'), ['efter samråd']],
    [
      'senast i juni 2026 efter beslut i nämnden den 12 maj',
      by('2026-06-30', 'month', '2026-06'),
      ['efter beslut i nämnden den 12 maj'],
    ],
    ['efter nämndens beslut', undated, ['efter nämndens beslut']],
    ['två veckor efter beslut i nämnden', term('P14D'), ['efter beslut i nämnden']],
    [
      'by June 2026 after consultation with the working group',
      by('2026-06-30', 'month', '2026-06'),
      ['after consultation with the working group'],
    ],
    [
      'i samråd med kommunerna, senast 31 mars',
      by('2026-03-31', 'day', '2026-03-31', 'year'),
      ['i samråd med kommunerna'],
    ],
    [
      'senast 30 juni under förutsättning att medel beviljas',
      by('2026-06-30', 'day', '2026-06-30', 'year'),
      ['under förutsättning att medel beviljas'],
    ],
    ['efter sommaren', from('2026-09-01', 'season', '2026-22', 'year', 'season'), []],
  ])('%s', (words, reading, preconditions) => {
    expect(parseDueWindow(words, { statedAt: '2026-01-15' })).toEqual({
      original: words,
      ...reading,
      preconditions,
    });
  });

  it('the example of December: an inferred year beside the exact words', () => {
    expect(
      parseDueWindow('slutredovisas senast den 31 mars efter avstämning', { statedAt: '2025-12-17' }),
    ).toEqual({
      original: 'slutredovisas senast den 31 mars efter avstämning',
      ...by('2026-03-31', 'day', '2026-03-31', 'year'),
      preconditions: ['efter avstämning'],
    });
  });
});

describe('words that stay words', () => {
  it.each([
    ...[
      '31 juni',
      'den 29 februari',
      '32 maj',
      '0 maj',
      '31/6',
      'senast 2026-02-30',
      '2026-13-01',
      'vecka 54',
    ],
    ...['vecka 53 2025', 'femte kvartalet', 'årsskiftet 2026/2029'],
    ...['', '   ', 'hum', 'så snart som möjligt', 'snarast', 'vid behov', '10 arbetsdagar', 'ett par veckor'],
    ...[
      '8 september och 6 oktober',
      'mars eller oktober',
      'remiss till 1 maj, beslut den 4 juni, klart 1 juli',
    ],
    ...[
      'omkring den 1 maj',
      'inte den 4 juni',
      'nästa höst',
      'i vår organisation',
      'jul 2026',
      'budget 2026',
    ],
    ...[
      '1,5 år',
      'ett och ett halvt år',
      'två år och tre månader',
      'minst två veckor',
      'för två veckor sedan',
    ],
    ...['1 juni 26', '15 maj-20', '4 juni 20266', '2026-06-04~', '2026-27', 'efter semestern'],
    ...['🎉', '\u0000\uD800', '٤ يونيو', '4 июня 2026', 'Jan rapporterar', 'We march on, this may take time'],
  ])('%j', (words) => {
    expect(parseDueWindow(words, { statedAt: '2026-02-19' })).toEqual({
      original: words,
      ...undated,
      preconditions: [],
    });
  });

  it('a text too long to be a phrase is kept, not read', () => {
    const words = `senast i juni 2026 ${'ord '.repeat(200)}`;
    expect(parseDueWindow(words, { statedAt: '2026-02-19' })).toEqual({
      original: words,
      ...undated,
      preconditions: [],
    });
    expect(parseDueWindow(words.slice(0, 500), { statedAt: '2026-02-19' }).latest).toBe('2026-06-30');
  });
});

describe('however it was typed', () => {
  it.each([
    'SENAST I JUNI 2026',
    'senast\u00a0i\u2009juni\t2026',
    'senast i juni\u00ad 2026',
    'se\u00adnast i ju\u200bni 2026',
    '\ufeffsenast i juni 2026.',
    '  senast i juni 2026!',
  ])('%j is read', (words) => {
    expect(parseDueWindow(words, { statedAt: '2026-02-19' })).toEqual({
      original: words,
      ...by('2026-06-30', 'month', '2026-06'),
      preconditions: [],
    });
  });

  it.each(['v 12-14', 'v 12\u201114', 'v 12\u201314', 'v 12\u201414', 'v 12 \u2212 14', 'V12–14'])(
    '%j is a span',
    (words) => {
      expect(parseDueWindow(words, { statedAt: '2026-02-19' }).latest).toBe('2026-04-05');
    },
  );

  it('decomposed letters are read, and preconditions keep them', () => {
    const words = 'Före den 1 maj – efter dialog med Åsmark'.normalize('NFD');
    const window = parseDueWindow(words, { statedAt: '2026-02-19' });
    expect(window).toMatchObject({ kind: 'by', latest: '2026-04-30', original: words });
    expect(window.preconditions).toEqual(['efter dialog med Åsmark'.normalize('NFD')]);
  });
});
