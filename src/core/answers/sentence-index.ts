import type { Sentence } from '../articles/article.ts';
import { eachPlace, factsOf } from '../articles/text-facts.ts';
import { growingNumbers } from './growing-numbers.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import { isAmong } from './rising.ts';
import { termCollector } from './term-postings.ts';
import { folded } from '../text/fold.ts';
import { type Word, wordsOf } from '../words/words.ts';

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
  readonly sentences: Int32Array;
  /** Share of its occurrences that are written with a capital. */
  readonly capitals: number;
}

/** The words of a library's sentences, turned round: from a term to where it stands. Headings are left out. */
export interface SentenceIndex {
  /** How many sentences there are; they are numbered from 0. */
  readonly size: number;
  sentence(id: number): IndexedSentence | undefined;
  /** Sentence numbers of each article: from `first` up to `end`, exclusive. */
  readonly articles: readonly { readonly held: HeldArticle; readonly first: number; readonly end: number }[];
  posting(term: string): Posting | undefined;
  /** Whether a sentence holds the term. */
  holds(id: number, term: string): boolean;
  /** Number of the article of each sentence. */
  readonly articleOf: Int32Array;
  /** Numbers of the articles whose title holds the term, rising. */
  titled(term: string): Int32Array;
  isTitled(article: number, term: string): boolean;
  /** Numbers of the articles by publisher, its name folded; rising. */
  readonly publishers: ReadonlyMap<string, Int32Array>;
  /** Numbers of the articles by the ISO date on which they were published; rising. */
  readonly published: ReadonlyMap<string, Int32Array>;
  /** Length of each sentence in UTF-16 code units. */
  readonly characters: Int32Array;
  /** Words that are no stop words in each sentence, and their mean over all sentences. */
  readonly lengths: Int32Array;
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

function buildIndex(articles: readonly HeldArticle[]): SentenceIndex {
  const spans: { held: HeldArticle; first: number; end: number }[] = [];
  const collector = termCollector();
  const [articleOf, placeOf, characters] = [growingNumbers(), growingNumbers(), growingNumbers()];
  for (const [article, held] of articles.entries()) {
    const first = articleOf.length();
    eachPlace(factsOf(held.article), (place, start, end, kind) => {
      if (kind !== 'body') return;
      articleOf.push(article);
      placeOf.push(place);
      characters.push(end - start);
      collector.enter(held.article.text, start, end);
    });
    spans.push({ held, first, end: articleOf.length() });
  }
  const size = articleOf.length();
  const sentence = (id: number): IndexedSentence | undefined => {
    const article = articleOf.values()[id] ?? -1;
    const held = articles[article];
    const found = held?.sentences[placeOf.values()[id] ?? -1];
    return held && found && { id, held, sentence: found, article };
  };
  const terms = collector.postings();
  const titled = titledBy(articles);
  const total = terms.lengths.reduce((sum, length) => sum + length, 0);
  const cache = new Map<number, readonly Word[]>();
  return {
    size,
    sentence,
    articles: spans,
    posting: (term) => {
      const number = terms.numbers.get(term);
      return number === undefined
        ? undefined
        : { sentences: terms.sentences(number), capitals: terms.capitals(number) };
    },
    holds: (id, term) => {
      const number = terms.numbers.get(term);
      return number !== undefined && isAmong(terms.sentences(number), id);
    },
    articleOf: articleOf.values(),
    titled,
    isTitled: (article, term) => isAmong(titled(term), article),
    publishers: byKey(articles, ({ article }) => [folded(article.publisher)]),
    published: byKey(articles, ({ article }) =>
      article.published === undefined ? [] : [article.published.slice(0, 10)],
    ),
    characters: characters.values(),
    lengths: terms.lengths,
    meanLength: total / Math.max(1, size),
    words: (id) => wordsOfSentence(cache, sentence, id),
    spelledLike: spellings([...terms.numbers.keys()]),
  };
}

const noArticles = new Int32Array(0);

function titledBy(articles: readonly HeldArticle[]): SentenceIndex['titled'] {
  const collector = termCollector();
  for (const { article } of articles) collector.enter(article.title, 0, article.title.length);
  const titles = collector.postings();
  return (term) => {
    const number = titles.numbers.get(term);
    return number === undefined ? noArticles : titles.sentences(number);
  };
}

/** Numbers of the articles by what `keys` gives for each. */
function byKey(
  articles: readonly HeldArticle[],
  keys: (held: HeldArticle) => Iterable<string>,
): Map<string, Int32Array> {
  const found = new Map<string, number[]>();
  for (const [number, held] of articles.entries()) {
    for (const key of keys(held)) {
      const list = found.get(key);
      if (list === undefined) found.set(key, [number]);
      else list.push(number);
    }
  }
  return new Map([...found].map(([key, numbers]) => [key, Int32Array.from(numbers)]));
}

const wordsKept = 5000;

function wordsOfSentence(
  cache: Map<number, readonly Word[]>,
  sentence: SentenceIndex['sentence'],
  id: number,
): readonly Word[] {
  const ready = cache.get(id);
  if (ready !== undefined) return ready;
  if (cache.size >= wordsKept) cache.clear();
  const words = wordsOf(sentence(id)?.sentence.text ?? '');
  cache.set(id, words);
  return words;
}

function spellings(terms: readonly string[]): (term: string) => readonly string[] {
  let byKey: Map<string, string[]> | undefined;
  return (term) => {
    byKey ??= keyed(terms);
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
