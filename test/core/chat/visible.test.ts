import { describe, expect, it } from 'vitest';
import { visible } from '../../../src/core/chat/visible.ts';

describe('what people type', () => {
  it.each([
    ['spaces without width', 'wh\u200Bo star\u2060mer\uFEFF', 'who starmer'],
    ['marks that turn the direction', '\u202Ewho\u202C \u2067starmer\u2069', 'who starmer'],
    ['control characters', 'who\u0000 star\u0007mer', 'who starmer'],
  ])('is read without %s', (_case, typed, read) => {
    expect(visible(typed)).toBe(read);
  });

  it('keeps line breaks, emoji made of several and scripts that join letters', () => {
    for (const text of ['a\nb\tc', '👩‍👩‍👧', 'می‌خواهم', 'שלום']) expect(visible(text)).toBe(text);
  });
});
