import { expect, it } from 'vitest';
import { wordOnce } from '../../../src/core/delivery/word-once.ts';
import { composeDigest } from '../../../src/core/digests/compose-digest.ts';
import { beginning } from '../../../src/core/digests/create-digest-desk.ts';
import { heldLibrary } from '../../support/held-library.ts';

const library = heldLibrary([
  { publisher: 'Courier', text: 'Mayor Anna Holm said the harbour of Nordby would open again on Monday.' },
]);
const digest = composeDigest(library, { from: beginning, to: '2025-03-01T12:00:00.000Z' });
const [nine, ten] = ['2025-03-02T09:00:00.000Z', '2025-03-02T10:00:00.000Z'];

it('gives all channels whose next digest comes at the same time the same message, and looks at the feeds once', async () => {
  let looks = 0;
  const word = wordOnce({
    blindSpots: async () => {
      looks += 1;
      return [];
    },
  });
  const worded = await Promise.all(Array.from({ length: 100 }, () => word(digest, library, nine)));
  const later = await word(digest, library, ten);
  expect(new Set(worded.map(({ message }) => message)).size).toBe(1);
  expect(later.message).not.toEqual(worded[0]?.message);
  expect(later.receipts).toBe(worded[0]?.receipts);
  expect(looks).toBe(1);
});

it('tries again what failed', async () => {
  let looks = 0;
  const word = wordOnce({
    blindSpots: async () => {
      looks += 1;
      if (looks === 1) throw new Error('the store is away');
      return [];
    },
  });
  await expect(word(digest, library, nine)).rejects.toThrow('away');
  expect((await word(digest, library, nine)).message.title).toContain('digest');
});
