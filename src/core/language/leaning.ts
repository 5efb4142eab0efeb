import { leaningRules, longEvent, ownPronoun } from './en/rules/leaning.ts';
import { firstRule, type Rule } from './rule.ts';

const find = firstRule(leaningRules);

/**
 * The rule by which a sentence leans on one before it, so that a reader who has not seen that does not know whom or what it
 * tells of. Undefined for a sentence that can stand alone. Whether a quotation has a speaker is for who reads statements.
 */
export function leansBy(text: string): Rule<'leans'> | undefined {
  return find(text);
}

/** Whether a sentence begins with "we", "I" or "you": inside a quotation with a named speaker that is no riddle. */
export function beginsWithOwnPronoun(text: string): boolean {
  return ownPronoun.test(text);
}

/** Whether a sentence begins with an event that only a story tells from others of its kind: "The talks ended …". */
export function beginsWithLongEvent(text: string): boolean {
  return longEvent.test(text);
}
