import { onlyMeansToMeet } from './counterparts.ts';
import type { Query } from './query.ts';
import type { Weighed } from './weigh-sentence.ts';

const pastDeed = /(?:ed|met|held|led|sent|left|went|took|gave|won|spoke|told)$/;
const toCome =
  /\b(?:will|shall|(?:is|are|was|were|has|have|had) to|(?:offer|expect|plan|hope|want|intend|promis|threaten|ready|due|schedul|invit|refus|declin|prepar)\w* to|(?:talks|negotiations|plans?|deal|agreement|bid|efforts?|attempts?|offer|proposal|promise|pledge|threat|order|vote|chance|request|demand) to|(?:said|says|announced)\s[^,;]*\bwould)(?:\s\p{Ll}+ly|\sbe)?\s$/iu;
const noneDoes = /^(?:no|none of|neither|nobody|no one)\s/i;

/**
 * Whether a sentence tells only that something is meant to happen ("offered to host the talks"), or that nobody does it ("No
 * official took part"), where a question takes for granted that it happened.
 */
export function hasNotHappened({ found, words, hits }: Weighed, { reading, terms }: Query): boolean {
  const { text } = found.at.sentence;
  if (!reading.negated && noneDoes.test(text)) return true;
  const backward = /\b(?:did|has|have|had|was|were)\b/i.test(reading.text);
  const asked = new Set(reading.words.map(({ term }) => term));
  if (reading.expects === 'counterpart' && backward && onlyMeansToMeet({ text, words, asked })) return true;
  const deed = reading.deed?.term ?? (/\bdid\b/i.test(reading.text) ? deedOf(reading.words) : undefined);
  const at = hits[terms.findIndex(({ word }) => word.term === deed)];
  const done = at === undefined ? undefined : words[at];
  if (done === undefined || (reading.deed !== undefined && !pastDeed.test(reading.deed.lower))) return false;
  const marked = toCome.exec(text.slice(0, done.start));
  if (marked === null) return false;
  return !words.some(({ start, end, term }) => start >= marked.index && end <= done.start && asked.has(term));
}

/** The last word that is no name: "whom did Holm MEET". */
function deedOf(words: Query['reading']['words']): string | undefined {
  return words.findLast(({ capital, number }) => !capital && !number)?.term;
}
