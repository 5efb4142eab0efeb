import { describe, expect, it } from 'vitest';
import { leaningRules } from '../../../src/core/language/en/rules/leaning.ts';
import { negationRules } from '../../../src/core/language/en/rules/negation.ts';
import { outlookRules } from '../../../src/core/language/en/rules/outlook.ts';
import { passingRules } from '../../../src/core/language/en/rules/passing.ts';
import { matchesOf } from '../../../src/core/language/rule.ts';

describe.each([...negationRules, ...outlookRules, ...leaningRules, ...passingRules])('the rule $id', (rule) => {
  it.each(rule.yes)('takes: %s', (text) => {
    expect(matchesOf([rule], text).map(({ rule: id }) => id)).toContain(rule.id);
  });

  it.each(rule.no)('leaves: %s', (text) => {
    expect(matchesOf([rule], text)).toEqual([]);
  });
});
