import { sharedBy } from '../events/sets.ts';
import type { Claim } from './claims.ts';
import { apart } from './one-event.ts';

/** What a claim must at least share with another to be of one thing: so many words, and so much of the longer one. */
const fewestShared = 2;
const sharedOfLonger = 0.35;

/** Which share of the shorter claim's matter both have; 0 where that is too little to be of one thing. */
export function shareOf({ matter: one }: Claim, { matter: other }: Claim): number {
  const shared = sharedBy(one, other);
  const [less = 0, more = 0] = [one.size, other.size].toSorted((left, right) => left - right);
  const isAll = shared === less && shared === more;
  return (shared < fewestShared && !isAll) || shared < sharedOfLonger * more ? 0 : shared / Math.max(1, less);
}

/** Each names somebody or something that the other does not. */
export function namesApart(one: Claim, other: Claim): boolean {
  return apart(one.names, other.names);
}

/** Both give days, and none in common: they tell of two events. */
export function daysApart(one: Claim, other: Claim): boolean {
  return one.days.length > 0 && other.days.length > 0 && one.days.every((day) => !other.days.includes(day));
}
