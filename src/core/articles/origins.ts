import type { ArticleId } from '../ids/ids.ts';
import type { Article } from './article.ts';
import { sharedShingles } from './shared-shingles.ts';
import { shinglesOf } from './shingles.ts';

/** Two articles are one origin when this much of the shorter one's text stands in the other. */
const sharedText = 0.5;
/** One shingle in so many is kept to find articles that may share text (Broder, "On the resemblance of documents", 1997). */
const sampled = 4;
/** What the kept shingles must share for all of them to be compared, and with how many articles at most. */
const sharedSample = 0.3;
const mostCompared = 8;

/**
 * Which articles are one independent source: those that share much of their text, as syndicated copies and reworked
 * agency reports do, get the id of the earliest one. The work grows with the length of the texts, not with its square.
 */
export function findOrigins(
  articles: readonly Pick<Article, 'id' | 'text' | 'published' | 'added'>[],
): Map<ArticleId, ArticleId> {
  const ordered = articles.toSorted((left, right) =>
    when(left) < when(right) ? -1 : when(left) > when(right) ? 1 : 0,
  );
  const samples = ordered.map(({ text }) => sampleOf(text));
  const sharing = sharedShingles(samples, sharedSample);
  const origins = new Map<ArticleId, ArticleId>();
  for (const [index, article] of ordered.entries()) {
    const likely = sharing(index).toSorted((left, right) => right.part - left.part || left.other - right.other);
    const original = mostShared(
      article,
      likely.slice(0, mostCompared).flatMap(({ other }) => ordered[other] ?? []),
    );
    origins.set(article.id, original === undefined ? article.id : (origins.get(original.id) ?? original.id));
  }
  return origins;
}

function when({ published, added }: Pick<Article, 'published' | 'added'>): string {
  return published ?? added;
}

function sampleOf(text: string): Int32Array {
  const shingles = shinglesOf(text);
  let kept = 0;
  for (const shingle of shingles) {
    if (shingle % sampled !== 0) continue;
    shingles[kept] = shingle;
    kept += 1;
  }
  const sample = shingles.subarray(0, kept).toSorted();
  return sample.filter((shingle, at) => shingle !== sample[at - 1]);
}

/** The first of the articles that shares the most, if it shares enough. */
function mostShared<Text extends Pick<Article, 'text'>>(article: Text, others: readonly Text[]): Text | undefined {
  if (others.length === 0) return undefined;
  const own = new Set(shinglesOf(article.text));
  let best: { readonly other: Text; readonly part: number } | undefined;
  for (const other of others) {
    const theirs = new Set(shinglesOf(other.text));
    let shared = 0;
    for (const shingle of theirs) if (own.has(shingle)) shared += 1;
    const part = shared / Math.min(own.size, theirs.size);
    if (part >= sharedText && (best === undefined || part > best.part)) best = { other, part };
  }
  return best?.other;
}
