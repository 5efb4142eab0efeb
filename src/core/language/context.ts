import { stem } from '../words/stem.ts';
import { type Passing, passingRules } from './en/rules/passing.ts';
import { countingWords } from './en/lists/counting-words.ts';
import { matchesOf } from './rule.ts';

/** Up to which days a sentence's words of the moment hold ("tonight", "this weekend"). */
export function passingIn(text: string): Passing[] {
  return matchesOf(passingRules, text).map(({ gives }) => gives);
}

const counting: ReadonlySet<string> = new Set(countingWords.map(stem));

/** Whether a term belongs to the counting of people, and tells nothing of what befell them. */
export function tellsOnlyCounting(term: string): boolean {
  return counting.has(term);
}
