/** A rule of a language: what it looks for, what it gives, why, and examples that are run as tests. */
export interface Rule<Gives extends string> {
  /** "planned.due-to": what it gives, and a name. */
  readonly id: string;
  readonly match: RegExp;
  readonly gives: Gives;
  readonly because: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
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
