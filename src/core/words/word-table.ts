/** Numbers for words as they are written, found without cutting each out of its text. */
export interface WordTable {
  /** The number of the word between two places of a text; words are numbered from 0 as they are first met. */
  numberOf(text: string, start: number, end: number): number;
}

const none = -1;

/**
 * An empty table of words: open-addressed, in typed arrays, since a Map needs a string of its own for every word looked up,
 * which for millions of words takes many times as long as the search.
 */
export function wordTable(): WordTable {
  const words: string[] = [];
  let bits = 12;
  let slots = new Int32Array(2 ** bits).fill(none);
  let hashes = new Int32Array(2 ** bits);

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

  function isWord(number: number, text: string, start: number, end: number): boolean {
    const word = words[number] ?? '';
    if (word.length !== end - start) return false;
    for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
    return true;
  }

  return {
    numberOf: (text, start, end) => {
      const hash = hashOf(text, start, end);
      let slot = place(hash);
      for (let known = slots[slot] ?? none; known !== none; known = slots[slot] ?? none) {
        if (hashes[slot] === hash && isWord(known, text, start, end)) return known;
        slot = (slot + 1) & (slots.length - 1);
      }
      const number = words.push(text.slice(start, end)) - 1;
      slots[slot] = number;
      hashes[slot] = hash;
      if (words.length * 2 > slots.length) widen();
      return number;
    },
  };
}

/** FNV-1a over the code units: 32 bits, signed. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  return hash | 0;
}
