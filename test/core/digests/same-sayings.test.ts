import { expect, it } from 'vitest';
import { sameSayings } from '../../../src/core/digests/same-sayings.ts';
import { type Saying, sayingOf } from '../../../src/core/digests/saying.ts';
import { heldLibrary } from '../../support/held-library.ts';

it('compares a sentence with a bounded number of others, however many there are of the same words', () => {
  const text = Array.from({ length: 2_000 }, (_, part) => `Nordby needs stone for part ${part} of its harbour wall.`);
  const [held] = heldLibrary([{ publisher: 'Courier', text: text.join(' ') }]).articles;
  if (held === undefined) throw new Error('no article is held');
  const [last, ...others] = held.sentences.map((sentence) => sayingOf(held, sentence, [])).toReversed();
  if (last === undefined) throw new Error('the article has no sentence');
  const known = sameSayings();
  let compared = 0;
  for (const other of others) known.add(counted(other, () => (compared += 1)));
  compared = 0;
  expect(known.find(last)).toBeUndefined();
  expect(compared).toBeGreaterThan(0);
  expect(compared).toBeLessThanOrEqual(500);
});

/** An item that notes each look at what it says. */
function counted(saying: Saying, look: () => void): { readonly saying: Saying } {
  return {
    get saying() {
      look();
      return saying;
    },
  };
}
