import { isCity } from '../reading/english/cities.ts';
import type { Claim } from './claims.ts';
import { disagree } from './quantities.ts';

export type DisputeKind = 'number' | 'date' | 'place' | 'denial';

/** How two claims about one thing differ, with the value that each gives. */
export interface Difference {
  readonly kind: DisputeKind;
  readonly values: readonly [string, string];
}

/** Shares of the shorter claim's terms that both must have, and of the longer one's. */
const sameThing = { number: 0.55, date: 0.65, place: 0.7, denial: 0.65 };
const sharedOfLonger = 0.35;
/** Terms that are no names and that both must have. */
const fewestShared = 2;
/** What happens again next week is another event, and a number that grew since is no contradiction. */
const sameDaysMs = 3 * 86_400_000;

/** How two sentences of different origins contradict each other; undefined when they tell of different things, or agree. */
export function differenceOf(one: Claim, other: Claim): Difference | undefined {
  return (
    lengthOf(one, other) ?? numbersOf(one, other) ?? daysOf(one, other) ?? placesOf(one, other) ?? denialOf(one, other)
  );
}

/** How long a meeting or a call took: articles word it so differently that the kind of event and where it was must do. */
function lengthOf(one: Claim, other: Claim): Difference | undefined {
  if (one.lasting === undefined || one.lasting !== other.lasting || !sameScene(one, other)) return undefined;
  if (Math.abs(one.publishedMs - other.publishedMs) > sameDaysMs) return undefined;
  const [left, right] = [one, other].map(({ quantities }) => quantities.filter(({ unit }) => unit === 'seconds'));
  const [first, second] = [left?.[0], right?.[0]];
  if (first === undefined || second === undefined || left?.length !== 1 || right?.length !== 1) return undefined;
  return disagree(first, second) ? { kind: 'number', values: [first.words, second.words] } : undefined;
}

/** Each place that one sentence names stands in the other's article, and some name of one does in the other's. */
function sameScene(one: Claim, other: Claim): boolean {
  if (!namesStandIn(one, other) || !namesStandIn(other, one)) return false;
  if (one.days.length > 0 && other.days.length > 0 && one.days.every((day) => !other.days.includes(day))) return false;
  return one.names.size + other.names.size > 0;
}

function namesStandIn({ sentence, names }: Claim, { held }: Claim): boolean {
  if (names.size === 0) return true;
  const text = held.article.text.toLowerCase();
  const words = sentence.text.match(/(?<=\S\s)\p{Lu}[\p{L}’'-]+/gu) ?? [];
  return words.every((word) =>
    text.includes(
      word
        .toLowerCase()
        .replace(/['’]s$/, '')
        .slice(0, 5),
    ),
  );
}

function numbersOf(one: Claim, other: Claim): Difference | undefined {
  if (!isSameThing(one, other, sameThing.number) || namesApart(one, other)) return undefined;
  for (const left of one.quantities) {
    const rivals = other.quantities.filter(({ unit }) => unit === left.unit);
    const [right] = rivals;
    if (right === undefined || left.unit === 'seconds' || rivals.some((rival) => !disagree(left, rival))) continue;
    if (one.quantities.some((own) => own.unit === left.unit && rivals.some((rival) => !disagree(own, rival)))) continue;
    return { kind: 'number', values: [left.words, right.words] };
  }
  return undefined;
}

function daysOf(one: Claim, other: Claim): Difference | undefined {
  const [left, right] = [one.days[0], other.days[0]];
  if (left === undefined || right === undefined || one.days.length > 1 || other.days.length > 1 || left === right)
    return undefined;
  if (!isSameThing(one, other, sameThing.date) || namesApart(one, other) || numbersApart(one, other)) return undefined;
  return one.denies === other.denies ? { kind: 'date', values: [left, right] } : undefined;
}

/** All the same but one city. */
function placesOf(one: Claim, other: Claim): Difference | undefined {
  const left = [...one.places].filter(([term, word]) => !other.places.has(term) && isCity(word));
  const right = [...other.places].filter(([term, word]) => !one.places.has(term) && isCity(word));
  const [[, mine] = [], [, theirs] = []] = [left[0], right[0]];
  if (mine === undefined || theirs === undefined || left.length > 1 || right.length > 1) return undefined;
  const names = (claim: Claim): Set<string> => new Set([...claim.names].filter((name) => !claim.places.has(name)));
  if (!isSameThing(one, other, sameThing.place) || apart(names(one), names(other)) || one.denies !== other.denies)
    return undefined;
  return { kind: 'place', values: [mine, theirs] };
}

function denialOf(one: Claim, other: Claim): Difference | undefined {
  if (one.denies === other.denies || !isSameThing(one, other, sameThing.denial)) return undefined;
  const { denied } = one.denies === 'yes' ? one : other;
  if (denied === undefined || !one.terms.has(denied) || !other.terms.has(denied)) return undefined;
  if (namesApart(one, other) || numbersApart(one, other)) return undefined;
  return { kind: 'denial', values: one.denies === 'yes' ? ['denied', 'said'] : ['said', 'denied'] };
}

/** Both are about one thing: they share a name and other words, most of either's words, and are of about the same days. */
function isSameThing(one: Claim, other: Claim, share: number): boolean {
  if (Math.abs(one.publishedMs - other.publishedMs) > sameDaysMs || one.sentence.text === other.sentence.text)
    return false;
  const shared = [...one.terms].filter((term) => other.terms.has(term));
  const named = shared.filter((term) => one.names.has(term) || other.names.has(term));
  if (named.length === 0 || shared.length - named.length < fewestShared) return false;
  return (
    shared.length >= share * Math.min(one.terms.size, other.terms.size) &&
    shared.length >= sharedOfLonger * Math.max(one.terms.size, other.terms.size)
  );
}

function namesApart(one: Claim, other: Claim): boolean {
  return apart(one.names, other.names);
}

function numbersApart(one: Claim, other: Claim): boolean {
  const values = ({ quantities }: Claim): Set<string> =>
    new Set(quantities.map(({ value, unit }) => `${value} ${unit}`));
  return apart(values(one), values(other));
}

/** Each has something that the other lacks: they speak of different things. */
function apart(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return [...left].some((item) => !right.has(item)) && [...right].some((item) => !left.has(item));
}
