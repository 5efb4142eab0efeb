import { type Word, wordsOf } from './words.ts';
import { readQuestion } from './read-question.ts';

/** The question before, on which a follow-up may lean. */
export interface PreviousQuestion {
  readonly question: string;
}

const insisting = /\b(?:just (?:guess|tell me|say)|take a guess|your best guess|guess|come on|try again|again|are you sure|really|please|roughly|approximately then|then tell me)\b[,:.!?]*/giu;

/** The question as it is meant: a short or leaning follow-up is completed from the question before it. */
export function completed(question: string, previous: PreviousQuestion | undefined): string {
  if (previous === undefined) return question;
  const bare = question.replaceAll(insisting, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(bare)) return previous.question;
  const words = wordsOf(bare);
  const content = words.filter((word) => word.weight === 'full');
  if (isBare(bare, words)) return replaced(bare, content, previous.question);
  if (leansOnPerson(words, content)) return withPerson(bare, previous.question);
  if (leansOnMatter(words, content)) return `${bare.replace(/\?+$/, '')}: ${contentOf(previous.question)}`;
  return question;
}

/** Only an opening and the new matter: "and Putin?", "what about China?". */
function isBare(text: string, words: readonly Word[]): boolean {
  const opened = /^(?:and|or|but|what about|how about|and what about|and about|about)\b/i.test(text);
  const asks = words.some((word) => /^(?:who|whom|whose|when|where|why|how|which|did|does|is|was|will)$/.test(word.lower) && !/^how about/i.test(text));
  return !asks && words.length <= 7 && (opened || words.length <= 2) && !(/\bwhat\b/i.test(text) && !/what about/i.test(text));
}

/** The previous question with the new matter in the old one's place: its topic after "about", else its speaker or name. */
function replaced(bare: string, content: readonly Word[], previous: string): string {
  const first = content[0];
  const last = content.at(-1);
  if (first === undefined || last === undefined) return previous;
  const matter = bare.slice(first.start, last.end);
  const topic = /\b(?:about|on|regarding)\b\s+(?<topic>.+?)\s*\??$/i;
  if (/^(?:and\s+)?about\b/i.test(bare) && topic.test(previous)) return previous.replace(topic, `about ${matter}?`);
  const { speaker, words } = readQuestion(previous);
  const old = speaker ?? words.filter((word) => word.capital);
  const from = old[0];
  const to = speaker === undefined ? from : old.at(-1);
  if (from === undefined || to === undefined) return `${previous.replace(/\?+$/, '')} ${matter}?`;
  return previous.slice(0, from.start) + matter + previous.slice(to.end);
}

function leansOnPerson(words: readonly Word[], content: readonly Word[]): boolean {
  return words.some((word) => /^(?:he|she|him|they|them|his|her|their)$/.test(word.lower)) && !content.some((word) => word.capital && word.weight === 'full' && content.indexOf(word) === 0 && !/^(?:he|she)$/.test(word.lower));
}

/** The follow-up with the previous question's speaker or first name in the pronoun's place. */
function withPerson(bare: string, previous: string): string {
  const { speaker, words } = readQuestion(previous);
  const named = speaker ?? firstName(words);
  const from = named[0];
  const to = named.at(-1);
  if (from === undefined || to === undefined) return `${bare.replace(/\?+$/, '')}: ${contentOf(previous)}`;
  const person = previous.slice(from.start, to.end);
  return bare.replace(/\b(?:his|her|their)\b/i, `${person}'s`).replace(/\b(?:he|she|him|they|them)\b/i, person);
}

function firstName(words: readonly Word[]): Word[] {
  const start = words.findIndex((word) => word.capital);
  if (start < 0) return [];
  let end = start + 1;
  while (words[end]?.capital === true && (words[end]?.start ?? 0) - (words[end - 1]?.end ?? 0) === 1) end += 1;
  return words.slice(start, end);
}

function leansOnMatter(words: readonly Word[], content: readonly Word[]): boolean {
  return content.length === 0 || (content.length <= 2 && words.some((word) => /^(?:that|this|it|there|then|those|these)$/.test(word.lower)));
}

function contentOf(question: string): string {
  return readQuestion(question)
    .words.filter((word) => word.weight === 'full' || word.capital)
    .map((word) => word.raw)
    .join(' ');
}
