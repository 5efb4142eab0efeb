/** A shingle in more articles than this is a phrase of the trade ("did not respond to a request for comment"). */
const commonShingle = 40;
const none = -1;

/** An article by its number, with the part of the shorter one's shingles that it shares with another. */
export interface Sharing {
  readonly other: number;
  readonly part: number;
}

/**
 * Goes over the articles' shingles (each article's own once) in order: gives for each article the ones before it that
 * share at least `leastPart`. An open-addressed table in typed arrays, since a Map of millions of lists is slow and takes
 * more memory than the texts.
 */
export function sharedShingles(articles: readonly Int32Array[], leastPart: number): (article: number) => Sharing[] {
  const most = articles.reduce((sum, shingles) => sum + shingles.length, 0);
  const bits = Math.ceil(Math.log2(Math.max(16, most * 1.5)));
  const mask = 2 ** bits - 1;
  const keys = new Int32Array(2 ** bits);
  const heads = new Int32Array(2 ** bits).fill(none);
  const holders = new Int32Array(most);
  const next = new Int32Array(most);
  const counts = new Int32Array(articles.length);
  let entered = 0;

  /** Where the shingle stands, or would. */
  function slotOf(shingle: number): number {
    let slot = Math.imul(shingle, 0x9e_37_79_b1) >>> (32 - bits);
    while (heads[slot] !== none && keys[slot] !== shingle) slot = (slot + 1) & mask;
    return slot;
  }

  /** Counts the articles of a list up; returns how many they are, and notes those counted for the first time. */
  function countUp(head: number, met: number[]): number {
    let length = 0;
    for (let at = head; at !== none; at = next[at] ?? none) {
      const holder = holders[at] ?? 0;
      const count = counts[holder] ?? 0;
      if (count === 0) met.push(holder);
      counts[holder] = count + 1;
      length += 1;
    }
    return length;
  }

  return (article) => {
    const own = articles[article] ?? new Int32Array();
    const met: number[] = [];
    for (const shingle of own) {
      const slot = slotOf(shingle);
      const head = heads[slot] ?? none;
      if (countUp(head, met) >= commonShingle) continue;
      keys[slot] = shingle;
      heads[slot] = entered;
      holders[entered] = article;
      next[entered] = head;
      entered += 1;
    }
    const sharing: Sharing[] = [];
    for (const other of met) {
      const part = (counts[other] ?? 0) / Math.min(own.length, articles[other]?.length ?? 0);
      if (part >= leastPart) sharing.push({ other, part });
      counts[other] = 0;
    }
    return sharing;
  };
}
