import type { Sentence } from '../articles/article.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import { contentWords, likeness, numbersOf } from './content-words.ts';
import type { DigestWindow } from './digest.ts';

/** A sentence that can stand in a digest, with the other places that say the same. */
export interface Candidate {
  readonly held: HeldArticle;
  readonly sentence: Sentence;
  readonly others: { readonly held: HeldArticle; readonly sentence: Sentence }[];
  readonly words: ReadonlySet<string>;
  readonly actors: readonly string[];
  readonly score: number;
}

/** Two sentences with the same numbers that are this much alike say the same. */
export const sameSaying = 0.6;
const fewestWords = 6;
const manyWords = 45;

/** The sentences of a window that can stand alone, most important first; what several articles say stands once. */
export function candidatesOf(library: Library, window: DigestWindow): Candidate[] {
  const fresh = library.articles.filter(({ article }) => article.added > window.from && article.added <= window.to);
  const weights = wordWeights(library);
  const actors = actorForms(library);
  const merged: Candidate[] = [];
  const byWord = new Map<string, Candidate[]>();
  for (const held of fresh) {
    for (const sentence of held.sentences) {
      if (!standsAlone(sentence)) continue;
      const words = contentWords(sentence.text);
      const same = findSame(sentence, words, byWord);
      if (same !== undefined) {
        if (same.held !== held && !same.others.some((other) => other.held === held))
          same.others.push({ held, sentence });
        continue;
      }
      const named = actors
        .filter(({ forms }) => forms.some((form) => sentence.text.includes(form)))
        .map(({ name }) => name);
      const candidate = {
        held,
        sentence,
        others: [],
        words,
        actors: named,
        score: scoreOf({ held, sentence, words, named, weights }),
      };
      merged.push(candidate);
      for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), candidate]);
    }
  }
  return merged.map(withOrigins).toSorted((left, right) => right.score - left.score);
}

function findSame(
  sentence: Sentence,
  words: ReadonlySet<string>,
  byWord: ReadonlyMap<string, readonly Candidate[]>,
): Candidate | undefined {
  const rarest = [...words].toSorted(
    (left, right) => (byWord.get(left)?.length ?? 0) - (byWord.get(right)?.length ?? 0),
  );
  const numbers = numbersOf(sentence.text);
  for (const word of rarest.slice(0, Math.ceil(words.size * (1 - sameSaying)) + 1)) {
    for (const other of byWord.get(word) ?? []) {
      if (likeness(words, other.words) >= sameSaying && numbersOf(other.sentence.text) === numbers) return other;
    }
  }
  return undefined;
}

/** A sentence that needs the one before it, asks, or is a heading cannot be shown alone. */
function standsAlone(sentence: Sentence): boolean {
  const { text, kind } = sentence;
  const words = text.split(/\s+/).length;
  return (
    kind === 'body' &&
    words >= fewestWords &&
    words <= 90 &&
    !/\?[”"’']?$/u.test(text) &&
    !/^(?:Photo|Image|Read more|Sign up|Follow|Subscribe)\b/u.test(text)
  );
}

/** How much each word tells: words that many independent origins use are what the story is about. */
function wordWeights(library: Library): ReadonlyMap<string, number> {
  const origins = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  let sentences = 0;
  for (const held of library.articles) {
    for (const sentence of held.sentences) {
      sentences += 1;
      for (const word of contentWords(sentence.text)) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
        const known = origins.get(word);
        if (known === undefined) origins.set(word, new Set([held.origin]));
        else known.add(held.origin);
      }
    }
  }
  const weight = (word: string, count: number): number =>
    Math.log1p(origins.get(word)?.size ?? 0) * Math.log1p(count) * Math.log((sentences + 1) / count);
  return new Map([...counts].map(([word, count]) => [word, count === 1 ? 0 : weight(word, count)]));
}

function actorForms(library: Library): { readonly name: string; readonly forms: readonly string[] }[] {
  return library.actors
    .slice(0, 60)
    .map(({ name, aliases }) => ({ name, forms: [name, ...aliases.filter((alias) => alias.length > 2)] }));
}

interface Scored {
  readonly held: HeldArticle;
  readonly sentence: Sentence;
  readonly words: ReadonlySet<string>;
  readonly named: readonly string[];
  readonly weights: ReadonlyMap<string, number>;
}

/** Importance: what the story is about, said by somebody, dated, early in its article. Weights were tuned by eye on news. */
function scoreOf({ held, sentence, words, named, weights }: Scored): number {
  let sum = 0;
  for (const word of words) sum += weights.get(word) ?? 0;
  const centrality = sum / Math.sqrt(words.size + 4);
  const { statements, dated } = held.reading;
  const states = statements.some((statement) => statement.sentence === sentence.index);
  const isDated = dated.some((date) => date.sentence === sentence.index);
  const hasNumber = /\d/.test(sentence.text);
  const facts = (states ? 0.35 : 0) + (isDated ? 0.25 : 0) + (hasNumber ? 0.15 : 0) + Math.min(named.length, 3) * 0.2;
  const lead = 0.5 / (1 + sentence.index);
  const length = sentence.text.split(/\s+/).length;
  const burden = (needsContext(sentence.text) ? 0.5 : 0) + (length > manyWords ? 0.25 : 0) + (facts === 0 ? 0.7 : 0);
  const correction = /^Correction\b/u.test(sentence.text) ? 1 : 0;
  return (1 + centrality / 4) * Math.max(0.05, 1 + facts + lead + correction - burden);
}

function needsContext(text: string): boolean {
  return /^[“"'‘]?(?:He|She|It|They|This|That|These|Those|His|Her|Their|Its|But|And|So|Also|However|Instead|Meanwhile|Then|There|Such|I|We|You)\b/u.test(
    text,
  );
}

/** What several independent origins say weighs more. */
function withOrigins(candidate: Candidate): Candidate {
  const origins = new Set([candidate.held, ...candidate.others.map((other) => other.held)].map((held) => held.origin))
    .size;
  return { ...candidate, score: candidate.score * (1 + 0.3 * (origins - 1)) };
}
