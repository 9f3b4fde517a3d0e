import { setImmediate as turn } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import type { Language } from '../domain/person/events.js';
import type { LocalDate } from '../domain/when.js';
import type { Page } from '../projections/sql.js';
import type { Texts } from './language.js';
import type { AssignmentItemView } from './views/assignment.js';
import type { DecisionItemView } from './views/decision.js';
import type { RefView } from './views/refs.js';

/** A column of a sheet; `value` is text, a whole number, or nothing for an empty cell. */
interface Column<Item> {
  readonly title: Texts;
  readonly value: (item: Item, say: Saying) => string | number | undefined;
}

interface Saying {
  /** The address of a page of the web. */
  readonly url: (path: string) => string;
  readonly isSo: (so: boolean) => string;
}

const named = (ref: RefView | undefined): string | undefined => ref && (ref.name ?? ref.id);
const yes: Texts = { sv: 'ja', en: 'yes' };
const no: Texts = { sv: 'nej', en: 'no' };

/** The decision log, one row per decision. */
export const decisionColumns: readonly Column<DecisionItemView>[] = [
  { title: { sv: 'Organ', en: 'Body' }, value: ({ body }) => named(body) },
  { title: { sv: 'Beslutsdatum', en: 'Taken on' }, value: ({ takenOn }) => takenOn ?? undefined },
  { title: { sv: 'Paragraf', en: 'Agenda item' }, value: ({ agendaItem }) => agendaItem },
  { title: { sv: 'Beslut', en: 'Decision' }, value: ({ title }) => title },
  { title: { sv: 'Ärende', en: 'Matter' }, value: ({ matter }) => named(matter) },
  { title: { sv: 'Möte', en: 'Meeting' }, value: ({ meeting }) => named(meeting) },
  { title: { sv: 'Slag', en: 'Kind' }, value: ({ kinds }) => kinds.map(({ text }) => text).join(', ') },
  { title: { sv: 'Punkter', en: 'Points' }, value: ({ points }) => points },
  { title: { sv: 'Läge', en: 'State' }, value: ({ state }) => state.text },
  { title: { sv: 'Gäller från', en: 'In force from' }, value: ({ effectiveFrom }) => effectiveFrom },
  {
    title: { sv: 'Uppdrag som pågår', en: 'Open assignments' },
    value: ({ assignments }) => assignments.open,
  },
  { title: { sv: 'Av dem försenade', en: 'Of them late' }, value: ({ assignments }) => assignments.late },
  {
    title: { sv: 'Avslutade uppdrag', en: 'Closed assignments' },
    value: ({ assignments }) => assignments.closed,
  },
  { title: { sv: 'Adress', en: 'Address' }, value: ({ id }, { url }) => url(`/beslut/${id}`) },
];

/** Assignments, one row each: the deadline in the words of the minutes, and the days that they mean. */
export const assignmentColumns: readonly Column<AssignmentItemView>[] = [
  { title: { sv: 'Organ', en: 'Body' }, value: ({ body }) => named(body) },
  { title: { sv: 'Uppdrag', en: 'Assignment' }, value: ({ title }) => title },
  { title: { sv: 'Slag', en: 'Kind' }, value: ({ kind }) => kind.text },
  {
    title: { sv: 'Ansvarig', en: 'Responsible' },
    value: ({ responsible }) => responsible.map((role) => named(role)).join('; '),
  },
  { title: { sv: 'Återkopplas till', en: 'Reports to' }, value: ({ recipient }) => named(recipient) },
  { title: { sv: 'Beslut', en: 'Decision' }, value: ({ decision }) => named(decision) },
  { title: { sv: 'Punkt', en: 'Point' }, value: ({ point }) => point },
  { title: { sv: 'Ärende', en: 'Matter' }, value: ({ matter }) => named(matter) },
  { title: { sv: 'Gavs', en: 'Given on' }, value: ({ givenOn }) => givenOn },
  {
    title: { sv: 'Återkoppling, ordagrant', en: 'Feedback, as worded' },
    value: ({ deadline }) => deadline.original,
  },
  { title: { sv: 'Tidigast', en: 'Earliest' }, value: ({ deadline }) => deadline.earliest },
  { title: { sv: 'Senast', en: 'Latest' }, value: ({ deadline }) => deadline.latest },
  { title: { sv: 'Flyttad, antal gånger', en: 'Times moved' }, value: ({ moves }) => moves },
  { title: { sv: 'Försenat', en: 'Late' }, value: ({ late }, { isSo }) => isSo(late) },
  { title: { sv: 'Läge', en: 'State' }, value: ({ state }) => state.text },
  { title: { sv: 'Utfall', en: 'Outcome' }, value: ({ outcome }) => outcome?.text },
  { title: { sv: 'Avslutades', en: 'Closed on' }, value: ({ closedOn }) => closedOn },
  { title: { sv: 'Adress', en: 'Address' }, value: ({ id }, { url }) => url(`/uppdrag/${id}`) },
];

interface Sheet<Item> {
  /** Begins the name of the file; the day follows. */
  readonly name: Texts;
  readonly day: LocalDate;
  readonly columns: readonly Column<Item>[];
  /** Reads a page of the list. */
  readonly page: (cursor: string | undefined) => Page<Item> | Promise<Page<Item>>;
  readonly language: Language;
  readonly baseUrl: string;
}

/**
 * A whole list as a CSV file that a Swedish Excel opens by itself: UTF-8 with its mark, semicolons, dates as ISO has them. A
 * cell that a spreadsheet would calculate is made text. Throws what the first page throws; later pages are read as the
 * file is fetched.
 */
export async function sheetOf<Item>(sheet: Sheet<Item>): Promise<StreamableFile> {
  const { name, day, language, page } = sheet;
  const first = await page(undefined);
  return new StreamableFile(Readable.from(linesOf(sheet, first)), {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name[language]}-${day}.csv"`,
  });
}

async function* linesOf<Item>(
  { columns, page, language, baseUrl }: Sheet<Item>,
  first: Page<Item>,
): AsyncGenerator<string> {
  const say: Saying = { url: (path) => baseUrl + path, isSo: (so) => (so ? yes : no)[language] };
  yield `\uFEFF${csv([columns.map(({ title }) => title[language])])}`;
  for (let { items, next } = first; ; { items, next } = await page(next)) {
    yield csv(items.map((item) => columns.map(({ value }) => value(item, say))));
    if (next === undefined) return;
    await turn();
  }
}

const csv = (rows: readonly (readonly (string | number | undefined)[])[]): string =>
  stringify([...rows], { delimiter: ';', record_delimiter: 'windows', escape_formulas: true });
