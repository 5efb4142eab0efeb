/** The words of some articles' origins, or their numbers: what is told there, whoever prints it. */
export type WordsByOrigin = ReadonlyMap<string, ReadonlySet<string | number>>;

/**
 * How near each origin is to the others, by the words that it shares with them (mean cosine), 1 for the nearest: one that tells of
 * another matter says little of what all are about. An origin alone is as near as can be.
 */
export function nearnessOf(origins: WordsByOrigin): ReadonlyMap<string, number> {
  const sharers = new Map<string | number, number>();
  for (const words of origins.values())
    for (const word of words) sharers.set(word, (sharers.get(word) ?? 0) + 1 / Math.sqrt(words.size));
  // The cosines of one with all others are summed word by word: comparing each pair would take too long for many articles.
  const near = new Map<string, number>();
  for (const [origin, words] of origins) {
    const own = 1 / Math.sqrt(words.size);
    let sum = 0;
    for (const word of words) sum += ((sharers.get(word) ?? own) - own) * own;
    near.set(origin, sum);
  }
  let nearest = 0;
  for (const sum of near.values()) nearest = Math.max(nearest, sum);
  return new Map([...near].map(([origin, sum]) => [origin, nearest === 0 ? 1 : sum / nearest]));
}
