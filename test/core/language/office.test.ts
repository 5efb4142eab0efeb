import { expect, test } from 'vitest';
import { heldOtherwise, isSucceeded } from '../../../src/core/language/en/office.ts';

test.each([
  ['Two-time former prime minister', 'Who is the prime minister?', true],
  ['then-governor', 'Who is the governor?', true],
  ['Acting port director', 'Who is the port director?', true],
  ['mayor-elect', 'Who is the mayor?', true],
  ['Deputy harbour master', 'Who is the deputy harbour master?', false],
  ['finance minister', 'Who is the finance minister?', false],
])('whether "%s" answers "%s"', (role, asked, otherwise) => {
  expect(heldOtherwise(role, asked)).toBe(otherwise);
});

test.each([
  ['Olga Reed replaced Jan Moe ', true],
  ['Olga Reed succeeds J. Moe ', true],
  ['Olga Reed praised Jan Moe ', false],
])('whether "%s" says that another came after', (before, succeeded) => {
  expect(isSucceeded(before)).toBe(succeeded);
});
