import { expect, it } from 'vitest';
import { quotesOf } from '../../../src/core/statements/quotes.ts';
import { heldLibrary } from '../../support/held-library.ts';

it('the same words in two outlets stand once, though one ends them with a stop', () => {
  const library = heldLibrary([
    { publisher: 'The Wire', text: 'Peter Berg said he would put "our own boats to sea if we must."' },
    {
      publisher: 'The Courier',
      text: 'On Sunday Peter Berg said he would put "our own boats to sea if we must", if asked.',
    },
  ]);
  const [quote, ...others] = quotesOf(library, {});
  expect(others).toEqual([]);
  expect(quote?.line.receipts.map(({ publisher }) => publisher).toSorted()).toEqual(['The Courier', 'The Wire']);
});
