import type { Query } from './query.ts';
import type { SentenceIndex } from './sentence-index.ts';
import type { Weighed } from './weigh-sentence.ts';

/** What binds a number to what it measures: "damage to the port IS PUT AT 40 million", "a loss OF 3 million". */
const measuring =
  /^(?:\s(?:to|in|from|by|for)\s(?:the\s|its\s|their\s)?(?:[\p{L}’'-]+\s?){1,3}?)?\s?(?:(?:(?:is|was|are|were|has been|have been)\s(?:now\s)?(?:put|estimated|valued|assessed|set|fixed|calculated)\s(?:at|to be)|amount(?:s|ed)? to|total(?:s|led|ed)?|(?:has |have )?reached|st(?:ands?|ood) at|c(?:omes?|ame) to|of|is|was|are|were)\s(?:(?:about|around|roughly|nearly|almost|some|at least|more than|up to|over|between)\s)?)$/u;

/**
 * Whether a sentence holds every word of a question for an amount, and gives the number as the measure of the last of them. A terse
 * question ("How much is the damage?") has too few words for the odds to tell.
 */
export function givesMeasure({ evidence, spans, words, hits, found }: Weighed, { reading }: Query): boolean {
  if (reading.kind !== 'amount' || evidence.cover < 1 || evidence.extraDenial > 0) return false;
  const { text } = found.at.sentence;
  const asked = hits.flatMap((hit) => (hit === undefined ? [] : [words[hit]?.end ?? 0]));
  const last = Math.max(...asked);
  return spans.some(({ start }) => start > last && measuring.test(text.slice(last, start)));
}

const farthestTime = 32;
const otherClause = /[;:]|\b(?:before|after|when|while|until|because|that|which|who)\b/u;

/** Whether a sentence holds every word of a question for a time, and says it right behind what happened: "BURST shortly after dawn ON TUESDAY". */
export function givesTime({ evidence, spans, words, hits, found }: Weighed, { reading, terms }: Query): boolean {
  if (reading.kind !== 'time' || evidence.cover < 1 || evidence.extraDenial > 0) return false;
  const { text } = found.at.sentence;
  const deed = terms.findLastIndex(({ word }) => !word.capital && !word.number);
  const done = words[hits[deed] ?? -1];
  const named = hits.flatMap((hit) => (hit === undefined ? [] : [words[hit]?.start ?? 0]));
  if (otherClause.test(text.slice(Math.min(...named), Math.max(...named)))) return false;
  return (
    done !== undefined &&
    spans.some(({ start }) => {
      const between = text.slice(done.end, start);
      return start > done.end && between.length < farthestTime && !/[,;:]|\b(?:that|which|who|to)\b/.test(between);
    })
  );
}

/** Whether a sentence holds every word of a "who" question, and a name right before what was done: "ANNA HOLM, resigned on Friday". */
export function givesDoer({ evidence, spans, words, hits, found }: Weighed, { reading, terms }: Query): boolean {
  const { deed, kind } = reading;
  if (kind !== 'person' || deed === undefined || evidence.cover < 1 || evidence.extraDenial > 0) return false;
  const done = words[hits[terms.findIndex(({ word }) => word.term === deed.term)] ?? -1];
  if (done === undefined || done.lower !== deed.lower) return false;
  const { text } = found.at.sentence;
  return spans.some(
    ({ end }) => end < done.start && /^,?\s(?:also\s|then\s|\p{Ll}+ly\s)?$/u.test(text.slice(end, done.start)),
  );
}

/** "hosted THE MEETING", "received THE LEADERS": something that a reader knows from the sentence before. */
const definite = /^(?:the|this|that|these|those|both)$/;

/**
 * Whether a sentence tells who did what is asked, and all else that is asked stands in the sentence just before, to which it is tied
 * by a noun of both: "Talks opened in Nordby. Denmark hosted the meeting."
 */
export function goesOnFromTheOneBefore(
  { words, hits, evidence, found }: Weighed,
  query: Query,
  index: SentenceIndex,
): boolean {
  const { reading, terms } = query;
  if (reading.kind !== 'person' || reading.deed === undefined || reading.negated || evidence.deed === 0) return false;
  const { id, article } = found.at;
  if (index.articleOf[id - 1] !== article || evidence.extraDenial > 0 || evidence.onlyCall > 0) return false;
  const before = index.words(id - 1);
  const held = (spellings: readonly string[]): boolean => before.some(({ term }) => spellings.includes(term));
  if (!terms.every((term, at) => hits[at] !== undefined || held(term.terms))) return false;
  const deedAt = hits[terms.findIndex(({ word }) => word.term === reading.deed?.term)] ?? words.length;
  return words.some(({ term, weight }, at) => {
    const isKnown = weight !== 'stop' && at > deedAt && definite.test(words[at - 1]?.lower ?? '');
    if (!isKnown) return false;
    const asked = terms.find(({ terms: spellings }) => spellings.includes(term));
    return held(asked === undefined ? [term] : asked.terms);
  });
}
