import type { ArticleId } from '../ids/ids.ts';
import type { Article } from './article.ts';

/** Words in a row that count as one piece of shared text. */
const shingleWords = 5;
/** Two articles are one origin when this much of the shorter one's text stands in the other. */
const sharedText = 0.5;
/** A shingle in more articles than this is a phrase of the trade ("did not respond to a request for comment"). */
const commonShingle = 40;

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
  const shingles = ordered.map((article) => shinglesOf(article.text));
  const holders = new Map<number, number[]>();
  const origins = new Map<ArticleId, ArticleId>();
  ordered.forEach((article, index) => {
    const own = shingles[index] ?? new Set<number>();
    const earlier = mostShared(own, holders, shingles);
    const original = earlier === undefined ? undefined : ordered[earlier];
    origins.set(article.id, original === undefined ? article.id : (origins.get(original.id) ?? original.id));
    for (const shingle of own) {
      const known = holders.get(shingle);
      if (known === undefined) holders.set(shingle, [index]);
      else if (known.length < commonShingle) known.push(index);
    }
  });
  return origins;
}

function when({ published, added }: Pick<Article, 'published' | 'added'>): string {
  return published ?? added;
}

/** The earlier article that shares the most, if it shares enough. */
function mostShared(
  own: ReadonlySet<number>,
  holders: ReadonlyMap<number, readonly number[]>,
  shingles: readonly ReadonlySet<number>[],
): number | undefined {
  const shared = new Map<number, number>();
  for (const shingle of own)
    for (const index of holders.get(shingle) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
  let best: { readonly index: number; readonly part: number } | undefined;
  for (const [index, count] of shared) {
    const part = count / Math.min(own.size, shingles[index]?.size ?? own.size);
    if (part >= sharedText && (best === undefined || part > best.part)) best = { index, part };
  }
  return best?.index;
}

function shinglesOf(text: string): ReadonlySet<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const shingles = new Set<number>();
  for (let index = 0; index + shingleWords <= words.length; index += 1)
    shingles.add(hash(words.slice(index, index + shingleWords)));
  return shingles;
}

/** FNV-1a over the words: 32 bits are enough to compare articles of one story. */
function hash(words: readonly string[]): number {
  let value = 0x81_1c_9d_c5;
  for (const word of words) {
    for (let index = 0; index < word.length; index += 1)
      value = Math.imul(value ^ word.charCodeAt(index), 0x01_00_01_93);
    value = Math.imul(value ^ 32, 0x01_00_01_93);
  }
  return value >>> 0;
}
