import { type Day, type Language, longDay } from './days';

/** What is open as of a date, counted. */
export interface BalanceInput {
  readonly date: Day;
  readonly open: number;
  readonly late: number;
  readonly undated: number;
  readonly byAge: readonly { readonly fromDays: number; readonly count: number }[];
}

interface AgeBar {
  readonly name: string;
  readonly count: number;
  /** From 0 to 1. */
  readonly length: number;
  readonly old: boolean;
}

/** How many days something has been open when it counts as old. */
const oldFrom = 180;

/** Lays out what is open by how long it has been open. */
export function layBalance({ byAge }: BalanceInput, language: Language): readonly AgeBar[] {
  const most = Math.max(1, ...byAge.map(({ count }) => count));
  const days = language === 'sv' ? 'dagar' : 'days';
  return byAge.map(({ fromDays, count }, index) => {
    const next = byAge[index + 1];
    return {
      name: next
        ? `${fromDays.toString()}–${(next.fromDays - 1).toString()} ${days}`
        : language === 'sv'
          ? `${fromDays.toString()} dagar eller mer`
          : `${fromDays.toString()} days or more`,
      count,
      length: count / most,
      old: fromDays >= oldFrom,
    };
  });
}

/** What the balance shows, as a sentence. */
export function balanceFinding(
  { date, open, late, undated, byAge }: BalanceInput,
  language: Language,
): string {
  const sv = language === 'sv';
  const on = longDay(date, language);
  if (open === 0) return sv ? `Inget var öppet ${on}.` : `Nothing was open on ${on}.`;
  const old = byAge.filter(({ fromDays }) => fromDays >= oldFrom).reduce((sum, { count }) => sum + count, 0);
  const none = sv ? 'inget' : 'none';
  const said = (count: number): string => (count === 0 ? none : count.toString());
  return sv
    ? `${open.toString()} uppdrag var ${open === 1 ? 'öppet' : 'öppna'} ${on}: ${said(old)} i ett halvår eller mer, ${said(late)} ${late > 1 ? 'försenade' : 'försenat'}${undated > 0 ? `, ${undated.toString()} utan tid` : ''}.`
    : `${open.toString()} ${open === 1 ? 'assignment was' : 'assignments were'} open on ${on}: ${said(old)} for half a year or more, ${said(late)} late${undated > 0 ? `, ${undated.toString()} without a time` : ''}.`;
}
