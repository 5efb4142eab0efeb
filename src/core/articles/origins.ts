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
 * agency reports do (the less is asked of them when both credit the same agency), have the id of the earliest one. Gives the origin of
 * an article by its id; the texts are put beside each other when the first is asked for, and each origin is found when it is
 * asked for: most answers need those of few articles. All of them cost work by the length of the texts, not by its square.
 */
export function findOrigins(articles: readonly OriginArticle[]): (id: ArticleId) => ArticleId {
  let found: ((id: ArticleId) => ArticleId) | undefined;
  return (id) => {
    found ??= originsAmong(articles);
    return found(id);
  };
}

function originsAmong(articles: readonly OriginArticle[]): (id: ArticleId) => ArticleId {
  const ordered = articles.toSorted((left, right) =>
    when(left) < when(right) ? -1 : when(left) > when(right) ? 1 : 0,
  );
  const places = new Map(ordered.map(({ id }, place) => [id, place]));
  const originalOf = originalAmong(ordered);
  const origins = new Map<number, ArticleId>();
  return (id) => {
    // From an article to the one it is from, and on to what that is from, until it is known where they all come from.
    const from: number[] = [];
    let place = places.get(id);
    let origin = id;
    while (place !== undefined) {
      const known = origins.get(place);
      origin = known ?? ordered[place]?.id ?? id;
      if (known !== undefined) break;
      from.push(place);
      place = originalOf(place);
    }
    for (const each of from) origins.set(each, origin);
    return origin;
  };
}

/** Gives for the number of an article that of the earlier one whose text it has, if there is one. */
function originalAmong(ordered: readonly OriginArticle[]): (place: number) => number | undefined {
  const facts = ordered.map((article) => factsOf(article));
  const sharing = sharedShingles(
    facts.map(({ sample }) => sample),
    sharedSample.ofAgency,
  );
  const shinglesIn = remembered(differentShinglesOf, shinglesKept);
  return (place) => {
    const likely = sharing(place)
      .map(({ other, part }) => ({ other, part, isOfAgency: meet(facts[place]?.agencies, facts[other]?.agencies) }))
      .filter(({ part, isOfAgency }) => isOfAgency || part >= sharedSample.any)
      .toSorted((left, right) => right.part - left.part || left.other - right.other)
      .slice(0, mostCompared)
      .map(({ other, isOfAgency }) => ({ other, least: isOfAgency ? sharedOfAgency : sharedText }));
    return mostShared(place, likely, (at) => shinglesIn(ordered[at]?.text ?? ''));
  };
}

function when({ published, added }: Pick<Article, 'published' | 'added'>): string {
  return published ?? added;
}

function meet(one: ReadonlySet<string> = new Set(), other: ReadonlySet<string> = new Set()): boolean {
  return [...one].some((name) => other.has(name));
}

/** The first of the other articles that shares the most, if it shares as much as is asked of it. */
function mostShared(
  article: number,
  others: readonly { readonly other: number; readonly least: number }[],
  shinglesOf: (article: number) => Int32Array,
): number | undefined {
  if (others.length === 0) return undefined;
  const own = shinglesOf(article);
  let best: { readonly other: number; readonly part: number } | undefined;
  for (const { other, least } of others) {
    const theirs = shinglesOf(other);
    const part = sharedCount(own, theirs) / Math.min(own.length, theirs.length);
    if (part >= least && (best === undefined || part > best.part)) best = { other, part };
  }
  return best?.other;
}
