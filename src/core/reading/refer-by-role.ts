import { isRoleNoun, qualifiesRole } from './find-roles.ts';
import type { ReadSentence } from './read-sentences.ts';
import { isAdjacent, isCapitalised, type Token } from './tokens.ts';

/** A place where a sentence speaks of somebody by a role alone: "the Foreign Secretary". Token indexes, `to` exclusive. */
export interface RoleReference {
  readonly read: ReadSentence;
  readonly from: number;
  readonly to: number;
}

/** Who has which roles in an article, as the words of each role, and where he or she was last named. */
export interface RoleHolder {
  readonly roles: readonly ReadonlySet<string>[];
  /** Indexes of the sentences that name the holder. */
  readonly named: readonly number[];
}

/**
 * Finds who is meant where an article speaks of somebody by a role that it has given to exactly one person, or to one
 * named more recently than the others. Returns the references of each holder, in the order of `holders`.
 */
export function referencesByRole(
  sentences: readonly ReadSentence[],
  holders: readonly RoleHolder[],
): readonly RoleReference[][] {
  const found: RoleReference[][] = holders.map(() => []);
  for (const read of sentences) {
    for (const range of definiteRoles(read)) {
      const words = roleWords(read.tokens.slice(range.from + 1, range.to));
      const holder = holderOf(words, read.sentence.index, holders);
      if (holder !== undefined) found[holder]?.push({ read, ...range });
    }
  }
  return found;
}

/** What tells one role from another: its words without articles and prepositions, in lower case. */
export function roleWords(tokens: readonly Token[]): ReadonlySet<string> {
  return new Set(
    tokens
      .flatMap(({ word }) => (word === 'PM' ? ['prime', 'minister'] : word.toLowerCase().split('-')))
      .filter((word) => !/^(?:the|a|an|of|for|to|in|at|on|and)$/.test(word)),
  );
}

/** "the Foreign Secretary", "The minister": no name may follow, for then it is that person's title. */
function definiteRoles({ tokens, names }: ReadSentence): { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const [from, token] of tokens.entries()) {
    if (token.word.toLowerCase() !== 'the') continue;
    let to = from + 1;
    while (isPartOfRole(tokens[to]) && to - from < 7) to += 1;
    const head = tokens[to - 1];
    to = withOffice(tokens, to);
    const next = tokens[to];
    if (to === from + 1 || head === undefined || !isRole(head.word) || head.possessive || isPlural(head.word)) continue;
    const isTitle =
      next !== undefined &&
      /^,?\s+$/.test(next.before) &&
      names.some((name) => name.from === to || name.title?.to === to);
    if (isTitle || (next !== undefined && isAdjacent(next) && isCapitalised(next.word))) continue;
    // "Keir Starmer, the prime minister, …": that says who he is, and is no way to speak of him.
    const isOwn = names.some(
      ({ roleBehind }) => roleBehind !== undefined && roleBehind.from < to && from < roleBehind.to,
    );
    if (!isOwn) found.push({ from, to });
  }
  return found;
}

/** "the Minister of Foreign Affairs", "the president of France". */
function withOffice(tokens: readonly Token[], to: number): number {
  if (!/^(?:of|for)$/.test(tokens[to]?.word ?? '')) return to;
  let end = tokens[to + 1]?.word === 'the' ? to + 2 : to + 1;
  const begins = end;
  while (tokens[end] !== undefined && isCapitalised(tokens[end]?.word ?? '') && /^\s+$/.test(tokens[end]?.before ?? ''))
    end += 1;
  return end === begins ? to : end;
}

function isPartOfRole(token: Token | undefined): boolean {
  return token !== undefined && isAdjacent(token) && (isRole(token.word) || qualifiesRole(token));
}

/** "PM" is read as "prime minister"; in lower case it is a time of day. */
function isRole(word: string): boolean {
  return isRoleNoun(word) || word === 'PM';
}

function isPlural(word: string): boolean {
  return word.endsWith('s') && isRoleNoun(word.slice(0, -1));
}

function holderOf(words: ReadonlySet<string>, sentence: number, holders: readonly RoleHolder[]): number | undefined {
  const fitting = [...holders.entries()].filter(
    ([, { roles, named }]) =>
      named.some((index) => index <= sentence) && roles.some((role) => [...words].every((word) => role.has(word))),
  );
  const before = ([, { named }]: (typeof fitting)[number]): number =>
    Math.max(...named.filter((index) => index <= sentence));
  const [nearest] = fitting.toSorted((left, right) => before(right) - before(left));
  return nearest?.[0];
}
