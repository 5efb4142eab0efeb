/** Numbers for words as they are written, found without cutting each out of its text. */
export interface WordTable {
  /**
   * The number of the word between two places of a text's UTF-16 code units; words are numbered from 0 as they are first
   * met.
   */
  numberOf(units: Uint16Array, start: number, end: number): number;
}

const none = -1;

/**
 * An empty table of words: open-addressed, in typed arrays, since a Map needs a string of its own for every word looked up,
 * which for millions of words takes many times as long as the search.
 */
export function wordTable(): WordTable {
  let bits = 12;
  let slots = new Int32Array(2 ** bits).fill(none);
  let hashes = new Int32Array(2 ** bits);
  const words = heldWords();

  function place(hash: number): number {
    return Math.imul(hash, 0x9e_37_79_b1) >>> (32 - bits);
  }

  function widen(): void {
    const [before, earlier] = [slots, hashes];
    bits += 1;
    slots = new Int32Array(2 ** bits).fill(none);
    hashes = new Int32Array(2 ** bits);
    for (const [from, number] of before.entries()) {
      if (number === none) continue;
      const hash = earlier[from] ?? 0;
      let slot = place(hash);
      while (slots[slot] !== none) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number;
      hashes[slot] = hash;
    }
  }

  return {
    numberOf: (units, start, end) => {
      const hash = hashOf(units, start, end);
      let slot = place(hash);
      for (let known = slots[slot] ?? none; known !== none; known = slots[slot] ?? none) {
        if (hashes[slot] === hash && words.isAt(known, units, start, end)) return known;
        slot = (slot + 1) & (slots.length - 1);
      }
      const number = words.add(units, start, end);
      slots[slot] = number;
      hashes[slot] = hash;
      if ((number + 1) * 2 > slots.length) widen();
      return number;
    },
  };
}

interface HeldWords {
  /** Holds one more word; returns its number. */
  add(units: Uint16Array, start: number, end: number): number;
  /** Whether a word stands between two places. */
  isAt(number: number, units: Uint16Array, start: number, end: number): boolean;
}

/** The units of all words one after another. */
function heldWords(): HeldWords {
  let letters = new Uint16Array(2 ** 14);
  /** Where each word begins, and at last where the next one will. */
  const begins = [0];
  return {
    add: (units, start, end) => {
      const first = begins.at(-1) ?? 0;
      const past = first + end - start;
      if (past > letters.length) {
        const fewer = letters;
        letters = new Uint16Array(past * 2);
        letters.set(fewer);
      }
      letters.set(units.subarray(start, end), first);
      return begins.push(past) - 2;
    },
    isAt: (number, units, start, end) => {
      const first = begins[number] ?? 0;
      if ((begins[number + 1] ?? 0) - first !== end - start) return false;
      const offset = first - start;
      for (let at = start; at < end; at += 1) if (letters[offset + at] !== units[at]) return false;
      return true;
    },
  };
}

/** FNV-1a over the code units: 32 bits, signed. */
function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = 0x81_1c_9d_c5 | 0;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (units[at] ?? 0), 0x01_00_01_93);
  return hash;
}
