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

/** Words that stand for themselves; å, ä and ö are letters, which they are not to `\b`. */
const alone = (words: string): RegExp => new RegExp(String.raw`(?<!\p{L})(?:${words})(?!\p{L})`, 'iu');

const signs: readonly (readonly [RegExp, PointKind])[] = [
  [alone('i uppdrag|assigns?'), 'assigned'],
  [alone('ställer sig bakom|endorses?'), 'endorsed'],
  [alone('godkänner|approves?'), 'approved'],
  [alone('rekommenderar|recommends?'), 'recommended'],
  [alone('återremitterar|refers? back'), 'referredBack'],
  [alone('bordlägger|postpones?'), 'tabled'],
  [alone('avslår|rejects?'), 'rejected'],
  [alone('noterar|notes?'), 'noted'],
];

/** What kind of point the words make it; `decided` when they say nothing else. */
export const kindIn = (text: string): PointKind => signs.find(([sign]) => sign.test(text))?.[1] ?? 'decided';

const month =
  'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|' +
  'january|february|march|may|june|july|august|october';
const ofYear = String.raw`(?:,?\s+\d{4})?`;
const season = 'våren|sommaren|hösten|vintern|spring|summer|autumn|winter';
const part = 'kvartalet|halvåret|tertialet|quarter|half';
const time = [
  String.raw`\d{4}-\d\d-\d\d`,
  String.raw`\d{1,2}/\d{1,2}(?:[ -]\d{4})?`,
  String.raw`(?:\d{1,2}(?::e|st|nd|rd|th)?\s+(?:of\s+)?)?(?:${month})${ofYear}`,
  String.raw`(?:vecka|v\.|week)\s*\d{1,2}${ofYear}`,
  String.raw`\S+\s+(?:${part})${ofYear}`,
  String.raw`(?:${season})${ofYear}`,
  String.raw`årsskiftet(?:\s+\d{4}/\d{2,4})?`,
  String.raw`\d{4}(?!\s+års|[-/])`,
].join('|');
const between = String.raw`(?:(?:den|i|av|under|the|in|during|of|end|slutet|mitten|början|utgången)\s+)*`;

const deadlines = [
  alone(String.raw`(?:senast|by|no later than)\s+${between}(?:${time})`),
  alone(String.raw`(?:före|innan|under|till|before|during)\s+${between}(?:${time})|(?:${season})\s+\d{4}`),
];

/** The words of a point that say when, "senast" before other words; empty when there are none. */
export const deadlineIn = (text: string): string =>
  deadlines.map((form) => form.exec(text)?.[0]).find((found) => found !== undefined) ?? '';
