import { bearsOut, type Saying, sameSaying } from './saying.ts';

/** Finds what was said before, among many sentences: only those that share a rare word are compared. */
export interface SameSayings<Item extends { readonly saying: Saying }> {
  add(item: Item): void;
  /** The first item that this saying bears out. */
  find(saying: Saying): Item | undefined;
}

/** Thousands of sentences of the same words are no news; a few that stand twice do less harm than a bot that stands still. */
const mostCompared = 500;

/** A word, and which of the items hold it, in the order of adding. */
interface Posting {
  readonly at: number[];
  /** Its bit in a mask of 64: many words share one. */
  readonly bit: number;
}

/** What stands of an item beside those of all others: to see that two cannot be alike takes a fraction of comparing their words. */
interface Outline {
  readonly size: number;
  /** The bits of its words, 32 and 32. */
  readonly low: number;
  readonly high: number;
}

export function sameSayings<Item extends { readonly saying: Saying }>(): SameSayings<Item> {
  const postings = new Map<string, Posting>();
  const items: { readonly item: Item; readonly outline: Outline }[] = [];
  return {
    add: (item) => {
      const { words } = item.saying;
      const own = [...words].map((word) => {
        const posting = postings.get(word) ?? { at: [], bit: postings.size % 64 };
        postings.set(word, posting);
        posting.at.push(items.length);
        return posting;
      });
      items.push({ item, outline: outlineOf(words.size, own) });
    },
    find: (saying) => {
      if (items.length === 0) return undefined;
      // A word that no item holds has no bit, and counts as one that is not shared.
      const held = [...saying.words].flatMap((word) => postings.get(word) ?? []);
      const outline = outlineOf(saying.words.size, held);
      const rarest = held.toSorted((left, right) => left.at.length - right.at.length);
      let compared = 0;
      // Of sentences that are alike, one has at least one of any so many words of the other.
      const unheld = saying.words.size - held.length;
      const tried = Math.floor(saying.words.size * (1 - sameSaying)) + 1 - unheld;
      for (const { at } of rarest.slice(0, Math.max(0, tried))) {
        for (const place of at) {
          const known = items[place];
          if (known === undefined) continue;
          if (mayBeAlike(outline, known.outline) && bearsOut(saying, known.item.saying)) return known.item;
          compared += 1;
          if (compared === mostCompared) return undefined;
        }
      }
      return undefined;
    },
  };
}

function outlineOf(size: number, postings: readonly Posting[]): Outline {
  let [low, high] = [0, 0];
  for (const { bit } of postings) {
    if (bit < 32) low |= 1 << bit;
    else high |= 1 << (bit - 32);
  }
  return { size, low, high };
}

/** Whether two may share enough words: no word of either whose bit the other lacks is shared. */
function mayBeAlike(one: Outline, other: Outline): boolean {
  const ownOnly = bitsIn(one.low & ~other.low) + bitsIn(one.high & ~other.high);
  const otherOnly = bitsIn(other.low & ~one.low) + bitsIn(other.high & ~one.high);
  const shared = Math.min(one.size - ownOnly, other.size - otherOnly);
  // Written without a division by what both have together, so that nothing that is just alike enough is rounded away.
  return shared * (1 + sameSaying) + 1e-9 >= sameSaying * (one.size + other.size);
}

/** How many bits of a 32-bit number are set. After H. Warren, "Hacker's Delight" (2002), figure 5-2. */
function bitsIn(number: number): number {
  let bits = number - ((number >>> 1) & 0x55_55_55_55);
  bits = (bits & 0x33_33_33_33) + ((bits >>> 2) & 0x33_33_33_33);
  return Math.imul((bits + (bits >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24;
}
