import type { Sentence } from '../articles/article.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import { folded, type Word, wordsOf } from './words.ts';

/** A sentence that may answer, and its number in the index; neighbours in one article have neighbouring numbers. */
export interface IndexedSentence {
  readonly id: number;
  readonly held: HeldArticle;
  readonly sentence: Sentence;
  /** Number of its article in the index. */
  readonly article: number;
}

export interface Posting {
  /** Numbers of the sentences that hold the term, rising. */
  readonly sentences: readonly number[];
  /** Share of its occurrences that are written with a capital. */
  readonly capitals: number;
}

/** The words of a library's sentences, turned round: from a term to where it stands. Headings are left out. */
export interface SentenceIndex {
  readonly sentences: readonly IndexedSentence[];
  /** Sentence numbers of each article: from `first` up to `end`, exclusive. */
  readonly articles: readonly { readonly held: HeldArticle; readonly first: number; readonly end: number }[];
  posting(term: string): Posting | undefined;
  /** Whether a sentence holds the term. */
  holds(id: number, term: string): boolean;
  /** Numbers of the articles whose title holds the term. */
  titled(term: string): readonly number[];
  isTitled(article: number, term: string): boolean;
  /** Numbers of the articles by publisher, its name folded. */
  readonly publishers: ReadonlyMap<string, readonly number[]>;
  /** Numbers of the articles by the ISO date on which they were published. */
  readonly published: ReadonlyMap<string, readonly number[]>;
  /** Words in a sentence, and their mean over all sentences. */
  lengthOf(id: number): number;
  readonly meanLength: number;
  /** The words of a sentence. */
  words(id: number): readonly Word[];
  /** Terms of the library that are spelt like this one but for transliteration ("dostoevski", "dostoevskii"). */
  spelledLike(term: string): readonly string[];
}

const built = new WeakMap<Library, SentenceIndex>();

/** The index of a library, built once. */
export function indexOf(library: Library): SentenceIndex {
  const ready = built.get(library);
  if (ready !== undefined) return ready;
  const made = buildIndex(library.articles);
  built.set(library, made);
  return made;
}

interface Collected {
  readonly sentences: number[];
  capitals: number;
  total: number;
}

function buildIndex(articles: readonly HeldArticle[]): SentenceIndex {
  const sentences: IndexedSentence[] = [];
  const spans: { held: HeldArticle; first: number; end: number }[] = [];
  const terms = new Map<string, Collected>();
  const lengths: number[] = [];
  for (const [article, held] of articles.entries()) {
    const first = sentences.length;
    for (const sentence of held.sentences) {
      if (sentence.kind === 'heading') continue;
      const id = sentences.length;
      sentences.push({ id, held, sentence, article });
      lengths.push(collect(terms, id, sentence.text));
    }
    spans.push({ held, first, end: sentences.length });
  }
  const titleTerms = articles.map(({ article }) => new Set(contentTerms(article.title)));
  const titles = byKey(articles, (_, number) => titleTerms[number] ?? []);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const cache = new Map<number, readonly Word[]>();
  return {
    sentences,
    articles: spans,
    posting: (term) => {
      const found = terms.get(term);
      return found && { sentences: found.sentences, capitals: found.capitals / found.total };
    },
    holds: (id, term) => isAmong(terms.get(term)?.sentences ?? [], id),
    titled: (term) => titles.get(term) ?? [],
    isTitled: (article, term) => titleTerms[article]?.has(term) ?? false,
    publishers: byKey(articles, ({ article }) => [folded(article.publisher)]),
    published: byKey(articles, ({ article }) =>
      article.published === undefined ? [] : [article.published.slice(0, 10)],
    ),
    lengthOf: (id) => lengths[id] ?? 0,
    meanLength: total / Math.max(1, lengths.length),
    words: (id) => wordsOfSentence(cache, sentences, id),
    spelledLike: spellings(terms),
  };
}

/** Enters a sentence's words; returns how many are no stop words. */
function collect(terms: Map<string, Collected>, id: number, text: string): number {
  let length = 0;
  for (const word of wordsOf(text)) {
    if (word.weight === 'stop') continue;
    length += 1;
    let entry = terms.get(word.term);
    if (entry === undefined) {
      entry = { sentences: [], capitals: 0, total: 0 };
      terms.set(word.term, entry);
    }
    entry.total += 1;
    if (word.capital) entry.capitals += 1;
    if (entry.sentences.at(-1) !== id) entry.sentences.push(id);
  }
  return length;
}

/** Whether a rising list holds a number. */
function isAmong(rising: readonly number[], wanted: number): boolean {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return rising[low] === wanted;
}

function contentTerms(text: string): string[] {
  return wordsOf(text).flatMap((word) => (word.weight === 'stop' ? [] : [word.term]));
}

function byKey(
  articles: readonly HeldArticle[],
  keys: (held: HeldArticle, number: number) => Iterable<string>,
): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [number, held] of articles.entries()) {
    for (const key of keys(held, number)) {
      const list = found.get(key);
      if (list === undefined) found.set(key, [number]);
      else list.push(number);
    }
  }
  return found;
}

const wordsKept = 5000;

function wordsOfSentence(
  cache: Map<number, readonly Word[]>,
  sentences: readonly IndexedSentence[],
  id: number,
): readonly Word[] {
  const ready = cache.get(id);
  if (ready !== undefined) return ready;
  if (cache.size >= wordsKept) cache.clear();
  const words = wordsOf(sentences[id]?.sentence.text ?? '');
  cache.set(id, words);
  return words;
}

function spellings(terms: ReadonlyMap<string, Collected>): (term: string) => readonly string[] {
  let byKey: Map<string, string[]> | undefined;
  return (term) => {
    byKey ??= keyed([...terms.keys()]);
    return term.length < 5 ? [] : (byKey.get(spellingKey(term)) ?? []).filter((known) => known !== term);
  };
}

function keyed(terms: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const term of terms) {
    if (term.length < 5) continue;
    const key = spellingKey(term);
    const list = found.get(key);
    if (list === undefined) found.set(key, [term]);
    else list.push(term);
  }
  return found;
}

/** What transliterations of one name share: Chaikovsky and Chaykovskiy, Mikhail and Michail, Yury and Iurii. */
function spellingKey(term: string): string {
  return term
    .replaceAll(/[kc]h/g, 'h')
    .replaceAll(/[iyj]+/g, 'i')
    .replaceAll('w', 'v')
    .replaceAll(/(.)\1+/g, '$1');
}
