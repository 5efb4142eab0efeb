import type { NameCandidate } from './find-names.ts';
import { isInBrackets, type Token } from './tokens.ts';

/**
 * Gives an organisation its whole name where its initials follow in brackets, as in "the Organization for Security and
 * Co-operation in Europe (OSCE)": the initials say where the name begins and that it ends here.
 */
export function withSpelledOut(found: readonly NameCandidate[], tokens: readonly Token[]): readonly NameCandidate[] {
  const wholes = tokens.flatMap(({ word }, index) => {
    const from = isInBrackets(tokens, index) && /^\p{Lu}{3,}$/u.test(word) ? beginOf(word, tokens, index) : undefined;
    return from === undefined ? [] : [{ from, to: index }];
  });
  return wholes.reduce((names, { from, to }) => {
    const parts = names.filter((name) => name.from < to && from < name.to);
    const holds = parts.some((name) => name.kind === 'organisation' && name.evidence !== 'weak');
    if (!holds || parts.some((name) => name.from < from)) return names;
    const whole = { from, to, kind: 'organisation', evidence: 'sure' } as const;
    return [...names.filter((name) => !parts.includes(name)), whole].toSorted((left, right) => left.from - right.from);
  }, found);
}

/** Where the words begin whose initials these are, small words between them left out; undefined where they are not. */
function beginOf(letters: string, tokens: readonly Token[], end: number): number | undefined {
  let rest = letters;
  for (let index = end - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    // What follows the last word is the bracket; between the others stands only space.
    if (token === undefined || (index < end - 1 && !/^['’]?\s+$/u.test(tokens[index + 1]?.before ?? '')))
      return undefined;
    const initials = initialsOf(token.word);
    if (initials === '') {
      if (!/^(?:of|for|and|the|in|on|to|de|des|du|la|le|del|der)$/.test(token.word)) return undefined;
      continue;
    }
    if (!rest.endsWith(initials)) return undefined;
    rest = rest.slice(0, -initials.length);
    if (rest === '') return index;
  }
  return undefined;
}

/** "C" of "Cooperation", "UN" of "U.N.", "PB" of "Post-Brexit"; none of small words. */
function initialsOf(word: string): string {
  if (/^(?:\p{Lu}\.)+$|^\p{Lu}{2,3}$/u.test(word)) return word.replaceAll('.', '');
  return word
    .split('-')
    .filter((part) => /^\p{Lu}/u.test(part))
    .map((part) => part.charAt(0))
    .join('');
}
