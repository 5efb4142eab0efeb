import { stem } from '../../words/stem.ts';
import { wordsOf } from '../../words/words.ts';
import { fates } from './lists/numbers.ts';

const fateOf = new Map(
  Object.entries(fates).flatMap(([fate, words]) => words.map((word) => [stem(word), fate] as const)),
);

/** What a text says became of those it counts: "dead", "missing". */
export function fatesIn(text: string): ReadonlySet<string> {
  const found = wordsOf(text).flatMap(({ term }) => fateOf.get(term) ?? []);
  return new Set(/\b(?:not|n[’']t|yet to) been found\b/u.test(text) ? [...found, 'missing'] : found);
}
