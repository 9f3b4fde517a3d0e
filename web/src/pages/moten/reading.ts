import type { Schemas } from '../../api/client';

export type PointKind = Schemas['PointDto']['kinds'][number];

export const pointKinds = [
  'noted',
  'endorsed',
  'approved',
  'assigned',
  'recommended',
  'decided',
  'tabled',
  'referredBack',
  'rejected',
] as const satisfies readonly PointKind[];

const signs: readonly (readonly [RegExp, PointKind])[] = [
  [/\bi uppdrag\b|\bassigns?\b/i, 'assigned'],
  [/ställer sig bakom|\bendorses?\b/i, 'endorsed'],
  [/\bgodkänner\b|\bapproves?\b/i, 'approved'],
  [/\brekommenderar\b|\brecommends?\b/i, 'recommended'],
  [/\båterremitterar\b|\brefers? back\b/i, 'referredBack'],
  [/\bbordlägger\b|\bpostpones?\b/i, 'tabled'],
  [/\bavslår\b|\brejects?\b/i, 'rejected'],
  [/\bnoterar\b|\bnotes?\b/i, 'noted'],
];

/** What kind of point the words make it; `decided` when they say nothing else. */
export const kindIn = (text: string): PointKind => signs.find(([sign]) => sign.test(text))?.[1] ?? 'decided';

const phrase =
  /\b(?:(?:senast|före|under|till|by|no later than|before)\s+(?:(?:den|i|the|in|end of|slutet av|början av)\s+)*[^\s,.;–]+(?:\s+(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|january|february|march|may|june|july|august|october|\d{4}|kvartalet))*|(?:våren|sommaren|hösten|vintern|spring|summer|autumn|winter)\s+\d{4})/i;

/** The words of a point that say when; empty when there are none. */
export function deadlineIn(text: string): string {
  const found = phrase.exec(text)?.[0] ?? '';
  return /\d|våren|sommaren|hösten|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december/i.test(
    found,
  )
    ? found
    : '';
}
