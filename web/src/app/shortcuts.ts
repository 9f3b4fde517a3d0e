/** A list of assignments that what was typed may mean. */
interface Shortcut {
  readonly to: string;
  readonly late: boolean;
  /** Of which party or role; missing: of all. */
  readonly name?: string;
}

const most = 4;
const meansLate = /^(försenad[et]?|försenat|sen[at]?|late|overdue)$/u;
const wordsIn = (text: string): readonly string[] =>
  text.toLocaleLowerCase('sv').match(/[\p{L}\p{N}]+/gu) ?? [];

/** What is saved under a name that has words that begin as each of those typed. */
export function savedFor<T extends { readonly name: string }>(
  text: string,
  saved: readonly T[],
): readonly T[] {
  const typed = wordsIn(text);
  if (typed.length === 0) return [];
  return saved
    .filter(({ name }) => {
      const known = wordsIn(name);
      return typed.every((word) => known.some((one) => one.startsWith(word)));
    })
    .slice(0, most);
}

/** The names of a body's parties and roles. */
interface Named {
  readonly parties: readonly {
    readonly party: string;
    readonly name: string;
    readonly aliases: readonly string[];
  }[];
  readonly roles: readonly { readonly role: string; readonly title: string }[];
}

/** Lists that “försenat Västra” means: late ones, of the parties and roles whose names have words that begin so. */
export function shortcuts(text: string, { parties, roles }: Named): readonly Shortcut[] {
  const typed = wordsIn(text);
  const asked = typed.filter((word) => !meansLate.test(word));
  const late = asked.length < typed.length;
  if (asked.length === 0) return late ? [{ to: '/uppdrag?forsenat=ja', late }] : [];
  const fits = (...names: readonly string[]): boolean => {
    const known = names.flatMap(wordsIn);
    return asked.every((word) => known.some((one) => one.startsWith(word)));
  };
  const also = late ? '&forsenat=ja' : '';
  return [
    ...parties
      .filter(({ name, aliases }) => fits(name, ...aliases))
      .map(({ party, name }) => ({ to: `/uppdrag?part=${party}${also}`, late, name })),
    ...roles
      .filter(({ title }) => fits(title))
      .map(({ role, title }) => ({ to: `/uppdrag?roll=${role}${also}`, late, name: title })),
  ].slice(0, most);
}
