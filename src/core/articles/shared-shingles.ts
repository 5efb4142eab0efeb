/** A shingle in more articles than this is a phrase of the trade ("did not respond to a request for comment"). */
const commonShingle = 40;

/** An article by its number, with the part of the shorter one's shingles that it shares with another. */
export interface Sharing {
  readonly other: number;
  readonly part: number;
}

/**
 * Takes the shingles of articles in order, each article's own once; gives for any of them the ones before it that share at
 * least `leastPart`. All in typed arrays, the holders of a shingle beside each other: a Map of millions of lists is slow and
 * takes more memory than the texts.
 */
export function sharedShingles(articles: readonly Int32Array[], leastPart: number): (article: number) => Sharing[] {
  const numbered = numberedShingles(articles);
  const { firsts, holders } = holdersOf(numbered);
  const counts = new Int32Array(articles.length);

  /** Counts up each earlier article that holds the shingle, and notes those counted for the first time. */
  function countUp(shingle: number, article: number, met: number[]): void {
    const end = firsts[shingle + 1] ?? 0;
    for (let at = firsts[shingle] ?? 0; at < end; at += 1) {
      const holder = holders[at] ?? 0;
      if (holder >= article) return;
      const count = counts[holder] ?? 0;
      if (count === 0) met.push(holder);
      counts[holder] = count + 1;
    }
  }

  return (article) => {
    const start = numbered.starts[article] ?? 0;
    const length = articles[article]?.length ?? 0;
    const met: number[] = [];
    for (const shingle of numbered.shingles.subarray(start, start + length)) countUp(shingle, article, met);
    const sharing: Sharing[] = [];
    for (const other of met) {
      const part = (counts[other] ?? 0) / Math.min(length, articles[other]?.length ?? 0);
      if (part >= leastPart) sharing.push({ other, part });
      counts[other] = 0;
    }
    return sharing;
  };
}

/** The first articles that hold each shingle, rising, and where those of each begin. */
function holdersOf({ shingles, starts, counts }: NumberedShingles): { firsts: Int32Array; holders: Int32Array } {
  const firsts = startsOf(counts.map((count) => Math.min(count, commonShingle)));
  const ends = firsts.slice();
  const holders = new Int32Array(firsts.at(-1) ?? 0);
  for (let article = 0; article + 1 < starts.length; article += 1)
    for (const shingle of shingles.subarray(starts[article], starts[article + 1])) {
      const end = ends[shingle] ?? 0;
      if (end === firsts[shingle + 1]) continue;
      holders[end] = article;
      ends[shingle] = end + 1;
    }
  return { firsts, holders };
}

interface NumberedShingles {
  /** The shingles of all articles in order, each by its number. */
  readonly shingles: Int32Array;
  /** Where those of each article begin. */
  readonly starts: Int32Array;
  /** How many articles hold each. */
  readonly counts: Int32Array;
}

/** Numbers the different shingles from 0, by an open-addressed table. */
function numberedShingles(articles: readonly Int32Array[]): NumberedShingles {
  const starts = startsOf(Int32Array.from(articles, ({ length }) => length));
  const most = starts.at(-1) ?? 0;
  const bits = Math.ceil(Math.log2(Math.max(16, most * 1.5)));
  const mask = 2 ** bits - 1;
  // Each slot's shingle, and beside it, where the same reach into memory finds it, one more than its number; 0 when empty.
  const slots = new Int32Array(2 ** (bits + 1));
  const shingles = new Int32Array(most);
  const counts = new Int32Array(most);
  let different = 0;
  for (const [article, own] of articles.entries()) {
    let at = starts[article] ?? 0;
    for (const shingle of own) {
      let slot = Math.imul(shingle, 0x9e_37_79_b1) >>> (32 - bits);
      while (slots[slot * 2 + 1] !== 0 && slots[slot * 2] !== shingle) slot = (slot + 1) & mask;
      if (slots[slot * 2 + 1] === 0) {
        different += 1;
        slots[slot * 2] = shingle;
        slots[slot * 2 + 1] = different;
      }
      const number = (slots[slot * 2 + 1] ?? 0) - 1;
      shingles[at] = number;
      counts[number] = (counts[number] ?? 0) + 1;
      at += 1;
    }
  }
  // A copy, so that the memory for those that are not there is not held.
  return { shingles, starts, counts: counts.slice(0, different) };
}

/** Where each of several lists begins when they stand one after another, and at last where they end. */
function startsOf(lengths: Int32Array): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (let at = 0; at < lengths.length; at += 1) starts[at + 1] = (starts[at] ?? 0) + (lengths[at] ?? 0);
  return starts;
}
