/** What is being written in a field for a day, and what it stands for. */
export interface Typed {
  readonly text: string;
  /** The day that came last from outside the field. */
  readonly day: string;
  /** Days the field has told of that have not come back yet, in order. */
  readonly told: readonly string[];
}

/** What is written stays as long as the day is what it was or one that was told; any other day replaces it. */
export const stands = (typed: Typed | undefined, day: string): Typed | undefined =>
  typed && (typed.day === day || typed.told.includes(day)) ? typed : undefined;

/** Something is written while the field has `day`. */
export const wrote = (typed: Typed | undefined, day: string, text: string): Typed => ({
  day,
  told: [],
  ...stands(typed, day),
  text,
});

/** The field tells of a day. */
export const tells = (typed: Typed | undefined, day: string): Typed | undefined =>
  typed && { ...typed, told: [...typed.told, day] };

/** A day comes from outside: one that was told, with which those told before it are settled, or a new one. */
export const came = (typed: Typed | undefined, day: string): Typed | undefined =>
  typed?.told.includes(day)
    ? { ...typed, day, told: typed.told.slice(typed.told.indexOf(day) + 1) }
    : stands(typed, day);
