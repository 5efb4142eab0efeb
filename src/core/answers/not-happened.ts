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
  if (happensToAnother({ text, words, hits }, reading) || isOnlyWished({ text, words, hits }, reading)) return true;
  if (isDoneByNobody({ text, words, hits }, { reading, terms })) return true;
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

type Told = { readonly text: string } & Pick<Weighed, 'words' | 'hits'>;

const anotherSubject =
  /\b(?:before|after|when|while|until|because)\s(?!(?:it|they|he|she|we)\b)(?:\p{L}[\p{L}’'-]*\s){1,3}$/u;

/** "called for a pause before THE SEASON BEGINS": it is no answer to when the pause begins. */
function happensToAnother({ text, words, hits }: Told, reading: Query['reading']): boolean {
  const found = hits.flatMap((hit) => words[hit ?? -1] ?? []);
  const [first, last] = [found[0], found.at(-1)];
  if (reading.kind !== 'time' || first === undefined || last === undefined || found.length < 2) return false;
  return first.end < last.start && anotherSubject.test(text.slice(first.end, last.start));
}

const wished = /\b(?:demand|propos|request|call(?:s|ed|ing)? for|ask(?:s|ed|ing)? for)\p{Ll}*\b[^,.;]*$/iu;

/** "demanded a fund of 3 million": how much the fund is nobody says. */
function isOnlyWished({ text, words, hits }: Told, reading: Query['reading']): boolean {
  if (!/\bhow much (?:is|are|was|were)\b/i.test(reading.text)) return false;
  const first = words[hits.find((hit) => hit !== undefined) ?? -1];
  return first !== undefined && wished.test(text.slice(0, first.start)) && !wished.test(reading.text);
}

/** "Three offices had been searched", and nobody says by whom: that is no answer to "who searched …". */
function isDoneByNobody({ text, words, hits }: Told, { reading, terms }: Pick<Query, 'reading' | 'terms'>): boolean {
  const { deed } = reading;
  if (deed === undefined || /\b(?:is|are|was|were|be|been|being)\b/i.test(reading.text)) return false;
  const done = words[hits[terms.findIndex(({ word }) => word.term === deed.term)] ?? -1];
  if (done === undefined || !/\b(?:is|are|was|were|been|being)\s(?:\p{Ll}+ly\s)?$/u.test(text.slice(0, done.start)))
    return false;
  return !/^[^,.;]*\sby\s/u.test(text.slice(done.end));
}

/** The last word that is no name: "whom did Holm MEET". */
function deedOf(words: Query['reading']['words']): string | undefined {
  return words.findLast(({ capital, number }) => !capital && !number)?.term;
}
