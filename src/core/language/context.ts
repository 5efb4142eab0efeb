import { remembered } from '../text/remembered.ts';
import { stem } from '../words/stem.ts';
import { leaningRules } from './en/rules/leaning.ts';
import { type Passing, passingRules } from './en/rules/passing.ts';
import { countingWords } from './en/lists/counting-words.ts';
import { matchesOf } from './rule.ts';

const kept = 20_000;

/** Whether a sentence is understood only by those who read the one before it: no place among others mends that. */
export const hangs: (text: string) => boolean = remembered((text) => matchesOf(leaningRules, text).length > 0, kept);

/** Up to which days a sentence's words of the moment hold ("tonight", "this weekend"). */
export function passingIn(text: string): Passing[] {
  return matchesOf(passingRules, text).map(({ gives }) => gives);
}

const counting: ReadonlySet<string> = new Set(countingWords.map(stem));

/** Whether a term belongs to the counting of people, and tells nothing of what befell them. */
export function tellsOnlyCounting(term: string): boolean {
  return counting.has(term);
}
