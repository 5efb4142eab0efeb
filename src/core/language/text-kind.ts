import { type Furniture, furnitureRules, stampRules } from './en/rules/text-kinds.ts';
import { firstRule, type Rule } from './rule.ts';

export type { Furniture } from './en/rules/text-kinds.ts';

/** Most characters of a line that is only a stamp. */
const longestStamp = 90;

/** The rule by which a line or a sentence is furniture of a page. Undefined for words of the article. */
export function furnitureRule(text: string): Rule<Furniture> | undefined {
  const mayBeStamp = text.length <= longestStamp && /\d/.test(text);
  return (mayBeStamp ? stampRules.find(({ match }) => match.test(text)) : undefined) ?? furnitureIn(text);
}

const furnitureIn = firstRule(furnitureRules);
