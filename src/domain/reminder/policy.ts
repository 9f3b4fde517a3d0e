import type { ReminderPolicy } from '../body/events.js';
import type { RungName } from './events.js';

/** The ladder of a body that has set none. */
export const defaultPolicy: ReminderPolicy = {
  materialDays: 14,
  beforeMeeting: [42],
  beforeEnd: [30, 14, 3, 0],
  after: [7, 21],
};

/** What a rung is about; `number` counts days, or working days before the end of a window. */
export const rungKinds = [
  'received',
  'beforeMeeting',
  'material',
  'afterMeeting',
  'beforeEnd',
  'afterEnd',
  'now',
] as const;
export type RungKind = (typeof rungKinds)[number];

/** The kind in a rung's name; throws for a name that is none. */
export function kindOfRung(name: RungName): RungKind {
  const [prefix] = name.split('-');
  const kind = rungKinds.find((known) => known === prefix);
  if (!kind) throw new Error(`not a rung: ${name}`);
  return kind;
}

/** After so many days a letter goes to the one who was asked, and a copy to the secretary. */
export const lateLetters = ({ after }: ReminderPolicy): readonly number[] =>
  after.length < 2 ? after : after.filter((days) => days !== Math.max(...after));
