import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { search } from '../../src/projections/search.js';
import type { Db } from '../../src/projections/projection.js';
import {
  type SearchFilter,
  type SearchHit,
  searchTexts,
  termsIn,
} from '../../src/projections/search-query.js';
import { BadCursor, cursorOf } from '../../src/projections/sql.js';
import { modelsOf, tablesOf, takeAll } from '../support/tables.js';
import { decided, due, type Fact, given, logOfFacts, reported, tell } from './facts.js';

const corpus: readonly Fact[] = [
  ['body-sra', { type: 'BodyRegistered', data: { name: 'Samrådsorganet för Älvdalarna', shortName: 'SRÄ' } }],
  [
    'body-sra',
    {
      type: 'RoleDefined',
      data: { role: 'r1', title: 'Region Norrälvens utvecklingsdirektör', kind: 'responsible' },
    },
  ],
  [
    'meeting-m1',
    {
      type: 'MeetingScheduled',
      data: { body: 'sra', kind: 'ordinary', date: '2026-06-04', place: 'Östersele' },
    },
  ],
  [
    'matter-m1',
    {
      type: 'MatterOpened',
      data: { body: 'sra', title: 'Riktlinje för trygg utskrivning', number: 'SRÄ 2025/17' },
    },
  ],
  [
    'matter-m1',
    {
      type: 'MilestonePlanned',
      data: { milestone: 'ms1', label: 'Remisstid', window: due('till 28 februari 2026') },
    },
  ],
  [
    'decision-d1',
    decided(
      'Färdplan för nära vård',
      'noterar informationen om läget. Ställer sig bakom färdplanen i dess helhet.',
      'ger Region Norrälvens utvecklingsdirektör i uppdrag att återkomma med en uppföljningsmodell',
    ),
  ],
  ['decision-d2', decided('Val av sekreterare', 'utser mötessekreterare')],
  [
    'assignment-a1',
    given('Ta fram en uppföljningsmodell', {
      deliverables: [
        { deliverable: 'd1', text: 'kostnadsbedömning' },
        { deliverable: 'd2', text: 'tidplan för hälso- och sjukvården' },
      ],
      preconditions: [{ precondition: 'c1', text: 'efter dialog med arbetsgruppen' }],
    }),
  ],
  ['assignment-a1', reported('Underlag saknas från två kommuner. Åtgärder pågår i Åsmark!')],
  [
    'assignment-a1',
    {
      type: 'DeadlineMoved',
      data: {
        from: due('senast i juni 2026'),
        to: due('hösten 2026'),
        reason: 'väntar på remissvar',
        reasonStated: true,
      },
    },
  ],
  [
    'decision-d9',
    {
      type: 'DecisionRecorded',
      data: {
        body: 'arg',
        title: 'Färdplan i arbetsgruppen',
        points: [{ number: 1, kinds: ['noted'], text: 'noterar' }],
      },
    },
  ],
  ['person-u1', { type: 'PersonRegistered', data: { name: 'Åsa Öbom', language: 'sv' } }],
];

function found(facts: readonly Fact[] = corpus) {
  const log = logOfFacts(...facts);
  const models = modelsOf(log, 500, [search]);
  const { db } = models;
  return {
    log,
    models,
    db,
    hits: (text: string, filter: Omit<SearchFilter, 'text'> = {}) =>
      searchTexts(db, { text, ...filter }).items,
    ids: (text: string, filter: Omit<SearchFilter, 'text'> = {}) =>
      searchTexts(db, { text, ...filter }).items.map(({ kind, subject, part }) =>
        [kind, subject.id, part].filter((word) => word !== undefined).join(' '),
      ),
  };
}

const marked = (
  hit: { sentence: { text: string; marks: readonly (readonly [number, number])[] } } | undefined,
) => hit?.sentence.marks.map(([start, end]) => hit.sentence.text.slice(start, end));

const allPages = (db: Db, filter: SearchFilter, limit: number) => {
  const found: SearchHit[] = [];
  let cursor: string | undefined;
  do {
    const page = searchTexts(db, filter, { limit, cursor });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
};

describe('search', () => {
  it('finds what is written, whatever the case, and tells å from a', () => {
    const { ids } = found();
    expect(ids('ÅTERKOMMA')).toEqual(['decision d1']);
    expect(ids('återkomma'.normalize('NFD'))).toEqual(['decision d1']);
    expect(ids('aterkomma')).toEqual([]);
    expect(ids('atgärder')).toEqual([]);
    expect(ids('ångström')).toEqual([]);
  });

  it('finds compounds by how they begin, from three letters on', () => {
    const { ids } = found();
    expect(ids('uppföljning')).toEqual(['assignment a1', 'decision d1']);
    expect(ids('kostnad')).toEqual(['assignment a1']);
    expect(ids('kos')).toEqual(['assignment a1']);
    expect(ids('ko')).toEqual([]);
    expect(ids('ko*')).toEqual(['report a1', 'assignment a1']);
    expect(ids('följning')).toEqual([]);
  });

  it('wants every word, in any order and anywhere in one text', () => {
    const { ids } = found();
    expect(ids('tidplan kostnadsbedömning')).toEqual(['assignment a1']);
    expect(ids('uppdrag vård')).toEqual(['decision d1']);
    expect(ids('tidplan färdplan')).toEqual([]);
  });

  it('takes a phrase in quotes of any kind word by word', () => {
    const { ids } = found();
    expect(ids('"nära vård"')).toEqual(['decision d1']);
    expect(ids('”Trygg utskrivning”')).toEqual(['matter m1']);
    expect(ids('"vård nära"')).toEqual([]);
    expect(ids('"nära vår"')).toEqual([]);
    expect(ids('"hälso- och sjukvården" tidplan')).toEqual(['assignment a1']);
  });

  it('takes punctuation for nothing but what parts words', () => {
    const { ids } = found();
    expect(ids('hälso- och sjukvård')).toEqual(['assignment a1']);
    expect(ids('SRÄ 2025/17')).toEqual(['matter m1']);
    expect(ids('2025/17')).toEqual(['matter m1']);
    expect(ids('"nära vård')).toEqual(['decision d1']);
    expect(ids('färdplan, (nära) vård!')).toEqual(['decision d1']);
    for (const nothing of ['', ' ', '"', '""', '*', '-', '()', '”“', '…']) expect(ids(nothing)).toEqual([]);
  });

  it.each([
    'färdplan OR sekreterare',
    'NOT färdplan',
    'title:färdplan',
    'NEAR(färdplan vård)',
    "'; DROP TABLE search_text; --",
    'färdplan" OR "1"="1',
    '{title} : x',
    'scope : kdecision',
    'färdplan^2 + vård',
    '\u0000färdplan\u0000',
    '𝔽ärdplan 🙂',
  ])('reads %j as words, never as a query', (text) => {
    const { ids, db } = found();
    expect(() => ids(text)).not.toThrow();
    expect(ids('scope')).toEqual([]);
    expect(ids('kdecision')).toEqual([]);
    expect(db.prepare('SELECT count(*) AS n FROM search_text').get()).toMatchObject({ n: 10 });
  });

  it('never fails for what somebody typed', () => {
    const { db } = found();
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(
          fc.constantFrom('färdplan', '"', '”', '*', ' ', '-', 'OR', '(', ')', ':', 'NEAR', '\u0000', '+'),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        expect(Array.isArray(searchTexts(db, { text }).items)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('shows the sentence with what was looked for marked', () => {
    const { hits } = found();
    const [report] = hits('åtgärd');
    expect(report).toEqual({
      kind: 'report',
      subject: { kind: 'assignment', id: 'a1' },
      part: undefined,
      body: 'sra',
      title: 'Ta fram en uppföljningsmodell',
      sentence: { text: 'Åtgärder pågår i Åsmark!', marks: [[0, 8]] },
    });
    const [decision] = hits('ställer helhet');
    expect(decision?.sentence.text).toBe('Ställer sig bakom färdplanen i dess helhet.');
    expect(marked(decision)).toEqual(['Ställer', 'helhet']);
    expect(marked(hits('"nära vård"')[0])).toEqual(['nära vård']);
    expect(hits('"nära vård"')[0]?.sentence.text).toBe('Färdplan för nära vård');
  });

  it('finds milestones, meetings by their day, roles and reasons, each under what it belongs to', () => {
    const { ids } = found();
    expect(ids('remisstid')).toEqual(['milestone m1 ms1']);
    expect(ids('4 juni')).toEqual(['meeting m1']);
    expect(ids('norrälvens utvecklingsdirektör')).toEqual(['role sra r1', 'decision d1']);
    expect(ids('remissvar')).toEqual(['reason a1']);
    expect(ids('arbetsgruppen')).toEqual(['decision d9', 'assignment a1']);
  });

  it('keeps to bodies and kinds', () => {
    const { ids } = found();
    expect(ids('färdplan')).toEqual(['decision d1', 'decision d9']);
    expect(ids('färdplan', { bodies: ['sra'] })).toEqual(['decision d1']);
    expect(ids('färdplan', { bodies: ['sra', 'arg'] })).toEqual(['decision d1', 'decision d9']);
    expect(ids('färdplan', { bodies: [] })).toEqual([]);
    expect(ids('norrälvens', { kinds: ['decision'] })).toEqual(['decision d1']);
    expect(ids('norrälvens', { kinds: ['decision', 'role'], bodies: ['arg'] })).toEqual([]);
  });

  it('holds no names of persons', () => {
    const { ids, db } = found();
    expect(ids('öbom')).toEqual([]);
    expect(JSON.stringify(db.prepare('SELECT * FROM search_text').all())).not.toContain('Öbom');
  });

  it('finds the newest wording and no longer the one before', () => {
    const scene = found();
    const point = { number: 1, kinds: ['noted' as const], text: 'noterar lägesrapporten' };
    tell(scene.log, [
      'decision-d1',
      {
        type: 'DecisionCorrected',
        data: {
          reason: 'felskrivning',
          title: { from: 'Färdplan för nära vård', to: 'Vägkarta för nära vård' },
          points: [{ number: 1, to: point }],
        },
      },
      { statedAt: '2026-02-01' },
    ]);
    takeAll(scene.models);
    expect(scene.ids('färdplan', { bodies: ['sra'] })).toEqual([]);
    expect(scene.ids('lägesrapport')).toEqual(['decision d1']);
    expect(scene.ids('vägkarta')).toEqual(['decision d1']);
    expect(scene.ids('felskrivning')).toEqual(['reason d1']);
    expect(scene.hits('felskrivning')[0]?.title).toBe('Vägkarta för nära vård');
    expect(scene.ids('senast')).toEqual([]);
    expect(scene.ids('hösten')).toEqual(['assignment a1']);
  });

  it('keeps the wording that was stated last when an older one is recorded after it', () => {
    const scene = found();
    const retitled = (to: string, statedAt: string): Fact => [
      'decision-d2',
      {
        type: 'DecisionCorrected',
        data: { reason: 'r', title: { from: 'Val av sekreterare', to }, points: [] },
      },
      { statedAt },
    ];
    tell(
      scene.log,
      retitled('Val av notarie', '2026-03-01'),
      retitled('Val av protokollförare', '2026-01-01'),
    );
    takeAll(scene.models);
    expect(scene.ids('notarie')).toEqual(['decision d2']);
    expect(scene.ids('protokollförare')).toEqual([]);
  });

  it('finds the same live as when built anew', () => {
    const scene = found(corpus.slice(0, 3));
    for (const fact of corpus.slice(3)) {
      tell(scene.log, fact);
      takeAll(scene.models);
    }
    const rebuilt = found();
    expect(tablesOf(scene.db)).toEqual(tablesOf(rebuilt.db));
    for (const text of ['färdplan', 'uppföljning', 'norrälvens', 'senast', 'hösten', 'a*'])
      expect(scene.hits(text)).toEqual(rebuilt.hits(text));
  });

  it('takes in text with half a character or a NUL in it', () => {
    const { hits } = found([['decision-d1', decided('Färd\ud800plan', 'noterar\u0000läget')]]);
    expect(hits('läget').map(({ title }) => title)).toEqual(['Färd\ufffdplan']);
    expect(hits('läget')[0]?.sentence).toEqual({ text: 'noterar läget', marks: [[8, 13]] });
  });

  it('puts titles before texts, and whole words before longer ones', () => {
    const { ids } = found([
      ['decision-text', decided('Ett ärende', 'noterar att planen för uppföljning av vården är klar')],
      ['decision-begun', decided('Uppföljningsplan', 'noterar')],
      ['decision-whole', decided('Uppföljning', 'noterar')],
      ['decision-textBegun', decided('Ett annat ärende', 'noterar uppföljningsplanen')],
    ]);
    expect(ids('uppföljning')).toEqual([
      'decision whole',
      'decision begun',
      'decision text',
      'decision textBegun',
    ]);
  });

  it('goes through many hits page by page, each once, titles first and then the newest', () => {
    const many: Fact[] = Array.from({ length: 450 }, (_, at) =>
      at % 3 === 0
        ? [`decision-${at.toString()}`, decided(`Uppföljning ${at.toString()}`, 'noterar')]
        : [
            `decision-${at.toString()}`,
            decided(`Ärende ${at.toString()}`, `noterar uppföljning${at % 3 === 1 ? '' : 'splan'}`),
          ],
    );
    const { db } = found(many);
    const pages = allPages(db, { text: 'uppföljning' }, 47).map(({ subject }) => Number(subject.id));
    const newestFirst = [...many.keys()].reverse();
    expect(pages).toEqual([
      ...newestFirst.filter((at) => at % 3 === 0),
      ...newestFirst.filter((at) => at % 3 === 1),
      ...newestFirst.filter((at) => at % 3 === 2),
    ]);
  });

  it('puts the few that hold the very word before the many that begin so', () => {
    const many: Fact[] = Array.from({ length: 320 }, (_, at) => [
      `decision-${at.toString()}`,
      at % 100 === 7
        ? decided(`Ärende ${at.toString()}`, 'noterar uppföljning')
        : decided(at % 4 === 0 ? 'Uppföljningsplan' : 'Ett ärende', 'noterar uppföljningsplanen'),
    ]);
    const { db } = found(many);
    const pages = allPages(db, { text: 'uppföljning' }, 30).map(({ subject }) => Number(subject.id));
    const begun = [...many.keys()].reverse().filter((at) => at % 100 !== 7);
    expect(pages).toEqual([
      ...[307, 207, 107, 7],
      ...begun.filter((at) => at % 4 === 0),
      ...begun.filter((at) => at % 4 !== 0),
    ]);
  });

  it('goes through weighed hits page by page, each once, in the order of one page', () => {
    const some: Fact[] = Array.from({ length: 60 }, (_, at) => [
      `decision-${at.toString()}`,
      decided(at % 2 === 0 ? 'Uppföljning' : 'Ärende', `noterar uppföljningen ${'av läget '.repeat(at % 5)}`),
    ]);
    const { db, ids } = found(some);
    const pages = allPages(db, { text: 'uppföljning' }, 7).map(({ subject }) => `decision ${subject.id}`);
    expect(new Set(pages).size).toBe(60);
    expect(pages).toEqual([...ids('uppföljning'), ...pages.slice(50)]);
  });

  it('refuses a cursor of another list', () => {
    const { db } = found();
    expect(() => searchTexts(db, { text: 'färdplan' }, { cursor: cursorOf(['2026-01-01', 'x']) })).toThrow(
      BadCursor,
    );
    expect(() => searchTexts(db, { text: 'färdplan' }, { cursor: cursorOf(['x', 0, 0, 1]) })).toThrow(
      BadCursor,
    );
  });

  it('cuts a long sentence around what was found', () => {
    const long = `${'ord '.repeat(200)}nyckelordet ${'mer '.repeat(200)}`;
    const { hits } = found([['decision-d1', decided('Ett ärende', long)]]);
    const [hit] = hits('nyckel');
    expect(hit?.sentence.text.length).toBeLessThan(340);
    expect(hit?.sentence.text).toMatch(/^… ord .*nyckelordet .* …$/);
    expect(marked(hit)).toEqual(['nyckelordet']);
  });
});

describe('termsIn', () => {
  it('reads words, beginnings and phrases', () => {
    expect(termsIn('Färdplan "nära vård" e-post i vå*')).toEqual([
      { words: ['nära', 'vård'], prefix: false },
      { words: ['färdplan'], prefix: true },
      { words: ['e', 'post'], prefix: true },
      { words: ['i'], prefix: false },
      { words: ['vå'], prefix: true },
    ]);
    expect(termsIn('ett två tre fyra fem sex sju åtta nio tio elva tolv')).toHaveLength(10);
  });
});
