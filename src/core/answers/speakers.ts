import type { ArticleId } from '../ids/ids.ts';
import type { Actor } from '../stories/actor.ts';
import type { Query } from './query.ts';
import type { SentenceIndex } from './sentence-index.ts';
import type { Weighed } from './weigh-sentence.ts';
import { type Word, wordsOf } from '../words/words.ts';

const cues = new Set(
  wordsOf(
    `say tell state claim argue insist warn announce declare stress emphasize emphasise underline underscore add note call
    urge demand promise pledge vow suggest propose reject deny accuse criticise express assert highlight indicate advocate
    believe think want need describe reiterate confirm respond reply comment remark explain admit acknowledge agree refuse
    signal hint question clear oppose support condemn praise appeal ask write speak tweet post`,
  ).map((word) => word.term),
);

const [speak, state] = ['speak', 'state'].map((word) => wordsOf(word)[0]?.term);

/** "State" in "the US Secretary of State" and "neighbouring states" is no verb; who "spoke by video" or "spoke first" says nothing yet. */
function isCue({ term, raw, lower }: Word, at: number, words: readonly Word[]): boolean {
  if (!cues.has(term) || /^\p{Lu}/u.test(raw)) return false;
  if (term === state) return lower === 'stated' || words[at + 1]?.lower === 'that';
  if (term === speak) return /^(?:of|about|out|against)$/.test(words[at + 1]?.lower ?? '');
  if (words[at - 1]?.lower === 'not' && /^(?:comment|repl|respond|speak)/.test(lower)) return false;
  return !/^(?:his|her|its|their)$/.test(words[at - 2]?.lower ?? '');
}

/** How many words may stand between a speaker and the word that makes it a statement. */
const cueWithin = 12;

/**
 * Whether the one whose statement is asked for speaks in this sentence: by the article's reading when it says so, else by
 * a cue after the name ("Berg made it clear"), before it (", said Berg") or after a pronoun for the one named before.
 */
export function speaksIn(weighed: Weighed, query: Query, index: SentenceIndex): boolean {
  const { sentence, id, article, held } = weighed.found.at;
  const asked = query.speaker === undefined ? query.holders : [query.speaker];
  if (asked.length > 0) {
    if (asked.some((actor) => isRead(actor, sentence.article, sentence.index))) return true;
    if (held.reading.statements.some(({ speaker, sentence: at }) => speaker !== undefined && at === sentence.index))
      return false;
  }
  const { words } = weighed;
  if (query.holders.length > 0)
    return query.holders.some((holder) => speaksByCue(words, [lastNamesOf(holder)], sentence.text));
  const named = namesOf(query);
  if (speaksByCue(words, named, sentence.text)) return true;
  if (!/^(?:he|she|they)\b/i.test(sentence.text)) return false;
  if (index.articleOf[id - 1] !== article) return false;
  const before = index.words(id - 1);
  return named.every((terms) => before.some((word) => terms.includes(word.term))) && words.slice(1, 6).some(isCue);
}

function isRead(actor: Actor, article: ArticleId, sentence: number): boolean {
  return actor.statementsIn(article).some((statement) => statement.sentence === sentence);
}

/** The terms that name the speaker: an actor by any of their last names, anybody else by all words of the question. */
export function namesOf(query: Query): (readonly string[])[] {
  const { speaker, reading } = query;
  if (speaker !== undefined) {
    return [lastNamesOf(speaker)];
  }
  const full = (reading.speaker ?? []).filter((word) => word.weight === 'full');
  // Of a role every word counts: "the union LEADER" is not the union.
  const isRole = full.some((word) => !word.capital);
  const asked = full.length > 0 && !isRole ? full : (reading.speaker ?? []);
  const capitals = asked.filter((word) => word.capital);
  const isPerson = capitals.length === asked.length && capitals.length > 1;
  return (isPerson ? capitals.slice(-1) : asked).map(
    (word) => query.terms.find((term) => term.word === word)?.terms ?? [word.term],
  );
}

function lastNamesOf({ name, aliases }: Actor): string[] {
  return [name, ...aliases].flatMap((form) => wordsOf(form).at(-1)?.term ?? []);
}

function speaksByCue(words: readonly Word[], named: readonly (readonly string[])[], text: string): boolean {
  if (named.length === 0) return false;
  const places = named.map((terms) => words.findIndex((word) => terms.includes(word.term)));
  if (places.includes(-1)) return false;
  const last = Math.max(...places);
  const first = Math.min(...places);
  if (words.slice(last + 1, last + 1 + cueWithin).some(isCue))
    return !isSpokenOf(words, first) && !isSpokenTo(words, first, text);
  const opening = words[first];
  const before = opening === undefined ? '' : text.slice(0, opening.start);
  return (
    /(?:according to|statement (?:by|from))\s(?:\S+\s){0,4}$/i.test(before) ||
    /[,”"]\s(?:\p{Ll}+\s)?(?:said|added|warned|insisted|told \w+|stressed|argued|wrote)\s(?:\S+\s){0,5}$/u.test(before)
  );
}

/** The name stands inside what another says: "Diaz said that Berg would call". */
function isSpokenOf(words: readonly Word[], place: number): boolean {
  return words
    .slice(Math.max(0, place - 8), place)
    .some((word, at, before) => word.term === 'sai' || (word.lower === 'that' && cues.has(before[at - 1]?.term ?? '')));
}

/** The name only completes another word: "a call with President Diaz, asking for …". */
function isSpokenTo(words: readonly Word[], place: number, text: string): boolean {
  let at = place;
  while (at > 0) {
    const word = words[at - 1];
    const next = words[at];
    if (word === undefined || next === undefined || text.slice(word.end, next.start) !== ' ') return false;
    if (!/^\p{Lu}/u.test(word.raw)) return /^(?:with|to|against|between|about)$/.test(word.lower);
    at -= 1;
  }
  return false;
}
