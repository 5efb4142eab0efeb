import { bearsOut, type Saying, sameSaying } from './saying.ts';

/** Finds what was said before, among many sentences: only those that share a rare word are compared. */
export interface SameSayings<Item extends { readonly saying: Saying }> {
  add(item: Item): void;
  /** The first item that this saying bears out. */
  find(saying: Saying): Item | undefined;
}

/** Thousands of sentences of the same words are no news; a few that stand twice do less harm than a bot that stands still. */
const mostCompared = 500;

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
      let compared = 0;
      // Of sentences that are alike, one has at least one of any so many words of the other.
      for (const word of rarest.slice(0, Math.floor(rarest.length * (1 - sameSaying)) + 1)) {
        for (const item of byWord.get(word) ?? []) {
          if (bearsOut(saying, item.saying)) return item;
          compared += 1;
          if (compared === mostCompared) return undefined;
        }
      }
      return undefined;
    },
  };
}
