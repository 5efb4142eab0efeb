import { stem } from '../../words/stem.ts';
import { oppositePairs } from './lists/opposites.ts';

const opposites = new Map<string, Set<string>>();
for (const pair of oppositePairs.split(',')) {
  const [one = '', other = ''] = pair.trim().split(' ').map(stem);
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    const known = opposites.get(from) ?? new Set<string>();
    opposites.set(from, known.add(to));
  }
}

const prefixes = ['un', 'in', 'im', 'dis', 'non', 'ir', 'il', 'mis', 'anti'];
/** "un" before fewer letters is seldom a prefix. */
const shortestBare = 4;

/** The terms that are a term's opposite: "last" for "first", "unable" for "able". */
export function oppositesOf(term: string): string[] {
  const bare = prefixes.flatMap((prefix) =>
    term.startsWith(prefix) && term.length - prefix.length >= shortestBare ? [term.slice(prefix.length)] : [],
  );
  return [...(opposites.get(term) ?? []), ...prefixes.map((prefix) => prefix + term), ...bare];
}

/** Whether two terms are opposites. */
export function areOpposite(one: string, other: string): boolean {
  return opposites.get(one)?.has(other) === true || isPrefixed(one, other) || isPrefixed(other, one);
}

function isPrefixed(bare: string, term: string): boolean {
  return bare.length >= shortestBare && prefixes.some((prefix) => term === prefix + bare);
}
