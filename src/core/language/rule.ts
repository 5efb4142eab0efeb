/** A rule of a language: what it looks for, what it says of it, and why. Its examples are its test. */
export interface Rule<Gives extends string> {
  /** What `communique explain` and a failing test name it by. */
  readonly id: string;
  readonly match: RegExp;
  /** Words, in lower case, of which every match holds one: where none stands, the pattern is not tried. */
  readonly needs?: readonly string[];
  readonly gives: Gives;
  readonly because: string;
  /** Texts in which it fires. */
  readonly yes: readonly string[];
  /** Texts near to those in which it does not. */
  readonly no: readonly string[];
}

/** Gives a function that finds the first of the rules that fires on a text. Only those are tried of whose words one stands in it. */
export function firstRule<Gives extends string>(
  rules: readonly Rule<Gives>[],
): (text: string) => Rule<Gives> | undefined {
  const always = rules.flatMap(({ needs }, index) => (needs === undefined ? [index] : []));
  const byWord = new Map<string, number[]>();
  for (const [index, { needs }] of rules.entries())
    for (const word of needs ?? []) byWord.set(word, [...(byWord.get(word) ?? []), index]);
  return (text) => {
    const found = new Set(always);
    for (const word of text.toLowerCase().match(/[a-z]+/g) ?? [])
      for (const index of byWord.get(word) ?? []) found.add(index);
    return [...found]
      .toSorted((left, right) => left - right)
      .map((index) => rules[index])
      .find((rule) => rule?.match.test(text) === true);
  };
}

/** A place where a rule matched. */
export interface Match<Gives extends string> {
  readonly gives: Gives;
  readonly rule: string;
  readonly because: string;
  /** UTF-16 code units into the text. */
  readonly start: number;
  readonly end: number;
}

/** Every place at which a rule of a list matches, in the order of the list. */
export function matchesOf<Gives extends string>(rules: readonly Rule<Gives>[], text: string): Match<Gives>[] {
  return rules.flatMap(({ id, match, gives, because }) =>
    [...text.matchAll(new RegExp(match, match.flags.includes('g') ? match.flags : `${match.flags}g`))].map((found) => ({
      gives,
      rule: id,
      because,
      start: found.index,
      end: found.index + found[0].length,
    })),
  );
}
