import { describe, expect, it } from 'vitest';
import { dayDirectionRules } from '../../../src/core/language/en/rules/day-direction.ts';
import { negationRules } from '../../../src/core/language/en/rules/negation.ts';
import { passingRules } from '../../../src/core/language/en/rules/passing.ts';
import { outlookRules } from '../../../src/core/language/en/rules/outlook.ts';
import { leaningRules } from '../../../src/core/language/en/rules/leaning.ts';
import { furnitureRules, stampRules } from '../../../src/core/language/en/rules/text-kinds.ts';
import { furnitureRule } from '../../../src/core/language/text-kind.ts';

const rules = [
  ...stampRules,
  ...furnitureRules,
  ...leaningRules,
  ...dayDirectionRules,
  ...negationRules,
  ...outlookRules,
  ...passingRules,
];

describe('rules of the language', () => {
  it('have ids of their own', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it.each(rules.flatMap((rule) => rule.yes.map((text) => [rule.id, text, rule] as const)))(
    '%s fires on: %s',
    (_id, text, rule) => {
      expect(rule.match.test(text)).toBe(true);
    },
  );

  it.each(rules.flatMap((rule) => rule.no.map((text) => [rule.id, text, rule] as const)))(
    '%s is silent on: %s',
    (_id, text, rule) => {
      expect(rule.match.test(text)).toBe(false);
    },
  );

  it.each([...stampRules, ...furnitureRules].flatMap(({ yes }) => yes))(
    'of furniture are reached by the quick look: %s',
    (text) => {
      expect(furnitureRule(text)).toBeDefined();
    },
  );
});
