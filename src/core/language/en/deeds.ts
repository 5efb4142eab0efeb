import { stem } from '../../words/stem.ts';
import { oppositePairs } from './lists/opposites.ts';
import { deedKin, exclusiveDeeds } from './lists/deeds.ts';

const single = new Map<string, string>();
const pairs = new Map<string, string>();
for (const [index, line] of deedKin.entries())
  for (const entry of line.split(' ')) {
    const [verb = '', particle] = entry.split('_');
    const [known, key] = particle === undefined ? [single, stem(verb)] : [pairs, `${stem(verb)} ${particle}`];
    if (!known.has(key)) known.set(key, `=${index}`);
  }

const exclusive = new Set<string>();
for (const pair of exclusiveDeeds) {
  const [one = '', other = ''] = pair.split(' ').map((verb) => single.get(stem(verb)) ?? stem(verb));
  exclusive.add(`${one} ${other}`).add(`${other} ${one}`);
}

/** The kin of deed of a word and the one behind it ("stepped down" and "resigned" are one); undefined where it has none. */
export function deedOf(term: string, next: string | undefined): string | undefined {
  return (next === undefined ? undefined : pairs.get(`${term} ${next}`)) ?? single.get(term);
}

const opposed = new Set<string>();
for (const pair of oppositePairs.split(',')) {
  const [one, other] = pair
    .trim()
    .split(' ')
    .map((word) => deedOf(stem(word), undefined));
  if (one !== undefined && other !== undefined && one !== other) opposed.add(`${one} ${other}`).add(`${other} ${one}`);
}

/** Whether two kinds of deed are opposites, whatever words tell them ("stepped down" and "was appointed"). */
export function areOpposedDeeds(one: string, other: string): boolean {
  return opposed.has(`${one} ${other}`);
}

/** Whether two terms tell deeds of which only one can be true: "accepted" and "turned down". */
export function areExclusiveDeeds(one: string, other: string): boolean {
  return exclusive.has(`${one} ${other}`);
}

const exclusiveTerms = new Set([...exclusive].map((pair) => pair.split(' ')[0] ?? ''));

/** Whether a term tells a deed that another rules out. */
export function rulesOut(term: string): boolean {
  return exclusiveTerms.has(term);
}
