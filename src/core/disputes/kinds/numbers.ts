import { sharedBy } from '../../events/sets.ts';
import { outlookAt } from '../../language/analyse.ts';
import { fatesIn } from '../../language/en/fates.ts';
import { areApart, mayBeRounded, type Quantity } from '../../language/quantity.ts';
import type { Claim } from '../claims.ts';
import { matterIn } from '../claims.ts';
import type { Difference, Pair } from '../difference.ts';
import { apart } from '../one-event.ts';
import { daysApart, namesApart } from '../same-thing.ts';
import { isUpdate } from '../updates.ts';

const sameThing = 0.5;
/** A number told a day later is another one, unless both say of which day it is. */
const sameTimeMs = 24 * 3_600_000;
/** Numbers further apart than this are of two things. */
const farthest = 8;

/** Two numbers of one thing at one time, of which only one can be right. */
export function numbers(pair: Pair): Difference | undefined {
  const { one, other } = pair;
  if (pair.share < sameThing || !areOfOneThing(pair)) return undefined;
  for (const left of one.quantities.filter((quantity) => isTotal(one, quantity))) {
    const rivals = other.quantities.filter((right) => isTotal(other, right) && isRival(pair, left, right));
    const [right] = rivals;
    if (right === undefined || !rivals.every((rival) => areExclusive(left, rival))) continue;
    if (one.quantities.some((own) => own.unit === left.unit && rivals.some((rival) => !areExclusive(own, rival))))
      continue;
    if (isUpdate({ claim: one, value: left.value }, { claim: other, value: right.value })) continue;
    return { kind: 'number', values: [wordsOf(one, left), wordsOf(other, right)], keys: [keyOf(left), keyOf(right)] };
  }
  return undefined;
}

/** One number of one kind of people, of whom one says this befell them, and the other that. */
export function fates({ one, other, share }: Pair): Difference | undefined {
  const [left, right] = [[...fatesIn(one.told)], [...fatesIn(other.told)]];
  const [mine, theirs] = [left[0], right[0]];
  if (mine === undefined || theirs === undefined || left.length > 1 || right.length > 1 || mine === theirs)
    return undefined;
  if (share < sameThing || namesApart(one, other) || daysApart(one, other)) return undefined;
  const [first, second] = [one.quantities[0], other.quantities[0]];
  if (one.quantities.length !== 1 || other.quantities.length !== 1 || first === undefined || second === undefined)
    return undefined;
  if (first.value !== second.value || first.counted !== second.counted) return undefined;
  return { kind: 'fate', values: [mine, theirs] };
}

function areOfOneThing({ one, other, apartMs }: Pair): boolean {
  if (namesApart(one, other) || daysApart(one, other) || fatesDiffer(one, other)) return false;
  if ([...one.years].some((year) => !other.years.has(year)) || one.years.size !== other.years.size) return false;
  return apartMs < sameTimeMs || (one.days.length > 0 && other.days.length > 0);
}

/** "Nine killed and four injured" gives two counts of one kind of people: which is which is not read. */
function fatesDiffer(one: Claim, other: Claim): boolean {
  const [mine, theirs] = [fatesIn(one.told), fatesIn(other.told)];
  return mine.size > 0 && theirs.size > 0 && sharedBy(mine, theirs) < Math.max(mine.size, theirs.size);
}

/** Not some of them, or so many a day; and told as so, not asked for or only thought possible. */
function isTotal({ told }: Claim, { start, end, unit }: Quantity): boolean {
  const outlook = outlookAt(told, start);
  return (
    unit !== 'time' &&
    outlook !== 'supposed' &&
    outlook !== 'asked' &&
    !partBefore.test(told.slice(0, start)) &&
    !partBehind.test(told.slice(end))
  );
}

const partBefore =
  /\b(?:another|other|further|including|among them|of whom|aged|each|every|by|with|of which)(?: an?)? $/iu;
const partBehind =
  /^(?: \p{L}+){0,2} (?:more|others?|further|of (?:them|the|those|whom)|a (?:day|week|month|year|head)|per (?!cent)\p{L}+|each|counted)\b/iu;

function isRival({ one, other }: Pair, left: Quantity, right: Quantity): boolean {
  if (left.unit !== right.unit || !countTheSame({ one, left, other, right })) return false;
  if (left.unit === 'percent' && apart(before(one, left), before(other, right))) return false;
  const [larger, smaller] = [Math.max(left.value, right.value), Math.min(left.value, right.value)];
  if (larger > farthest * smaller) return false;
  if (outlookAt(one.told, left.start) !== outlookAt(other.told, right.start)) return false;
  return areOfOnePlace(one, left, other, right) && areBesideTheSame(behind(one, left), behind(other, right));
}

/** The toll of a county is a part of the state's. */
function areOfOnePlace(one: Claim, left: Quantity, other: Claim, right: Quantity): boolean {
  const [mine, theirs] = [namesBehind(one, left), namesBehind(other, right)];
  return (
    mine.length === 0 ||
    theirs.length === 0 ||
    (mine.length === theirs.length && mine.every((name) => theirs.includes(name)))
  );
}

function namesBehind({ told, names }: Claim, { end }: Quantity): string[] {
  return [...matterIn(told.slice(end))].filter((term) => names.has(term));
}

interface Counts {
  readonly one: Claim;
  readonly left: Quantity;
  readonly other: Claim;
  readonly right: Quantity;
}

/** A bare number ("the number of people who died is six") is of what stands before it. */
function countTheSame({ one, left, other, right }: Counts): boolean {
  if (left.unit !== 'number') return left.counted === right.counted;
  if (left.counted !== undefined && right.counted !== undefined) return left.counted === right.counted;
  if (left.counted !== right.counted)
    return (left.counted ?? right.counted) === 'person' && fatesIn(one.told).size * fatesIn(other.told).size === 1;
  return false;
}

function before({ told }: Claim, { start }: Quantity): ReadonlySet<string> {
  return matterIn(told.slice(0, start));
}

/** "20 million euros for roads" and "35 million for schools" are of two things. */
function areBesideTheSame(mine: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean {
  return !apart(mine, theirs) || sharedBy(mine, theirs) >= sameThing * Math.max(mine.size, theirs.size);
}

function behind({ told, names }: Claim, { end, counted }: Quantity): ReadonlySet<string> {
  const clause = told.slice(end).split(/[,;:]| (?:in|after|when|as|because) /u, 1)[0] ?? '';
  return new Set([...matterIn(clause)].filter((term) => term !== counted && !names.has(term)));
}

function areExclusive(one: Quantity, other: Quantity): boolean {
  const sameRounding = one.bound === 'about' && other.bound === 'about';
  return (sameRounding ? one.value !== other.value : areApart(one, other)) && !mayBeRounded(one, other);
}

function wordsOf({ told }: Claim, { words, end, counted }: Quantity): string {
  const noun = counted === undefined ? undefined : /^ (?:\p{L}+ )?\p{L}+/u.exec(told.slice(end))?.[0];
  const [next = '', second = ''] = noun?.trim().split(' ') ?? [];
  if (next === '') return words;
  return /^(?:percent|per|euros?|crowns?|dollars?|pounds?)$/u.test(next) ||
    second === '' ||
    next.endsWith('s') ||
    next === 'people'
    ? `${words} ${next}`
    : words;
}

function keyOf({ value, unit, counted = '' }: Quantity): string {
  return `${value} ${unit} ${counted}`;
}
