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
