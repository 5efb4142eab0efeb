import { expect, test } from 'vitest';
import { unreadNote } from '../../../src/core/language/read-languages.ts';

test.each([
  [['en', 'en'], undefined],
  [['fr'], 'I read names, dates and quotes in English only: 1 of 1 articles is in French.'],
  [
    ['en', 'de', 'fr', 'de'],
    'I read names, dates and quotes in English only: 3 of 4 articles are in French and German.',
  ],
])('articles in %s', (languages, said) => {
  expect(unreadNote(languages)).toBe(said);
});
