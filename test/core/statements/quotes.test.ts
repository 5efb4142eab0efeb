import { expect, it } from 'vitest';
import { quotesOf } from '../../../src/core/statements/quotes.ts';
import { heldLibrary } from '../../support/held-library.ts';

it('the same words in two outlets stand once, though one ends them with a stop', () => {
  const library = heldLibrary([
    { publisher: 'The Wire', text: 'Peter Berg said: "We put our own boats to sea if we must."' },
    {
      publisher: 'The Courier',
      text: '"We put our own boats to sea if we must," Peter Berg said on Sunday.',
    },
  ]);
  const [quote, ...others] = quotesOf(library, {});
  expect(others).toEqual([]);
  expect(quote?.line.receipts.map(({ publisher }) => publisher).toSorted()).toEqual(['The Courier', 'The Wire']);
});

it('a quotation of three sentences is quoted whole, though its marks are straight', () => {
  const text = '"We see it. We know it. We will act," Peter Berg said.';
  const words = quotesOf(heldLibrary([{ publisher: 'The Wire', text }]), {}).map(({ line }) => line.text);
  expect(words.toSorted()).toEqual(['We know it.', 'We see it.', 'We will act']);
});

it('the day of a quotation is none that its words name', () => {
  const dayOf = (text: string) =>
    quotesOf(heldLibrary([{ publisher: 'The Wire', text, published: '2025-02-18T08:00:00Z' }]), {})[0]?.said;
  expect(dayOf('"I said so on Friday," Peter Berg said.')).toBeNull();
  expect(dayOf('"I said so on Friday," Peter Berg said on Sunday.')).toBe('2025-02-16');
});

it('the name of a programme in quotation marks is no quotation', () => {
  const text = '“It will rain,” Peter Berg said on the programme “Face the Nordby Harbour” on Sunday.';
  const words = quotesOf(heldLibrary([{ publisher: 'The Wire', text }]), {}).map(({ line }) => line.text);
  expect(words).toEqual(['It will rain']);
});

it.each([
  ['a forestry department spokesperson', '"They add fuel to the fire," a forestry department spokesperson said.'],
  ['the army', '“They add fuel to the fire,” the army said on Monday.'],
  ['the ministry', '“They add fuel to the fire,” said the ministry in a statement.'],
])('an office that the article does not name speaks as worded: %s', (speaker, text) => {
  const [quote] = quotesOf(heldLibrary([{ publisher: 'The Wire', text }]), {});
  expect(quote?.speaker).toBe(speaker);
});

it('a witness without a name is quoted as nobody', () => {
  const library = heldLibrary([{ publisher: 'The Wire', text: '“They add fuel to the fire,” one man said.' }]);
  expect(quotesOf(library, {})).toEqual([]);
});
