/** Whole numbers up to 2³¹ in a row that grows; a tenth of what an array of millions of them costs the collector. */
export interface GrowingNumbers {
  push(value: number): void;
  pop(): void;
  length(): number;
  /** All of them; the same memory, so it holds until the next push. */
  values(): Int32Array;
}

export function growingNumbers(): GrowingNumbers {
  let held = new Int32Array(1024);
  let length = 0;
  return {
    push: (value) => {
      if (length === held.length) {
        const wider = new Int32Array(length * 2);
        wider.set(held);
        held = wider;
      }
      held[length] = value;
      length += 1;
    },
    pop: () => {
      length -= 1;
    },
    length: () => length,
    values: () => held.subarray(0, length),
  };
}
