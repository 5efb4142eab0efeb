import { wordsOf } from '../words/words.ts';
import { pairNumbers } from './pair-numbers.ts';

/** What a text speaks of, by number: its content words and its pairs of neighbouring words, each once. */
export interface Terms {
  readonly words: readonly number[];
  readonly pairs: readonly number[];
}

/** Tells what a text speaks of. The same term has the same number in all texts. */
export type TermsOf = (text: string) => Terms;

export function numberedTerms(): TermsOf {
  const words = new Map<string, number>();
  const pairs = pairNumbers();
  const numberOf = (term: string): number => {
    const number = words.get(term) ?? words.size;
    words.set(term, number);
    return number;
  };
  return (text) => {
    const own = new Set<number>();
    const neighbours = new Set<number>();
    let before: { readonly number: number; readonly weight: string } | undefined;
    for (const { term, weight } of wordsOf(text)) {
      const number = numberOf(term);
      if (weight !== 'stop') own.add(pairs(alone, number));
      if (before !== undefined && (before.weight !== 'stop' || weight !== 'stop'))
        neighbours.add(pairs(before.number, number));
      before = { number, weight };
    }
    return { words: [...own], pairs: [...neighbours] };
  };
}

/** Stands for the other word of a pair in the number of a word alone. */
const alone = -1;

/** How much of some articles each term stands for: what many of them say, and say early, lies near the centre. */
export interface Centre {
  readonly termsOf: TermsOf;
  /** By the number of the term; nothing of one that the articles do not hold. */
  readonly weights: readonly number[];
}

/** A sentence that helps to say what the centre is. */
export interface CentreSentence {
  readonly terms: Terms;
  /** Its index in its article, from 0. */
  readonly index: number;
  /** What its article counts for, 1 for a new one. */
  readonly worth: number;
}

/** Terms repeated within an origin add less and less, terms that several origins share more and more. Tuned with `npm run eval -- digest`. */
const repeated = 0.7;
const shared = 1.35;
/** What a sentence far down in its article counts for, and how soon it gets there. */
const leastPlace = 0.15;
const placeFalls = 20;
/** What a pair of words counts for beside a word: two that stand together again tell more of what an article is about. */
const pairWorth = 1.5;

/** How much each term of sentences stands for, those of each origin together: they count less than the same ones of several. */
export function weightsOf(origins: Iterable<Iterable<CentreSentence>>): readonly number[] {
  const weights: number[] = [];
  const worths: number[] = [];
  for (const sentences of origins) {
    for (const term of addWorths(sentences, worths)) {
      while (weights.length <= term) weights.push(0);
      weights[term] = (weights[term] ?? 0) + (worths[term] ?? 0) ** repeated;
      worths[term] = 0;
    }
  }
  return weights.map((weight) => weight ** shared);
}

/** Adds what each term is worth in some sentences to what is there; gives the terms, each once. */
function addWorths(sentences: Iterable<CentreSentence>, worths: number[]): readonly number[] {
  const met: number[] = [];
  const count = (term: number, worth: number): void => {
    while (worths.length <= term) worths.push(0);
    if (worths[term] === 0) met.push(term);
    worths[term] = (worths[term] ?? 0) + worth;
  };
  for (const { terms, index, worth } of sentences) {
    const place = worth * (leastPlace + (1 - leastPlace) / (1 + index / placeFalls));
    for (const word of terms.words) count(word, place);
    for (const pair of terms.pairs) count(pair, place * pairWorth);
  }
  return met;
}

/** Sentences chosen so far, and how like the centre they are together. */
export interface Gathered {
  /** What a sentence would add to the likeness (cosine) of all that was gathered with the centre; below 0 when it only repeats. */
  gain(terms: Terms): number;
  add(terms: Terms): void;
}

/** After D. Radev et al., "Centroid-based summarization of multiple documents" (2004), for the summary as a whole. */
export function gatherAround({ weights }: Centre): Gathered {
  let length = 0;
  for (const weight of weights) length += weight ** 2;
  const counts = new Map<number, number>();
  let [along, squared] = [0, 0];
  const likeness = (product: number, squares: number): number =>
    squares === 0 || length === 0 ? 0 : product / Math.sqrt(squares * length);
  const grown = ({ words, pairs }: Terms): readonly [number, number] => {
    let [product, squares] = [along, squared];
    for (const term of [...words, ...pairs]) {
      product += weights[term] ?? 0;
      squares += 2 * (counts.get(term) ?? 0) + 1;
    }
    return [product, squares];
  };
  return {
    gain: (terms) => likeness(...grown(terms)) - likeness(along, squared),
    add: (terms) => {
      [along, squared] = grown(terms);
      for (const term of [...terms.words, ...terms.pairs]) counts.set(term, (counts.get(term) ?? 0) + 1);
    },
  };
}
