import type { Sentence } from '../articles/article.ts';
import { beginsWithLongEvent, beginsWithOwnPronoun, leansBy } from '../language/leaning.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import { byOrigin } from './by-origin.ts';
import { contentWords } from '../events/content-words.ts';

/** How much each word tells: words that many independent origins use are what the story is about. */
export type WordWeights = ReadonlyMap<string, number>;

const known = new WeakMap<Library, WordWeights>();

export function wordWeights(library: Library): WordWeights {
  const ready = known.get(library) ?? weightsIn(library.articles);
  known.set(library, ready);
  return ready;
}

function weightsIn(articles: readonly HeldArticle[]): WordWeights {
  const counts = new Map<string, { sentences: number; origins: number; last: string }>();
  let sentences = 0;
  for (const [origin, held] of byOrigin(articles)) {
    for (const { text } of held.flatMap((article) => article.sentences)) {
      sentences += 1;
      for (const word of contentWords(text)) {
        const count = counts.get(word) ?? { sentences: 0, origins: 0, last: '' };
        count.sentences += 1;
        if (count.last !== origin) count.origins += 1;
        count.last = origin;
        counts.set(word, count);
      }
    }
  }
  const weight = (origins: number, count: number): number =>
    count === 1 ? 0 : Math.log1p(origins) * Math.log1p(count) * Math.log((sentences + 1) / count);
  return new Map([...counts].map(([word, count]) => [word, weight(count.origins, count.sentences)]));
}

export interface Weighed {
  readonly held: HeldArticle;
  readonly sentence: Sentence;
  readonly words: ReadonlySet<string>;
  /** How many actors it names. */
  readonly named: number;
}

/** Beyond so many words a line becomes hard to read at a glance. */
const easyWords = 35;

/** News says first what matters; what a sentence tells counts beside it. Tuned on written summaries of news (`npm run eval -- digest`). */
const leadWorth = 8;
const leadFalls = 10;
const factWorth = 0.3;

/** Importance: what the story is about, said by somebody, dated, early in its article. */
export function importanceOf({ held, sentence, words, named }: Weighed, weights: WordWeights): number {
  let sum = 0;
  for (const word of words) sum += weights.get(word) ?? 0;
  const centrality = sum / (words.size + 4) ** 0.7;
  const facts = factsIn(held, sentence, named);
  const lead = leadWorth / (1 + sentence.index / leadFalls);
  const correction = /^Correction\b/u.test(sentence.text) ? 1 : 0;
  const length = sentence.text.split(/\s+/).length;
  const tooLong = Math.min(0.8, Math.max(0, (length - easyWords) / 40));
  const filler = facts === 0 ? 0.7 : 0;
  const ownVoice = speaksForItself(sentence.text) ? 0.5 : 0;
  const merits = 1 + factWorth * facts + lead + correction;
  return (1 + centrality / 6) * Math.max(0.05, merits - leaning(held, sentence) - tooLong - filler - ownVoice);
}

/** A sentence that names nobody, gives no number and no date, and in which nobody says anything tells no fact. */
function factsIn({ reading }: HeldArticle, sentence: Sentence, named: number): number {
  const states = reading.statements.some(({ speaker, sentence: at }) => speaker !== undefined && at === sentence.index);
  const dated = reading.dated.some((date) => date.sentence === sentence.index);
  const counted = /\d/.test(sentence.text);
  return (states ? 0.35 : 0) + (dated ? 0.25 : 0) + (counted ? 0.15 : 0) + Math.min(named, 3) * 0.2;
}

/** The author speaks ("I", "you" outside quotation marks): a view, not news. */
function speaksForItself(text: string): boolean {
  return /\b(?:I|we|my|our|us|you|your)\b/u.test(text.replaceAll(/[“"][^”"]*[”"]/gu, ''));
}

const connective = /^[“"'‘]?(?:But|And|So|Also|However|Instead|Meanwhile|Then|Later|Nevertheless|Still|Yet)\b/u;

function leaning(held: HeldArticle, sentence: Sentence): number {
  if (leansOnTheOneBefore(held, sentence)) return 0.5;
  if (beginsWithLongEvent(sentence.text)) return 0.5;
  return connective.test(sentence.text) ? 0.2 : 0;
}

/** Whether a reader has to know the sentence before: this one stands for what that names, or quotes without saying whom. */
export function leansOnTheOneBefore({ reading }: HeldArticle, { text, index }: Sentence): boolean {
  if (leansBy(text) !== undefined) return true;
  const spoken = reading.statements.some(
    ({ sentence, speaker, source }) => sentence === index && (speaker ?? source) !== undefined,
  );
  if (beginsWithOwnPronoun(text)) return !(spoken && /^[“"].*[”"]./u.test(text));
  return /^[“"].*[”"]$/u.test(text) && !spoken;
}
