import type { Claim } from './claims.ts';
import type { Difference, DisputeKind, Pair } from './difference.ts';
import { fates, numbers } from './kinds/numbers.ts';
import { ages, attendance, offices } from './kinds/people.ts';
import { blame, denials, opposites } from './kinds/polar.ts';
import { dates, lengths, places } from './kinds/scenes.ts';
import { shareOf } from './same-thing.ts';

/** How two claims may contradict each other; the first that does names the dispute. */
const kinds: readonly ((pair: Pair) => Difference | undefined)[] = [
  lengths,
  attendance,
  offices,
  ages,
  blame,
  numbers,
  fates,
  dates,
  places,
  opposites,
  denials,
];

/**
 * Whether a kind was right in at least nine of ten labelled pairs that nobody tuned on (`npm run eval -- disputes`). Others stand
 * where disputes are asked for, and nowhere else.
 */
export const sure: Readonly<Record<DisputeKind, 'yes' | 'no'>> = {
  number: 'no',
  date: 'no',
  place: 'no',
  attendance: 'no',
  denial: 'no',
  opposite: 'yes',
  blame: 'yes',
  office: 'yes',
  age: 'yes',
  fate: 'no',
};

/** What happens again next week is another event. */
export const sameDaysMs = 3 * 86_400_000;

/** Whether two claims of one time give values of one kind: of most pairs that is all there is to see. */
export function mayDiffer(one: Claim, other: Claim): boolean {
  return Math.abs(one.publishedMs - other.publishedMs) <= sameDaysMs && one.held.origin !== other.held.origin;
}

/** How two sentences of different origins contradict each other; undefined when they tell of different things, or agree. */
export function differenceOf(one: Claim, other: Claim): Difference | undefined {
  if (!mayDiffer(one, other) || one.sentence.text === other.sentence.text) return undefined;
  const pair = { one, other, share: shareOf(one, other), apartMs: Math.abs(one.publishedMs - other.publishedMs) };
  for (const between of kinds) {
    const difference = between(pair);
    if (difference !== undefined) return difference;
  }
  return undefined;
}
