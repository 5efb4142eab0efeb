import { expect, it } from 'vitest';
import { composeDigest } from '../../../src/core/digests/compose-digest.ts';
import { composeOnce } from '../../../src/core/digests/compose-once.ts';
import { beginning } from '../../../src/core/digests/create-digest-desk.ts';
import { heldLibrary } from '../../support/held-library.ts';

const text = 'Mayor Anna Holm said the harbour of Nordby would open again on Monday.';
const noon = { from: beginning, to: '2025-03-01T12:00:00.000Z' };

function counting() {
  let composed = 0;
  const compose = composeOnce((library, window) => {
    composed += 1;
    return composeDigest(library, window);
  });
  return { compose, composed: () => composed };
}

it('is one digest for all channels that were told as much and are due in the same minute', () => {
  const { compose, composed } = counting();
  const library = heldLibrary([{ publisher: 'Courier', text }]);
  const digests = Array.from({ length: 1_000 }, (_, index) =>
    compose(library, { ...noon, to: new Date(Date.parse(noon.to) + index).toISOString() }),
  );
  expect(new Set(digests).size).toBe(1);
  expect(composed()).toBe(1);
  expect(digests[0]).toEqual(composeDigest(library, noon));
});

it('is another for what was told before, for a later minute, and when something was added', () => {
  const { compose, composed } = counting();
  const library = heldLibrary([{ publisher: 'Courier', text }]);
  compose(library, noon);
  compose(library, { ...noon, from: '2025-02-28T12:00:00.000Z' });
  compose(library, { ...noon, to: '2025-03-01T12:01:00.000Z' });
  compose(heldLibrary([{ publisher: 'Courier', text }]), noon);
  expect(composed()).toBe(4);
});
