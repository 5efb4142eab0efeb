import type { Claim } from './claims.ts';

export type DisputeKind =
  | 'number'
  | 'date'
  | 'place'
  | 'attendance'
  | 'denial'
  | 'opposite'
  | 'blame'
  | 'office'
  | 'age'
  | 'fate';

/** How two claims about one thing differ, with the value that each gives. */
export interface Difference {
  readonly kind: DisputeKind;
  readonly values: readonly [string, string];
  /** What tells the values apart, however they are worded; the values themselves where this is absent. */
  readonly keys?: readonly [string, string];
}

/** A pair of claims with how far they tell of one thing. */
export interface Pair {
  readonly one: Claim;
  readonly other: Claim;
  /** Share of the shorter claim's matter that both have. */
  readonly share: number;
  readonly apartMs: number;
}
