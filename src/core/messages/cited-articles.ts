import type { Citation } from './message.ts';

/** An article that a message cites, with all the numbers under which it does. */
export interface CitedArticle {
  readonly numbers: readonly number[];
  readonly citation: Citation;
}

/** What a reader must know of an article beside its name: " (opinion, sample)"; empty for a report of the publisher's. */
export function caveatOf({ opinion, sample }: Citation): string {
  const caveats = [...(opinion === true ? ['opinion'] : []), ...(sample ? ['sample'] : [])];
  return caveats.length === 0 ? '' : ` (${caveats.join(', ')})`;
}

/** Groups a message's citations by article, in the order of their first numbers: the list of sources. */
export function citedArticles(citations: readonly Citation[]): CitedArticle[] {
  const cited = new Map<string, { numbers: number[]; citation: Citation }>();
  for (const citation of citations) {
    const known = cited.get(citation.article);
    if (known === undefined) cited.set(citation.article, { numbers: [citation.number], citation });
    else known.numbers.push(citation.number);
  }
  return [...cited.values()];
}
