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

const known = new Map<string, string[]>();
for (const group of groups.split('\n')) {
  const terms = group.trim().split(' ').map(stem);
  for (const term of terms)
    known.set(
      term,
      [...new Set([...(known.get(term) ?? []), ...terms])].filter((other) => other !== term),
    );
}

/** Terms that news uses for the same; none for most. */
export function synonymsOf(term: string): readonly string[] {
  return known.get(term) ?? [];
}
