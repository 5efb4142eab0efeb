import { stem } from './stem.ts';

/** Words that news uses for one and the same thing, so that a question in one is answered by a sentence in another. */
const groups = `talks meeting meet negotiation discussion
  summit meeting conference
  soldier troop peacekeeper
  ceasefire truce
  delegation delegate
  telephone phone call
  speak talk
  attend participate
  demand insist
  begin start
  end finish
  dead killed died`;

/** Words of questions that a sentence may word otherwise, while a question in the sentence's words means something else. */
const otherWordings = `speak: phone telephone statement interview tell
  talk: phone telephone tell
  table: negotiation talks
  unhappy: discontent dissatisfied displeased
  angry: discontent irritated furious
  visit: arrive travel
  go: travel visit arrive head fly
  travel: visit arrive go fly
  head: lead visit travel arrive
  gather: convene meet assemble
  convene: gather assemble
  attend: convene gather join
  host: receive welcome
  ring: phone telephone call
  see: meet
  depart: leave
  accept: agree
  postpone: delay defer
  ask: request demand urge appeal call need necessity
  want: need necessity request demand ask urge
  demand: request necessity need urge require
  urge: advocate appeal call`;

const known = new Map<string, string[]>();
for (const group of groups.split('\n')) {
  const terms = group.trim().split(' ').map(stem);
  for (const term of terms)
    known.set(
      term,
      [...new Set([...(known.get(term) ?? []), ...terms])].filter((other) => other !== term),
    );
}
for (const line of otherWordings.split('\n')) {
  const [asked = '', words = ''] = line.trim().split(': ');
  known.set(stem(asked), [...new Set([...(known.get(stem(asked)) ?? []), ...words.split(' ').map(stem)])]);
}

/** Terms that news uses for the same, or for what a question calls so; none for most. */
export function synonymsOf(term: string): readonly string[] {
  return known.get(term) ?? [];
}
