import { publishedMs } from '../articles/published.ts';
import type { Line } from '../messages/line.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import { type SentenceAt, sentenceLine } from '../stories/lines.ts';
import { type Claim, claimsIn, claimsOf } from './claims.ts';
import { rearrangementsIn } from './rearranged.ts';
import { rulesOut } from '../language/en/deeds.ts';
import { twoCountsIn } from '../language/en/contested.ts';
import type { Difference, DisputeKind } from './difference.ts';
import { differenceOf, mayDiffer, sameDaysMs, sure } from './kinds.ts';

/** One of the values that articles give, with every sentence that gives it: the first shown, the others as receipts. */
export interface DisputeSide {
  /** The words, or the ISO date, in which the sides differ. */
  readonly value: string;
  readonly line: Line;
  /** ISO 8601 UTC: when the first of these articles was published, else taken in. */
  readonly since: string;
}

/** Something that articles of different origins tell differently. Which of them is right, nobody decides here. */
export interface Dispute {
  readonly kind: DisputeKind;
  /** At least two; the earliest first. */
  readonly sides: readonly DisputeSide[];
}

/** Terms in more claims than this find too many others to be worth comparing. */
const commonTerm = 60;
const termsTried = 8;
const mostPaired = 300;

const known = new WeakMap<Library, Dispute[]>();

/** Where the articles of a story contradict each other, newest contradiction first. */
export function findDisputes(library: Library): Dispute[] {
  const found = known.get(library) ?? disputesAmong(library.articles);
  known.set(library, found);
  return found;
}

/** The contradictions in which one of some articles has a part. */
export function findDisputesOf(articles: readonly HeldArticle[], library: Library): Dispute[] {
  if (articles.length === 0) return [];
  const times = articles.map(({ article }) => publishedMs(article));
  const [first, last] = [Math.min(...times) - sameDaysMs, Math.max(...times) + sameDaysMs];
  const near = library.articles.filter(
    (held) => publishedMs(held.article) >= first && publishedMs(held.article) <= last,
  );
  const own = new Set(articles.map(({ article }) => article.id));
  const hasPart = ({ sides }: Dispute): boolean =>
    sides.some(({ line }) => line.receipts.some(({ article }) => own.has(article)));
  const among = near.length === library.articles.length ? findDisputes(library) : disputesAmong(near);
  return among.filter(hasPart);
}

/** The contradictions among some sentences of a story. */
export function disputesBetween(sentences: readonly SentenceAt[]): Dispute[] {
  const claims = claimsOf(sentences);
  const pairs = claims.flatMap((one, index) => claims.slice(index + 1).map((other) => [one, other] as const));
  return [...disputesIn(pairs, [...new Set(sentences.map(({ held }) => held))]), ...claims.flatMap(disputeWithin)];
}

/** Those whose kind is right often enough to be shown unasked. */
export function sureOf(disputes: readonly Dispute[]): Dispute[] {
  return disputes.filter(({ kind }) => sure[kind] === 'yes');
}

function disputesAmong(articles: readonly HeldArticle[]): Dispute[] {
  const claims = claimsIn(articles);
  return [...disputesIn(pairsOf(claims), articles), ...claims.flatMap(disputeWithin)].toSorted((left, right) =>
    newest(right).localeCompare(newest(left)),
  );
}

/** "The union speaks of 3,000, the employers of 2,200." */
function disputeWithin(claim: Claim): Dispute[] {
  const counts = claim.personal === 'yes' ? twoCountsIn(claim.sentence.text) : undefined;
  if (counts === undefined) return [];
  return [{ kind: 'number', sides: counts.map(({ words }) => sideOf({ value: words, claims: [claim] })) }];
}

function disputesIn(pairs: Iterable<readonly [Claim, Claim]>, articles: readonly HeldArticle[]): Dispute[] {
  const groups = new Set<Group>();
  const groupsOf = new Map<Claim, Group[]>();
  const rearranged = rearrangementsIn(articles);
  for (const [one, other] of pairs) {
    const difference = differenceOf(one, other);
    if (difference === undefined || (difference.kind === 'date' && rearranged(one, other))) continue;
    groups.add(record({ one, other, difference }, groupsOf));
  }
  return [...groups].map(disputeOf).toSorted((left, right) => newest(right).localeCompare(newest(left)));
}

interface Group {
  readonly kind: DisputeKind;
  readonly sides: Map<string, Side>;
}

interface Side {
  readonly value: string;
  readonly claims: Claim[];
}

interface Contradiction {
  readonly one: Claim;
  readonly other: Claim;
  readonly difference: Difference;
}

/** Contradictions in which one claim gives the same value are one dispute. */
function record({ one, other, difference }: Contradiction, groupsOf: Map<Claim, Group[]>): Group {
  const { kind, values, keys = values } = difference;
  const given = [
    { claim: one, value: values[0], key: keys[0] },
    { claim: other, value: values[1], key: keys[1] },
  ];
  const before = given
    .flatMap(({ claim, key }) =>
      (groupsOf.get(claim) ?? []).filter((group) => group.sides.get(key)?.claims.includes(claim) === true),
    )
    .find((group) => group.kind === kind);
  const group = before ?? { kind, sides: new Map<string, Side>() };
  for (const { claim, value, key } of given) {
    const known = groupsOf.get(claim) ?? [];
    if (!known.includes(group)) groupsOf.set(claim, [...known, group]);
    const side = group.sides.get(key) ?? { value, claims: [] };
    if (!side.claims.includes(claim)) side.claims.push(claim);
    group.sides.set(key, side);
  }
  return group;
}

/** Pairs of claims that may tell of one thing: they share a rare term, or both tell a length, or count people. */
function* pairsOf(claims: readonly Claim[]): Generator<readonly [Claim, Claim]> {
  const byTerm = new Map<string, Claim[]>();
  for (const claim of claims) {
    for (const term of claim.matter) {
      const known = byTerm.get(term);
      if (known === undefined) byTerm.set(term, [claim]);
      else known.push(claim);
    }
  }
  for (const claim of claims.filter(givesValue)) {
    const rarest = [...claim.matter]
      .map((term) => byTerm.get(term) ?? [])
      .toSorted((left, right) => left.length - right.length)
      .slice(0, termsTried);
    const others = new Set<Claim>();
    for (const holders of rarest) {
      if (holders.length > commonTerm) break;
      for (const other of holders) if (mayDiffer(claim, other)) others.add(other);
    }
    for (const other of others) if (isBefore(claim, other) || !givesValue(other)) yield [claim, other];
  }
  yield* allPairs(claims.filter((claim) => claim.lasting !== undefined && claim.quantities.length > 0));
}

/** The newest of some claims, each with each. */
function* allPairs(claims: readonly Claim[]): Generator<readonly [Claim, Claim]> {
  const newest = claims.slice(-mostPaired);
  for (const [index, claim] of newest.entries()) for (const other of newest.slice(index + 1)) yield [claim, other];
}

/** Only a number, a day, a city, a deed with an opposite, somebody's presence, office or age, or a denial can be contradicted. */
function givesValue({ quantities, days, cities, attendances, denies, personal, matter }: Claim): boolean {
  if (quantities.length > 0 || days.length === 1 || cities.size > 0 || attendances.length > 0) return true;
  return denies === 'yes' || personal === 'yes' || [...matter].some(rulesOut);
}

/** Each pair once. */
function isBefore({ sentence: one }: Claim, { sentence: other }: Claim): boolean {
  return one.article < other.article || (one.article === other.article && one.index < other.index);
}

function disputeOf({ kind, sides }: Group): Dispute {
  return {
    kind,
    sides: [...sides.values()].map(sideOf).toSorted((left, right) => left.since.localeCompare(right.since)),
  };
}

function sideOf({ value, claims }: Side): DisputeSide {
  const [first, ...others] = claims.toSorted((left, right) => dateOf(left).localeCompare(dateOf(right)));
  if (first === undefined) throw new Error(`nobody gives the value "${value}"`);
  return { value, line: sentenceLine(first.held, first.sentence, others), since: dateOf(first) };
}

/** Published times may carry any offset: compared as moments, told in UTC. */
function dateOf({ held: { article } }: Claim): string {
  return new Date(article.published ?? article.added).toISOString();
}

function newest({ sides }: Dispute): string {
  return sides.at(-1)?.since ?? '';
}
