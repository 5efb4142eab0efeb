import { looksAhead } from '../../language/analyse.ts';
import { secondsIn } from '../../language/en/lists/numbers.ts';
import type { Claim } from '../claims.ts';
import type { Difference, Pair } from '../difference.ts';
import { apart } from '../one-event.ts';
import { namesApart } from '../same-thing.ts';
import { isSameScene } from './people.ts';

const sameThing = { date: 0.75, place: 0.7 };
/** How far apart two lengths may be that are told roughly. */
const roughly = 0.12;

/** How long a meeting or a call took: articles word it so differently that the kind of event and where it was must do. */
export function lengths({ one, other }: Pair): Difference | undefined {
  if (one.lasting === undefined || one.lasting !== other.lasting || !isSameScene(one, other)) return undefined;
  const [left, right] = [lengthOf(one), lengthOf(other)];
  if (left === undefined || right === undefined) return undefined;
  const isApart = Math.abs(left.seconds - right.seconds) > roughly * Math.max(left.seconds, right.seconds);
  return isApart ? { kind: 'number', values: [left.words, right.words] } : undefined;
}

function lengthOf({ quantities, told }: Claim): { readonly seconds: number; readonly words: string } | undefined {
  const [length, ...more] = quantities.filter(({ unit }) => unit === 'time');
  if (length?.counted === undefined || more.length > 0) return undefined;
  const seconds = secondsIn[length.counted];
  const unit = /^[ -]\p{L}+/u.exec(told.slice(length.end))?.[0] ?? '';
  return seconds === undefined ? undefined : { seconds: length.value * seconds, words: `${length.words}${unit}` };
}

/** One deed of one doer on two days. What differs in more is two events. */
export function dates({ one, other, share }: Pair): Difference | undefined {
  const [left, right] = [one.days[0], other.days[0]];
  if (left === undefined || right === undefined || one.days.length > 1 || other.days.length > 1 || left === right)
    return undefined;
  if (looksAhead(one.told) !== looksAhead(other.told)) return undefined;
  if (share < sameThing.date || namesApart(one, other) || apart(one.matter, other.matter) || numbersApart(one, other))
    return undefined;
  // "tomorrow" in a text that is told again a day later is the same day.
  if (one.dayWords[0] === other.dayWords[0]) return undefined;
  return one.denies === other.denies ? { kind: 'date', values: [left, right] } : undefined;
}

/** All the same but one city. */
export function places({ one, other, share }: Pair): Difference | undefined {
  const left = [...one.cities].filter(([term]) => !other.cities.has(term));
  const right = [...other.cities].filter(([term]) => !one.cities.has(term));
  const [[, mine] = [], [, theirs] = []] = [left[0], right[0]];
  if (mine === undefined || theirs === undefined || left.length > 1 || right.length > 1) return undefined;
  const others = ({ matter, cities }: Claim): Set<string> => new Set([...matter].filter((term) => !cities.has(term)));
  const isElse = apart(others(one), others(other));
  if (share < sameThing.place || isElse || one.denies !== other.denies) return undefined;
  return { kind: 'place', values: [mine, theirs] };
}

function numbersApart(one: Claim, other: Claim): boolean {
  const values = ({ quantities }: Claim): Set<string> =>
    new Set(quantities.map(({ value, unit }) => `${value} ${unit}`));
  return apart(values(one), values(other));
}
