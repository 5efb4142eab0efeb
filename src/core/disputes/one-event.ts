import { stem } from '../words/stem.ts';
import type { Claim } from './claims.ts';

/** Words that tell how many people something befell, and not what it was. */
const countingTerms = new Set(
  [
    ...[
      'dead',
      'died',
      'death',
      'toll',
      'killed',
      'injured',
      'hurt',
      'wounded',
      'missing',
      'number',
      'people',
      'person',
    ],
    ...['risen', 'rose', 'town', 'city', 'province', 'region', 'area', 'fled', 'homes', 'left', 'arrested', 'detained'],
    ...[
      'government',
      'official',
      'spokesman',
      'hospital',
      'doctor',
      'rebel',
      'civilian',
      'soldier',
      'fighter',
      'troops',
    ],
    ...[
      'evacuated',
      'displaced',
      'confirmed',
      'police',
      'rescue',
      'teams',
      'looking',
      'searching',
      'lives',
      'claimed',
      'victims',
      'bodies',
    ],
  ].map(stem),
);

/** Whether two claims that count people tell of one event: they share what it was, and neither names what the other does not. */
export function isOneEvent(one: Claim, other: Claim): boolean {
  if (apart(one.names, other.names) || one.years.size + other.years.size > 0) return false;
  if (one.days.length > 0 && other.days.length > 0 && one.days.every((day) => !other.days.includes(day))) return false;
  const [left, right] = [eventTerms(one), eventTerms(other)];
  const isNamed = one.names.size > 0 && other.names.size > 0;
  const isName = (term: string): boolean => one.names.has(term) && other.names.has(term);
  return left.some((term) => right.includes(term) && (!isNamed || !isName(term) || left.length * right.length === 1));
}

/** What tells of which event a claim that counts people is: "nine people are still missing" has none of it. */
export function eventTerms({ terms }: Claim): string[] {
  return [...terms].filter((term) => !countingTerms.has(term));
}

/** Each has something that the other lacks: they speak of different things. */
export function apart(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return [...left].some((item) => !right.has(item)) && [...right].some((item) => !left.has(item));
}
