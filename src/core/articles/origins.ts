import type { ArticleId } from '../ids/ids.ts';
import type { Article } from './article.ts';
import { sharedShingles } from './shared-shingles.ts';
import { differentShinglesOf, sharedCount } from './shingles.ts';
import { remembered } from '../text/remembered.ts';
import { factsOf } from './text-facts.ts';

/** Two articles are one origin when this much of the shorter one's text stands in the other. */
const sharedText = 0.5;
/** The same, when both come from one agency or credit it: one of them is its text reworked. */
const sharedOfAgency = 0.2;
/** What the kept shingles must share for all of them to be compared, and with how many articles at most. */
const sharedSample = { any: 0.3, ofAgency: 0.12 } as const;
const mostCompared = 8;
/** Of so many texts the shingles are kept while origins are found: a report is compared with each of its copies. */
const shinglesKept = 2_000;

type OriginArticle = Pick<Article, 'id' | 'text' | 'publisher' | 'published' | 'added'>;

/**
 * Which articles are one independent source: those that share much of their text, as syndicated copies and reworked
 * agency reports do (the less is asked of them when both credit the same agency), get the id of the earliest one. The work grows with the length of the texts, not with its square.
 */
export function findOrigins(articles: readonly OriginArticle[]): Map<ArticleId, ArticleId> {
  const ordered = articles.toSorted((left, right) =>
    when(left) < when(right) ? -1 : when(left) > when(right) ? 1 : 0,
  );
  const facts = ordered.map((article) => factsOf(article));
  const samples = facts.map(({ sample }) => sample);
  const sharing = sharedShingles(samples, sharedSample.ofAgency);
  const origins = new Map<ArticleId, ArticleId>();
  const shinglesIn = remembered(differentShinglesOf, shinglesKept);
  for (const [index, article] of ordered.entries()) {
    const likely = sharing(index)
      .map(({ other, part }) => ({ other, part, isOfAgency: meet(facts[index]?.agencies, facts[other]?.agencies) }))
      .filter(({ part, isOfAgency }) => isOfAgency || part >= sharedSample.any)
      .toSorted((left, right) => right.part - left.part || left.other - right.other)
      .slice(0, mostCompared);
    const original = mostShared(
      article,
      likely.flatMap(({ other, isOfAgency }) => {
        const candidate = ordered[other];
        return candidate === undefined ? [] : [{ candidate, least: isOfAgency ? sharedOfAgency : sharedText }];
      }),
      shinglesIn,
    );
    origins.set(article.id, original === undefined ? article.id : (origins.get(original.id) ?? original.id));
  }
  return origins;
}

function when({ published, added }: Pick<Article, 'published' | 'added'>): string {
  return published ?? added;
}

function meet(one: ReadonlySet<string> = new Set(), other: ReadonlySet<string> = new Set()): boolean {
  return [...one].some((name) => other.has(name));
}

/** The first of the articles that shares the most, if it shares as much as is asked of it. */
function mostShared(
  article: OriginArticle,
  others: readonly { readonly candidate: OriginArticle; readonly least: number }[],
  shinglesIn: (text: string) => Int32Array,
): OriginArticle | undefined {
  if (others.length === 0) return undefined;
  const own = shinglesIn(article.text);
  let best: { readonly candidate: OriginArticle; readonly part: number } | undefined;
  for (const { candidate, least } of others) {
    const theirs = shinglesIn(candidate.text);
    const part = sharedCount(own, theirs) / Math.min(own.length, theirs.length);
    if (part >= least && (best === undefined || part > best.part)) best = { candidate, part };
  }
  return best?.candidate;
}
