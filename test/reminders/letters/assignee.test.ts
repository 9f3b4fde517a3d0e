import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDueWindow } from '../../../src/domain/due-window.js';
import {
  type AskedFor,
  assigneeDocument,
  type AssigneeLetter,
  assigneeSubject,
  type Occasion,
} from '../../../src/reminders/letters/assignee.js';
import { mailHtml, mailText } from '../../../src/reminders/letters/document.js';
import { dueOn, dueSentence } from '../../../src/reminders/letters/due-words.js';
import { oneLine } from '../../../src/reminders/letters/html.js';

const window = parseDueWindow('senast i juni 2026 – efter dialog med arbetsgruppen', {
  statedAt: '2025-11-13',
});
const due = {
  window,
  expected: { kind: 'meeting', id: 'm', date: '2026-06-04', why: 'lastInside' },
  materialBy: '2026-05-21',
} as const;

const actions = {
  onTrack: 'https://logg.example/svar/p~1',
  delayed: 'https://logg.example/svar/d~1',
  final: 'https://logg.example/svar/k~1',
  wrongRecipient: 'https://logg.example/svar/f~1',
};

const asked: AskedFor = {
  title: 'Plan för gemensam uppföljning',
  body: 'SRÄ',
  url: 'https://logg.example/uppdrag/plan',
  occasion: 'beforeMeeting',
  addressed: 'holder',
  role: 'Vårdutvecklingsdirektör, Region Norrälven',
  asked: {
    text: 'SRÄ ger vårdutvecklingsdirektören i uppdrag att återkomma med en plan.',
    document: 'Mötesanteckning SRÄ 2025-11-13',
  },
  remaining: ['en genomförandeplan', 'en tidsplan'],
  due,
  lastReport: { status: 'onTrack', text: 'Arbetsgruppen har träffats.', statedAt: '2026-01-22' },
  actions,
};

const letter = (items: readonly AskedFor[], language: 'sv' | 'en' = 'sv'): AssigneeLetter => ({
  language,
  today: '2026-04-23',
  items,
  linksUntil: '2026-08-31',
});

describe('by when, in the words of the minutes and what they mean', () => {
  const say = (text: string, more: object = {}, language: 'sv' | 'en' = 'sv'): string =>
    dueSentence({ window: parseDueWindow(text, { statedAt: '2025-11-13' }), ...more }, language);
  const at = (why: string, date = '2026-03-19') => ({
    expected: { kind: 'meeting', id: 'm', date, why },
    materialBy: '2026-03-05',
  });
  const none = (why: string) => ({ expected: { kind: 'none', why } });

  it.each([
    [
      'senast i juni 2026',
      { ...due, window: parseDueWindow('senast i juni 2026', { statedAt: '2025-11-13' }) },
      '”senast i juni 2026”, alltså till mötet 4 juni; underlag senast 21 maj',
    ],
    [
      'kontinuerligt återrapportera till SRÄ',
      at('nextRecurring'),
      '”kontinuerligt återrapportera till SRÄ”, alltså vid varje möte, nästa gång 19 mars 2026; underlag senast 5 mars 2026',
    ],
    [
      'rapportering sker senare',
      at('review'),
      '”rapportering sker senare”, frågan tas upp på mötet 19 mars 2026; underlag senast 5 mars 2026',
    ],
    [
      '',
      at('review'),
      'ingen frist är angiven; frågan tas upp på mötet 19 mars 2026; underlag senast 5 mars 2026',
    ],
    ['', {}, 'ingen frist är angiven'],
    [
      'senast vecka 38 2026',
      none('noMeetingInside'),
      '”senast vecka 38 2026”, alltså till och med 20 september 2026; inget ordinarie möte ligger inom fristen',
    ],
    [
      'senast den 4 september 2026',
      none('noMeetingInside'),
      '”senast den 4 september 2026”; inget ordinarie möte ligger inom fristen',
    ],
    ['senast den 31 mars', {}, '”senast den 31 mars”, alltså till och med 31 mars 2026'],
  ])('%s', (text, more, said) => {
    expect(say(text, more)).toBe(said);
  });

  it('says when the meeting has been, and what is asked then', () => {
    const told = (day: string, language: 'sv' | 'en' = 'sv'): string =>
      dueSentence(
        dueOn(
          day,
          parseDueWindow('senast vecka 38 2026', { statedAt: '2026-02-02' }),
          { kind: 'meeting', id: 'juni', date: '2026-06-04', why: 'lastInside' },
          ['2026-06-04', '2026-11-12', '2026-09-24'].map((date) => ({
            id: date,
            date,
            kind: 'ordinary',
            cancelled: false,
          })),
          14,
        ),
        language,
      );
    expect(told('2026-06-04')).toBe(
      '”senast vecka 38 2026”, alltså till mötet 4 juni; underlag senast 21 maj',
    );
    expect(told('2026-06-05')).toBe(
      '”senast vecka 38 2026”, mötet 4 juni har varit, svara senast 20 september; tas upp på nästa möte, 24 september; underlag senast 10 september',
    );
    expect(told('2026-09-21', 'en')).toBe(
      '“senast vecka 38 2026”, the meeting on 4 June is over, the deadline passed on 20 September; taken up at the next meeting, on 24 September',
    );
    expect(told('2026-12-01')).toBe(
      '”senast vecka 38 2026”, mötet 4 juni har varit, fristen gick ut 20 september',
    );
  });

  it('says it in English too', () => {
    expect(dueSentence(due, 'en')).toBe(
      `“${window.original}”, that is, for the meeting on 4 June; material no later than 21 May`,
    );
  });
});

describe('the letter to an assignee', () => {
  it('asks, quotes, says by when and what was last heard, and offers four answers', () => {
    const text = mailText(assigneeDocument(letter([asked])));
    for (const part of [
      'SRÄ väntar sig återkoppling på mötet den 4 juni 2026 (om 42 dagar). Hur går det?',
      '”SRÄ ger vårdutvecklingsdirektören i uppdrag att återkomma med en plan.”',
      'alltså till mötet 4 juni; underlag senast 21 maj',
      'Kvar: en genomförandeplan, en tidsplan',
      'Senast hört: 22 januari 2026, enligt plan: Arbetsgruppen har träffats.',
      'Enligt plan:\nhttps://logg.example/svar/p~1',
      'Försenat:\n',
      'Klart för avrapportering:\n',
      'Fel mottagare:\n',
      'som vårdutvecklingsdirektör, Region Norrälven',
      'gäller till och med 31 augusti 2026',
    ])
      expect(text.replace(/\s+/g, ' ')).toContain(part.replace(/\s+/g, ' ').trim());
    expect(assigneeSubject(letter([asked]))).toBe('Uppdrag från SRÄ: Plan för gemensam uppföljning');
  });

  it('has the same words in its HTML as in its text', () => {
    const document = assigneeDocument(letter([asked, { ...asked, title: 'Ett till', occasion: 'lastDay' }]));
    const readable = mailHtml(document)
      .replace(/<head>.*<\/head>/s, '')
      .replace(/<div style="display:none.*?<\/div>/s, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
    const words = (text: string) => new Set(text.match(/[\p{L}\d]+/gu));
    const inText = words(mailText(document).replace(/https?:\S+/g, ''));
    expect([...inText].filter((word) => !words(readable).has(word))).toEqual([]);
  });

  it('gathers several assignments in one letter, the most urgent first, and names none of them in the subject', () => {
    const both = letter([asked, { ...asked, title: 'Ett till', occasion: 'afterEnd' }]);
    expect(assigneeSubject(both)).toBe('2 uppdrag väntar på ditt svar');
    const text = mailText(assigneeDocument(both));
    expect(text.indexOf('Ett till')).toBeLessThan(text.indexOf('Plan för'));
  });

  it('tells twenty in full, and names the others with their time and where to answer', () => {
    const many = Array.from({ length: 23 }, (_, nth) => ({
      ...asked,
      title: `Uppdrag nummer ${nth.toString()}.`,
      url: `https://logg.example/uppdrag/${nth.toString()}`,
    }));
    const text = mailText(assigneeDocument(letter(many)));
    for (const { title, url } of many) for (const words of [title, url]) expect(text).toContain(words);
    expect(text.match(/Senast hört/g)).toHaveLength(20);
    expect(text).toContain('Det finns 3 uppdrag till.');
  });

  it('tells what has been let pass before what comes, and what is new last', () => {
    const titles = (['received', 'beforeMeeting', 'afterMeeting'] as const).map((occasion) => ({
      ...asked,
      title: `Uppdrag ${occasion}`,
      occasion,
    }));
    const text = mailText(assigneeDocument(letter(titles)));
    expect(text.match(/^Uppdrag \w+/gm)).toEqual([
      'Uppdrag afterMeeting',
      'Uppdrag beforeMeeting',
      'Uppdrag received',
    ]);
  });

  it('tells copies last, says by each that it is one, and does not count them among what waits', () => {
    const copy = (title: string): AskedFor => ({
      ...asked,
      title,
      occasion: 'afterEnd',
      addressed: 'secretaryCopy',
      actions: undefined,
    });
    const mixed = letter([copy('Bemanna natten'), asked, copy('Räkna platser')]);
    const text = mailText(assigneeDocument(mixed));
    expect(assigneeSubject(mixed)).toBe('Uppdrag från SRÄ: Plan för gemensam uppföljning');
    expect(text.replace(/\s+/g, ' ')).toContain('Sist i brevet finns 2 kopior för kännedom.');
    const [own = '', ...copies] = text.split(/-{78}/);
    expect(own).not.toContain('Kopia för kännedom');
    expect(copies[0]).toMatch(/Bemanna natten[^]*Kopia för kännedom. Brevet har gått till/);
    expect(copies[1]).toMatch(/Räkna platser[^]*Kopia för kännedom/);
    expect(assigneeSubject(letter([copy('a'), copy('b')]))).toBe('Kopia, 2 försenade uppdrag');
  });

  it('gives a copy no links that belong to another', () => {
    const copy = letter([{ ...asked, addressed: 'secretaryCopy', actions: undefined }]);
    const text = mailText(assigneeDocument(copy));
    expect(text).not.toContain('/svar/');
    expect(text).not.toContain('Länkarna');
    expect(assigneeSubject(copy)).toContain('Kopia');
  });

  it('is laid out with tables and inline styles, and fetches nothing', () => {
    const html = mailHtml(assigneeDocument(letter([asked])));
    expect(html).not.toMatch(/display:\s*(flex|grid)|@font-face|@import|<img|<script|<link|url\(/i);
    expect(html).toMatch(/<html lang="sv">/);
    expect(html).toContain('prefers-color-scheme:dark');
    for (const table of html.match(/<table[^>]*>/g) ?? []) expect(table).toContain('role="presentation"');
  });

  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '&lt;b&gt;',
      '`onclick=1`',
      'a\r\nBcc: x@y.example',
      '\u2028\u0000\u202e',
    ),
  );

  it('lets no text of the log become HTML, and no line break, NUL or control sign into the subject', () => {
    fc.assert(
      fc.property(
        odd,
        odd,
        odd,
        fc.constantFrom<Occasion[]>('received', 'material', 'afterEnd'),
        fc.constantFrom<('sv' | 'en')[]>('sv', 'en'),
        (title, words, report, occasion, language) => {
          const item: AskedFor = {
            ...asked,
            title,
            body: words,
            role: title,
            occasion,
            asked: { text: words, document: report },
            remaining: [report],
            supplement: title,
            due: { ...due, window: { ...window, original: words } },
            lastReport: { status: 'delayed', text: report, statedAt: '2026-01-22' },
          };
          const document = assigneeDocument(letter([item], language));
          const clean = mailHtml(assigneeDocument(letter([{ ...item, ...neutral }], language)));
          expect(tagsOf(mailHtml(document))).toEqual(tagsOf(clean));
          expect(oneLine(assigneeSubject(letter([item], language)))).not.toMatch(
            /[\p{Cc}\p{Zl}\p{Zp}\u202e]/u,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  const neutral: Partial<AskedFor> = {
    title: 'a',
    body: 'a',
    role: 'a',
    asked: { text: 'a', document: 'a' },
    remaining: ['a'],
    supplement: 'a',
    due: { ...due, window: { ...window, original: 'a' } },
    lastReport: { status: 'delayed', text: 'a', statedAt: '2026-01-22' },
  };
  /** The tags of a page but for line breaks, which texts may bring. */
  const tagsOf = (html: string): string[] => (html.match(/<[^>]*>/g) ?? []).filter((tag) => tag !== '<br>');
});
