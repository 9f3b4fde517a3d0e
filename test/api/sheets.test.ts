import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, tokens, world, type World } from './world.js';

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

/** The rows of a sheet whose cells hold no line breaks. */
const rows = ({ text }: Answer): string[][] =>
  text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));

describe('a list as a spreadsheet', () => {
  it('is a file that Excel opens by itself, with a heading and a row for each', async () => {
    const sheet = await w.get('/api/assignments/sheet.csv?body=sra');
    const list = await w.get('/api/assignments?body=sra&limit=200');
    expect(sheet.status).toBe(200);
    expect(sheet.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(sheet.headers.get('content-disposition')).toMatch(
      /^attachment; filename="uppdrag-\d{4}-\d\d-\d\d\.csv"$/,
    );
    const [heading = [], ...found] = rows(sheet);
    expect(heading.slice(0, 2)).toEqual(['Organ', 'Uppdrag']);
    const column = (title: string) => found.map((row) => row[heading.indexOf(title)]);
    const items = list.at('items') as { title: string; deadline: { original: string; latest?: string } }[];
    expect(column('Uppdrag')).toEqual(items.map(({ title }) => title));
    expect(column('Återkoppling, ordagrant')).toEqual(items.map(({ deadline }) => deadline.original));
    expect(column('Senast')).toEqual(items.map(({ deadline }) => deadline.latest ?? ''));
  });

  it('begins with the mark by which Excel knows its letters', async () => {
    const answer = await fetch(`${w.base}/api/decisions/sheet.csv`, {
      headers: { authorization: `Bearer ${tokens.reader}` },
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('speaks the language its address names, and takes the filters of the list', async () => {
    const english = await w.get('/api/decisions/sheet.csv?language=en&sort=title');
    expect(english.headers.get('content-disposition')).toContain('decisions-');
    expect(rows(english)[0]).toContain('Agenda item');
    const none = await w.get('/api/decisions/sheet.csv?from=2099-01-01');
    expect(rows(none)).toHaveLength(1);
    const wrong = await w.get('/api/decisions/sheet.csv?kind=nonsense');
    expect([wrong.status, wrong.at('errors.0.pointer')]).toEqual([400, '?kind']);
  });

  it('tells several who are responsible apart, whatever their names hold', async () => {
    const role = { title: 'Direktör, Kommunsam', kind: 'responsible', role: 'direktor' };
    await w.post('/api/bodies/sra/roles', { body: role, headers: { 'if-match': '*' } });
    const made = await w.post('/api/assignments', {
      body: { body: 'sra', title: 'Gemensamt', responsible: ['utvecklingsdirektor', 'direktor'] },
    });
    const sheet = await w.get('/api/assignments/sheet.csv?body=sra', {
      headers: { 'log-position': String(made.at('position')) },
    });
    expect(sheet.text).toMatch(/;Gemensamt;uppdrag;"[^";]+; Direktör, Kommunsam";/);
  });

  it('goes on past a page, and lets no cell be calculated', async () => {
    const many = 230;
    let position = '';
    for (let nth = 0; nth < many; nth++) {
      const made = await w.post('/api/decisions', {
        body: {
          body: 'sra',
          title: nth === 0 ? '=HYPERLINK("http://example.se")' : `Beslut nummer ${nth.toString()}`,
          points: [{ kinds: ['noted'], text: 'noterar' }],
          meeting: 'mote-mars',
        },
      });
      position = String(made.at('position'));
    }
    const sheet = await w.get('/api/decisions/sheet.csv?body=sra&sort=title', {
      headers: { 'log-position': position },
    });
    const titles = rows(sheet).map((row) => row[3]);
    expect(titles.filter((title) => title?.startsWith('Beslut nummer'))).toHaveLength(many - 1);
    expect(new Set(titles).size).toBe(titles.length);
    expect(sheet.text).toContain(`"'=HYPERLINK(""http://example.se"")"`);
  });

  it('is only of what its reader may read', async () => {
    const theirs = await w.get('/api/decisions/sheet.csv', { as: 'outsider' });
    expect([theirs.status, theirs.text.includes('Beslut nummer')]).toEqual([200, false]);
    const unknown = await fetch(`${w.base}/api/assignments/sheet.csv`);
    expect(unknown.status).toBe(401);
  });
});
