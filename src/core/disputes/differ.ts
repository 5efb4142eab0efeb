import { differInAttendance } from './attendance.ts';
import type { Claim } from './claims.ts';
import { apart, isOneEvent } from './one-event.ts';
import { disagree, type Quantity } from './quantities.ts';
import { isTollUpdate, isUpdate, sameMomentMs } from './updates.ts';
import { calendarWord } from '../words/calendar.ts';
import { wordsOf } from '../words/words.ts';

export type DisputeKind = 'number' | 'date' | 'place' | 'attendance' | 'denial';

/** How two claims about one thing differ, with the value that each gives. */
export interface Difference {
  readonly kind: DisputeKind;
  readonly values: readonly [string, string];
  /** What tells the values apart, however they are worded; the values themselves where this is absent. */
  readonly keys?: readonly [string, string];
}

/** Shares of the shorter claim's terms that both must have, and of the longer one's. */
const sameThing = { number: 0.55, date: 0.65, place: 0.7, denial: 0.65 };
const leastShare = Math.min(...Object.values(sameThing));
const sharedOfLonger = 0.35;
/** Terms that are no names and that both must have. */
const fewestShared = 2;
/** Two that share no name must share all, or more: so many terms, and so much of the longer claim. */
const fewestUnnamed = 3;
const unnamedShare = 0.6;
/** What happens again next week is another event, and a number that grew since is no contradiction. */
export const sameDaysMs = 3 * 86_400_000;

/** Whether two claims of one time give values of one kind: of most pairs that is all there is to see. */
export function mayDiffer(one: Claim, other: Claim): boolean {
  if (Math.abs(one.publishedMs - other.publishedMs) > sameDaysMs) return false;
  return (
    one.denies !== other.denies ||
    (one.quantities.length > 0 && other.quantities.length > 0) ||
    (one.days.length > 0 && other.days.length > 0) ||
    (one.cities.size > 0 && other.cities.size > 0) ||
    (one.attendances.length > 0 && other.attendances.length > 0) ||
    (one.tolls.length > 0 && other.tolls.length > 0)
  );
}

/** How two sentences of different origins contradict each other; undefined when they tell of different things, or agree. */
export function differenceOf(one: Claim, other: Claim): Difference | undefined {
  if (Math.abs(one.publishedMs - other.publishedMs) > sameDaysMs || one.held.origin === other.held.origin)
    return undefined;
  const share = sharedBy(one, other);
  const pair = { one, other, share };
  return (
    lengthOf(one, other) ??
    attendanceOf(one, other) ??
    tollOf(one, other) ??
    (share < leastShare ? undefined : (numbersOf(pair) ?? daysOf(pair) ?? placesOf(pair) ?? denialOf(pair)))
  );
}

interface Pair {
  readonly one: Claim;
  readonly other: Claim;
  /** Share of the shorter claim's terms that both have; 0 when they share too little to be about one thing. */
  readonly share: number;
}

/** How long a meeting or a call took: articles word it so differently that the kind of event and where it was must do. */
function lengthOf(one: Claim, other: Claim): Difference | undefined {
  if (one.lasting === undefined || one.lasting !== other.lasting || !sameScene(one, other)) return undefined;
  const [left, right] = [one, other].map(({ quantities }) => quantities.filter(({ unit }) => unit === 'seconds'));
  const [first, second] = [left?.[0], right?.[0]];
  if (first === undefined || second === undefined || left?.length !== 1 || right?.length !== 1) return undefined;
  return disagree(first, second) ? { kind: 'number', values: [first.words, second.words] } : undefined;
}

/** Who was there, or was invited: told in any words, so that the event and the name must do. */
function attendanceOf(one: Claim, other: Claim): Difference | undefined {
  for (const left of one.attendances) {
    const differs = other.attendances.some((right) => differInAttendance(left, right));
    if (!differs || !sameScene(one, other)) continue;
    const [yes, no] = left.of === 'presence' ? ['there', 'not there'] : ['invited', 'not invited'];
    return { kind: 'attendance', values: left.answer === 'yes' ? [yes, no] : [no, yes] };
  }
  return undefined;
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
  return words.every(
    (word) =>
      calendarWord.test(word.toLowerCase()) ||
      text.includes(
        word
          .toLowerCase()
          .replace(/['’]s$/, '')
          .slice(0, 5),
      ),
  );
}

/** Counts of one event on one day; further apart, or of another size, they are of two events. */
const tollDaysMs = 86_400_000;
const sameSize = 5;

/** How many died, were hurt or are missing, told of one event in whatever words. */
function tollOf(one: Claim, other: Claim): Difference | undefined {
  if (Math.abs(one.publishedMs - other.publishedMs) > tollDaysMs) return undefined;
  for (const left of one.tolls) {
    const right = other.tolls.find(({ kind, who }) => kind === left.kind && who === left.who);
    if (right === undefined || Math.max(left.value, right.value) > sameSize * Math.min(left.value, right.value))
      continue;
    if (!disagree({ ...left, unit: left.kind }, { ...right, unit: right.kind })) continue;
    if (!isOneEvent(one, other) || isTollUpdate(one, left, other, right)) continue;
    return {
      kind: 'number',
      values: [left.words, right.words],
      keys: [`${left.value} ${left.kind}`, `${right.value} ${right.kind}`],
    };
  }
  return undefined;
}

function numbersOf({ one, other, share }: Pair): Difference | undefined {
  if (share < sameThing.number || namesApart(one, other) || one.years.size !== other.years.size) return undefined;
  for (const left of one.quantities.filter((quantity) => !isToll(one, quantity))) {
    const rivals = other.quantities.filter((rival) => isRival(left, one, rival, other));
    const [right] = rivals;
    if (right === undefined || left.unit === 'seconds' || rivals.some((rival) => !disagree(left, rival))) continue;
    if (one.quantities.some((own) => own.unit === left.unit && rivals.some((rival) => !disagree(own, rival)))) continue;
    if (isUpdate({ claim: one, value: left.value }, { claim: other, value: right.value })) continue;
    return {
      kind: 'number',
      values: [left.words, right.words],
      keys: [`${left.value} ${left.unit}`, `${right.value} ${right.unit}`],
    };
  }
  return undefined;
}

/** Counted as a toll, which tells more exactly what is counted. */
function isToll({ tolls }: Claim, { words }: Quantity): boolean {
  return tolls.some((toll) => words.includes(toll.words));
}

/** Whether two quantities may be of one thing: one unit and, where a sentence gives several of it, the same words beside them. */
function isRival(left: Quantity, one: Claim, right: Quantity, other: Claim): boolean {
  if (left.unit !== right.unit || isToll(other, right)) return false;
  const alone = ({ quantities }: Claim): boolean => quantities.filter(({ unit }) => unit === left.unit).length === 1;
  if (alone(one) && alone(other) && left.unit !== 'percent') return true;
  const [mine, theirs] = [termsBeside(one.told, left), termsBeside(other.told, right)];
  const shared = [...mine].filter((term) => theirs.has(term)).length;
  return shared > 0 && shared >= sameThing.number * Math.min(mine.size, theirs.size);
}

/** What a quantity is of: the terms before it in its clause ("turnout was 61 percent"), or behind ("61 percent of the voters"). */
function termsBeside(text: string, { words }: Quantity): ReadonlySet<string> {
  const at = text.indexOf(words);
  const before = termsIn(text.slice(0, at).split(/[,;:]/u).at(-1) ?? '');
  return before.size > 0 ? before : termsIn(text.slice(at + words.length).split(/[,;:]/u, 1)[0] ?? '');
}

function termsIn(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).flatMap(({ weight, number, term }) => (weight === 'full' && !number ? [term] : [])));
}

function daysOf({ one, other, share }: Pair): Difference | undefined {
  const [left, right] = [one.days[0], other.days[0]];
  if (left === undefined || right === undefined || one.days.length > 1 || other.days.length > 1 || left === right)
    return undefined;
  if (share < sameThing.date || namesApart(one, other) || numbersApart(one, other)) return undefined;
  // "tomorrow" in a text that is told again a day later is the same day.
  if (one.dayWords[0] === other.dayWords[0]) return undefined;
  return one.denies === other.denies ? { kind: 'date', values: [left, right] } : undefined;
}

/** All the same but one city. */
function placesOf({ one, other, share }: Pair): Difference | undefined {
  const left = [...one.cities].filter(([term]) => !other.cities.has(term));
  const right = [...other.cities].filter(([term]) => !one.cities.has(term));
  const [[, mine] = [], [, theirs] = []] = [left[0], right[0]];
  if (mine === undefined || theirs === undefined || left.length > 1 || right.length > 1) return undefined;
  const names = (claim: Claim): Set<string> => new Set([...claim.names].filter((name) => !claim.places.has(name)));
  if (share < sameThing.place || apart(names(one), names(other)) || one.denies !== other.denies) return undefined;
  return { kind: 'place', values: [mine, theirs] };
}

function denialOf({ one, other, share }: Pair): Difference | undefined {
  if (one.denies === other.denies || share < sameThing.denial) return undefined;
  const [denier, sayer] = one.denies === 'yes' ? [one, other] : [other, one];
  const { denied } = denier;
  if (denied === undefined || !one.terms.has(denied) || !other.terms.has(denied)) return undefined;
  if (namesApart(one, other) || numbersApart(one, other) || hasComeTrue(denier, sayer)) return undefined;
  return { kind: 'denial', values: one.denies === 'yes' ? ['denied', 'said'] : ['said', 'denied'] };
}

/** "has not yet resigned" before "resigned": that was so until then. "Will visit" before "did not visit": that was the plan. */
function hasComeTrue(denier: Claim, sayer: Claim): boolean {
  if (toCome.test(sayer.sentence.text) && /\bdid(?: not|n[’']t)\b/iu.test(denier.sentence.text)) return true;
  return (
    sayer.publishedMs - denier.publishedMs >= sameMomentMs &&
    /\b(?:has|have|had)(?: not|n[’']t)\b|\bnot yet\b|n[’']t yet\b/iu.test(denier.sentence.text)
  );
}

const toCome = /\b(?:will|would|is to|are to|is due|are due|plans? to|expected to|scheduled|planned)\b/iu;

/** Both are about one thing when they share a name, other words, and much of what either says. */
function sharedBy(one: Claim, other: Claim): number {
  const [less, more] = [one.terms.size, other.terms.size].toSorted((left, right) => left - right);
  if (less === undefined || more === undefined || less < sharedOfLonger * more) return 0;
  if (one.sentence.text === other.sentence.text) return 0;
  let shared = 0;
  let named = 0;
  for (const term of one.terms) {
    if (!other.terms.has(term)) continue;
    shared += 1;
    if (one.names.has(term) || other.names.has(term)) named += 1;
  }
  const isAll = shared === more;
  if (named === 0 && !isAll && (shared < fewestUnnamed || shared < unnamedShare * more)) return 0;
  return shared - named < fewestShared || shared < sharedOfLonger * more ? 0 : shared / less;
}

function namesApart(one: Claim, other: Claim): boolean {
  return apart(one.names, other.names);
}

function numbersApart(one: Claim, other: Claim): boolean {
  const values = ({ quantities }: Claim): Set<string> =>
    new Set(quantities.map(({ value, unit }) => `${value} ${unit}`));
  return apart(values(one), values(other));
}
