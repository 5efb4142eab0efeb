import { fatesIn } from '../language/en/fates.ts';
import type { Claim } from './claims.ts';
import type { Toll } from './tolls.ts';

/** Articles published closer together than this tell of one moment: what they tell differently, they dispute. */
export const sameMomentMs = 3_600_000;

/** What only grows while it is counted: a later article with more of it brings an earlier one up to date. */
const growing =
  /\b(?:turnout|counted|tallied|donat\w+|raised|collected|infect\w+|cases|tested|vaccinated|recovered|rescued|registered|signatures|so far)\b/iu;
/** Said of a number that it is another one than before. */
const changing =
  /\b(?:risen|rose|rises|rising|climbed|increased|grown|grew|fell|fallen|dropped|declined|revised|corrected|updated|raised|lowered|now)\b/iu;
/** Told before the counting ends. */
const provisional =
  /\b(?:counted|tallied|preliminary|provisional|partial|early results|exit polls?|initial|first (?:results|reports|estimates?)|so far)\b/iu;

interface Valued {
  readonly claim: Claim;
  readonly value: number;
}

/** Whether the later of two claims brings the number of the earlier one up to date, so that they do not contradict each other. */
export function isUpdate(one: Valued, other: Valued): boolean {
  const [earlier, later] = one.claim.publishedMs <= other.claim.publishedMs ? [one, other] : [other, one];
  if (later.claim.publishedMs - earlier.claim.publishedMs < sameMomentMs) return false;
  const [before, now] = [earlier.claim.sentence.text, later.claim.sentence.text];
  if (changing.test(now) || provisional.test(before)) return true;
  const counted = fatesIn(before);
  const isToll = counted.size > 0 && fatesIn(now).size > 0;
  if (isToll && counted.has('missing')) return true;
  return later.value > earlier.value && (isToll || (growing.test(before) && growing.test(now)));
}

/** The same for people whom something befell: the number of the missing falls too, all others grow. */
export function isTollUpdate(one: Claim, left: Toll, other: Claim, right: Toll): boolean {
  const [earlier, later] = one.publishedMs <= other.publishedMs ? [one, other] : [other, one];
  if (later.publishedMs - earlier.publishedMs < sameMomentMs) return false;
  const grows = later === one ? left.value > right.value : right.value > left.value;
  return grows || left.kind === 'missing' || changing.test(later.sentence.text);
}
