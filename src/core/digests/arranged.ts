import type { Candidate } from './candidates.ts';

/** The article of the most important line comes first, with its other lines, and so on. */
export function arranged(chosen: readonly Candidate[]): Candidate[] {
  const articles = [...new Set(chosen.toSorted((left, right) => right.score - left.score).map(({ held }) => held))];
  return articles.flatMap((article) =>
    chosen.filter(({ held }) => held === article).toSorted((left, right) => left.sentence.index - right.sentence.index),
  );
}
