/** One line of the table: what was measured, against what was possible in the same run. */
export interface Figure {
  readonly name: string;
  readonly ours: number;
  /** What the same machine did in the same run without us; `null` where the goal is a number of its own. */
  readonly limit: number | null;
  readonly ratio: number | null;
  readonly unit: string;
  readonly goal: string;
  readonly held: boolean;
}

/** A number as a table shows it. */
export const shown = (value: number): string =>
  value >= 100
    ? Math.round(value).toLocaleString('en').replaceAll(',', ' ')
    : Number(value.toPrecision(3)).toString();

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

/** The value below which a share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** A figure whose goal is a share of a limit: at least that share of a speed, at most that multiple of a time. */
export function against(
  name: string,
  unit: string,
  ours: readonly number[],
  limit: readonly number[],
  goal: { readonly atLeast: number } | { readonly atMost: number },
): Figure {
  const [a, b] = [median(ours), median(limit)];
  const ratio = a / b;
  const least = 'atLeast' in goal;
  return {
    name,
    unit,
    ours: a,
    limit: b,
    ratio,
    goal: least ? `≥ ${goal.atLeast.toString()} ×` : `≤ ${goal.atMost.toString()} ×`,
    held: least ? ratio >= goal.atLeast : ratio <= goal.atMost,
  };
}

/** A figure whose goal is a number. */
export function absolute(
  name: string,
  unit: string,
  ours: number,
  goal: { readonly atLeast: number } | { readonly atMost: number },
): Figure {
  const least = 'atLeast' in goal;
  return {
    name,
    unit,
    ours,
    limit: null,
    ratio: null,
    goal: least ? `≥ ${shown(goal.atLeast)}` : `≤ ${shown(goal.atMost)}`,
    held: least ? ours >= goal.atLeast : ours <= goal.atMost,
  };
}

/** What must hold for a figure to count. */
export function must(condition: boolean, what: string): void {
  if (!condition) throw new Error(`the figure does not count: ${what}`);
}

/** Milliseconds that some work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Nothing else happens for so many milliseconds, as when a disk takes its time. */
export function stall(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}
