export type Bound = 'exact' | 'at least' | 'more than' | 'at most' | 'less than' | 'about';

/** A number that a sentence gives, with what it counts. */
export interface Quantity {
  readonly value: number;
  /** The end of a range: "20-30", "from 20 to 30". */
  readonly upTo?: number;
  readonly bound: Bound;
  readonly unit: 'number' | 'percent' | 'money' | 'time';
  /** The stem of what is counted, the currency, or the unit of time; absent where the sentence does not say. */
  readonly counted?: string;
  /** "up from 12", "reduced from 150 percent": what it was before. */
  readonly role: 'now' | 'before';
  /** The number as worded, with its bound. */
  readonly words: string;
  /** UTF-16 code units into the sentence. */
  readonly start: number;
  readonly end: number;
}

/** How far "about" may be from what is meant. */
const nearly = 0.1;
const exactly = 0.001;

/** The values that a quantity leaves possible. */
export function rangeOf({ value, upTo, bound }: Quantity): { readonly from: number; readonly to: number } {
  const high = upTo ?? value;
  switch (bound) {
    case 'at least':
    case 'more than':
      return { from: value, to: Number.POSITIVE_INFINITY };
    case 'at most':
    case 'less than':
      return { from: Number.NEGATIVE_INFINITY, to: high };
    case 'about':
      return { from: value * (1 - nearly), to: high * (1 + nearly) };
    case 'exact':
      return { from: value * (1 - exactly), to: high * (1 + exactly) };
  }
}

/** Whether no value is possible for both: "nine" and "eleven", not "at least 12" and "more than 10". */
export function areApart(one: Quantity, other: Quantity): boolean {
  const [left, right] = [rangeOf(one), rangeOf(other)];
  return left.to < right.from || right.to < left.from;
}

/** Whether two numbers may be one, rounded differently: "some 4,000" and "3,870", not "some 45,000" and "some 47,000". */
export function mayBeRounded(one: Quantity, other: Quantity): boolean {
  return Math.abs(one.value - other.value) <= Math.max(roundingOf(one), roundingOf(other));
}

/** Whole thousands are round, whether a sentence says "about" or not. */
const roundFrom = 1_000;

/** Half of the last place that is not nought. */
function roundingOf({ value, bound }: Quantity): number {
  const isRound = bound !== 'exact' || (value >= roundFrom && value % 100 === 0);
  if (!isRound || value === 0) return 0;
  let place = 10 ** Math.floor(Math.log10(value));
  while (place > 0.01 && Math.abs(value / place - Math.round(value / place)) > 1e-9) place /= 10;
  return place / 2;
}
