const none = -1;

/** Numbers pairs of numbers from 0, as they are first met. */
export type PairNumbers = (first: number, second: number) => number;

/**
 * An empty numbering, open-addressed and in typed arrays: a Map would need a text for every one of millions of pairs, and takes
 * many times as long.
 */
export function pairNumbers(): PairNumbers {
  let bits = 12;
  let slots = new Int32Array(2 ** bits).fill(none);
  /** The two of each pair, beside each other. */
  let pairs = new Int32Array(2 ** bits);
  let size = 0;

  /** Where a pair stands, or would. */
  function slotOf(first: number, second: number): number {
    let slot = Math.imul(Math.imul(first, 0x85_eb_ca_6b) ^ second, 0x9e_37_79_b1) >>> (32 - bits);
    for (let known = slots[slot] ?? none; known !== none; known = slots[slot] ?? none) {
      if (pairs[known * 2] === first && pairs[known * 2 + 1] === second) return slot;
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  function widen(): void {
    bits += 1;
    slots = new Int32Array(2 ** bits).fill(none);
    const fewer = pairs;
    pairs = new Int32Array(2 ** bits);
    pairs.set(fewer);
    for (let number = 0; number < size; number += 1)
      slots[slotOf(pairs[number * 2] ?? none, pairs[number * 2 + 1] ?? none)] = number;
  }

  return (first, second) => {
    const slot = slotOf(first, second);
    const known = slots[slot] ?? none;
    if (known !== none) return known;
    const number = size;
    slots[slot] = number;
    pairs[number * 2] = first;
    pairs[number * 2 + 1] = second;
    size += 1;
    if (size * 2 >= slots.length) widen();
    return number;
  };
}
