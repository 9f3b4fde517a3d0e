import { scaleLinear } from 'd3-scale';
import { type Day, dayNumber, daysBetween, type Language, longDay } from './days';
import { inDays } from './words';

/** A field that differs, as the API gives it. */
export interface Changed {
  readonly field: string;
  readonly label: string;
  readonly fromText?: string;
  readonly toText?: string;
}

/** A row of what the body waits for, as the API gives it. */
interface ChangedRow {
  readonly id: string;
  readonly kind: { readonly code: string; readonly text: string };
  readonly title: string;
  readonly label?: string;
  readonly window: { readonly original: string; readonly latest?: Day };
}

export interface BoardChange {
  readonly change: { readonly code: string; readonly text: string };
  readonly before?: ChangedRow;
  readonly after?: ChangedRow;
  readonly changes: readonly Changed[];
}

export type ChangeKind = 'added' | 'removed' | 'moved' | 'changed';

export interface ChangeEntry {
  readonly kind: ChangeKind;
  readonly id: string;
  /** `assignment` or `milestone`. */
  readonly subject: string;
  readonly title: string;
  readonly fields: readonly Changed[];
  /** From the old last day to the new, along the time line of all that moved. */
  readonly move?: { readonly from: number; readonly to: number; readonly days: number };
}

/** Fields that a reader of the whole does not need to be told of. */
const quiet = new Set(['lastWord', 'moves', 'firstWindow', 'firstDeadline', 'open']);
const order: readonly ChangeKind[] = ['moved', 'added', 'removed', 'changed'];

/** Lays out what has changed between two dates: what moved first, then what came, went and changed. */
export function layChanges(changes: readonly BoardChange[]): readonly ChangeEntry[] {
  const ends = changes.map(({ before, after }) => [before?.window.latest, after?.window.latest] as const);
  const days = ends
    .flat()
    .filter((day) => day !== undefined)
    .map(dayNumber);
  const scale = scaleLinear([Math.min(...days), Math.max(...days)], [0.03, 0.97]);
  return changes
    .flatMap(({ change, before, after, changes: fields }, index): ChangeEntry[] => {
      const row = after ?? before;
      if (!row) return [];
      const [from, to] = ends[index] ?? [];
      const moved = from !== undefined && to !== undefined && from !== to;
      const seen = fields.filter(({ field }) => !quiet.has(field));
      const kind = kindOf(change.code, moved);
      if (kind === 'changed' && seen.length === 0) return [];
      return [
        {
          kind,
          id: row.id,
          subject: row.kind.code,
          title: row.label === undefined ? row.title : `${row.label}: ${row.title}`,
          fields: kind === 'added' || kind === 'removed' ? [] : seen,
          move: moved
            ? { from: scale(dayNumber(from)), to: scale(dayNumber(to)), days: daysBetween(from, to) }
            : undefined,
        },
      ];
    })
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function kindOf(code: string, moved: boolean): ChangeKind {
  if (code === 'added' || code === 'cameAndWent') return 'added';
  if (code === 'removed') return 'removed';
  return moved ? 'moved' : 'changed';
}

/** What has changed, as a sentence. */
export function changesFinding(entries: readonly ChangeEntry[], since: Day, language: Language): string {
  const sv = language === 'sv';
  const count = (kind: ChangeKind): number => entries.filter((entry) => entry.kind === kind).length;
  const from = longDay(since, language);
  if (entries.length === 0)
    return sv ? `Inget har ändrats sedan ${from}.` : `Nothing has changed since ${from}.`;
  const farthest = Math.max(...entries.map(({ move }) => move?.days ?? 0));
  const parts: [number, string][] = sv
    ? [
        [count('added'), 'har tillkommit'],
        [count('removed'), `är inte längre ${count('removed') === 1 ? 'öppet' : 'öppna'}`],
        [
          count('moved'),
          `har fått ny frist${farthest > 0 ? ` (som mest ${inDays(farthest, language)} senare)` : ''}`,
        ],
        [count('changed'), 'har ändrats på annat sätt'],
      ]
    : [
        [count('added'), 'added'],
        [count('removed'), 'no longer open'],
        [count('moved'), `moved${farthest > 0 ? ` (at most ${inDays(farthest, language)} later)` : ''}`],
        [count('changed'), 'changed otherwise'],
      ];
  const said = parts.filter(([many]) => many > 0).map(([many, what]) => `${many.toString()} ${what}`);
  return `${sv ? 'Sedan' : 'Since'} ${from}: ${said.join(', ')}.`;
}
