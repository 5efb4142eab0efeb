import type { HeldArticle, Library } from '../stories/library.ts';
import { byOrigin } from './by-origin.ts';
import { type Centre, numberedTerms, type Terms, weightsOf } from './centre.ts';
import { nearnessOf } from './nearness.ts';
import { recencyOf } from './recency.ts';
import { articlesIn, type DigestWindow } from './window.ts';

/** What the articles of a window are about: the more, the newer an article is and the nearer its origin is to the others. */
export function centreWithin(library: Library, window: DigestWindow): Centre {
  const articles = articlesIn(library, window);
  const recency = recencyOf(articles);
  const termsOf = numberedTerms();
  const told = [...byOrigin(articles)].map(([origin, own]) => ({
    origin,
    sentences: own.flatMap((held) =>
      bodyTerms(held, termsOf).map((sentence) => ({ ...sentence, worth: recency.get(held) ?? 1 })),
    ),
  }));
  const near = nearnessOf(
    new Map(
      told.map(({ origin, sentences }) => [origin, new Set(sentences.flatMap(({ terms }) => terms.words))] as const),
    ),
  );
  const weighed = told.map(({ origin, sentences }) =>
    sentences.map((sentence) => ({ ...sentence, worth: sentence.worth * (near.get(origin) ?? 1) })),
  );
  return { termsOf, weights: weightsOf(weighed) };
}

function bodyTerms({ sentences }: HeldArticle, termsOf: Centre['termsOf']): { terms: Terms; index: number }[] {
  return sentences.flatMap(({ kind, text, index }) => (kind === 'body' ? [{ terms: termsOf(text), index }] : []));
}
