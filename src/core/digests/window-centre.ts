import type { Sentence } from '../articles/article.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import { type Centre, centreOf, type CentreSentence, contentTermsOf, termsOf } from './centre.ts';
import { nearnessOf } from './nearness.ts';
import { byOrigin } from './by-origin.ts';
import { recencyOf } from './recency.ts';
import { articlesIn, type DigestWindow } from './window.ts';

/** What the articles of a window are about: the more, the newer an article is and the nearer its origin is to the others. */
export function centreWithin(library: Library, window: DigestWindow): Centre {
  const articles = articlesIn(library, window);
  const recency = recencyOf(articles);
  const origins = byOrigin(articles);
  const near = nearnessOf(new Map([...origins].map(([origin, held]) => [origin, wordsIn(held)])));
  // The terms of many articles would fill the memory: they are made for one origin at a time.
  function* sentences(): Generator<CentreSentence[]> {
    for (const [origin, held] of origins)
      yield held.flatMap((article) => sentencesOf(article, (recency.get(article) ?? 1) * (near.get(origin) ?? 1)));
  }
  return centreOf(sentences());
}

function sentencesOf(held: HeldArticle, worth: number): CentreSentence[] {
  return bodyOf(held).map(({ text, index }) => ({ terms: termsOf(text), index, worth }));
}

function wordsIn(articles: readonly HeldArticle[]): ReadonlySet<string> {
  return new Set(articles.flatMap((held) => bodyOf(held).flatMap(({ text }) => contentTermsOf(text))));
}

function bodyOf({ sentences }: HeldArticle): Sentence[] {
  return sentences.filter(({ kind }) => kind === 'body');
}
