import { bearsOut, type Saying, sameSaying } from './saying.ts';

/** Finds what was said before, among many sentences: only those that share a rare word are compared. */
export interface SameSayings<Item extends { readonly saying: Saying }> {
  add(item: Item): void;
  /** The first item that this saying bears out. */
  find(saying: Saying): Item | undefined;
}

export function sameSayings<Item extends { readonly saying: Saying }>(): SameSayings<Item> {
  const byWord = new Map<string, Item[]>();
  const count = (word: string): number => byWord.get(word)?.length ?? 0;
  return {
    add: (item) => {
      for (const word of item.saying.words) {
        const known = byWord.get(word);
        if (known === undefined) byWord.set(word, [item]);
        else known.push(item);
      }
    },
    find: (saying) => {
      const rarest = [...saying.words].toSorted((left, right) => count(left) - count(right));
      // Of sentences that are alike, one has at least one of any so many words of the other.
      for (const word of rarest.slice(0, Math.floor(rarest.length * (1 - sameSaying)) + 1)) {
        const found = byWord.get(word)?.find((item) => bearsOut(saying, item.saying));
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}
