import { describe, expect, it } from 'vitest';
import { composeDigest } from '../../../src/core/digests/compose-digest.ts';
import { receiptsMarkdown } from '../../../src/core/receipts/markdown.ts';
import { receiptsOf } from '../../../src/core/receipts/receipts-file.ts';
import { heldLibrary } from '../../support/held-library.ts';

describe('receipts as Markdown', () => {
  const library = heldLibrary([
    { publisher: 'Courier', text: 'Mayor Anna Holm said the harbour of Nordby would open again on Monday.' },
  ]);
  const to = '2025-02-19T07:30:00.000Z';
  const made = (from: string) => receiptsOf(composeDigest(library, { from, to }), library);

  it('say in words from when to when, and count', () => {
    expect(receiptsMarkdown(made('1970-01-01T00:00:00.000Z'))).toContain(
      'All held up to 2025-02-19 07:30 UTC; 1 article read.',
    );
    expect(receiptsMarkdown(made('2025-02-17T23:00:00.000Z'))).toContain(
      'From 2025-02-17 23:00 UTC to 2025-02-19 07:30 UTC; 1 article read.',
    );
  });

  it('mark the lines of an opinion piece', () => {
    const file = made('1970-01-01T00:00:00.000Z');
    const opinion = { ...file, articles: file.articles.map((article) => ({ ...article, opinion: true as const })) };
    expect(receiptsMarkdown(file)).toContain('on Monday. [1]');
    expect(receiptsMarkdown(opinion)).toContain('on Monday. (opinion) [1]');
  });
});
