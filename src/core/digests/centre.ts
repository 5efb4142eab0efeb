import { type Word, wordsOf } from '../words/words.ts';

/** What a text speaks of: its content words and its pairs of neighbouring words, each once. */
export interface Terms {
  readonly words: readonly string[];
  readonly pairs: readonly string[];
}

/** How much of some articles each term stands for: what many of them say, and say early, lies near the centre. */
export type Centre = ReadonlyMap<string, number>;

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

export function termsOf(text: string): Terms {
  const words = wordsOf(text);
  const pairs = words.slice(1).flatMap((word, at) => {
    const before = words[at];
    return before === undefined || (before.weight === 'stop' && word.weight === 'stop')
      ? []
      : [`${before.term} ${word.term}`];
  });
  return { words: [...new Set(contentOf(words))], pairs: [...new Set(pairs)] };
}

/** The content words of a text alone. */
export function contentTermsOf(text: string): string[] {
  return contentOf(wordsOf(text));
}

function contentOf(words: readonly Word[]): string[] {
  return words.flatMap(({ weight, term }) => (weight === 'stop' ? [] : [term]));
}

/** The centre of sentences, those of each origin together: they count less than the same ones of several. */
export function centreOf(origins: Iterable<Iterable<CentreSentence>>): Centre {
  const weights = new Map<string, number>();
  for (const sentences of origins) {
    for (const [term, worth] of worthsIn(sentences)) weights.set(term, (weights.get(term) ?? 0) + worth ** repeated);
  }
  for (const [term, weight] of weights) weights.set(term, weight ** shared);
  return weights;
}

function worthsIn(sentences: Iterable<CentreSentence>): ReadonlyMap<string, number> {
  const worths = new Map<string, number>();
  const count = (term: string, worth: number): void => {
    worths.set(term, (worths.get(term) ?? 0) + worth);
  };
  for (const { terms, index, worth } of sentences) {
    const place = worth * (leastPlace + (1 - leastPlace) / (1 + index / placeFalls));
    for (const word of terms.words) count(word, place);
    for (const pair of terms.pairs) count(pair, place * pairWorth);
  }
  return worths;
}

/** Sentences chosen so far, and how like the centre they are together. */
export interface Gathered {
  /** What a sentence would add to the likeness (cosine) of all that was gathered with the centre; below 0 when it only repeats. */
  gain(terms: Terms): number;
  add(terms: Terms): void;
}

/** After D. Radev et al., "Centroid-based summarization of multiple documents" (2004), for the summary as a whole. */
export function gatherAround(centre: Centre): Gathered {
  let length = 0;
  for (const weight of centre.values()) length += weight ** 2;
  const counts = new Map<string, number>();
  let [along, squared] = [0, 0];
  const likeness = (product: number, squares: number): number =>
    squares === 0 || length === 0 ? 0 : product / Math.sqrt(squares * length);
  const grown = ({ words, pairs }: Terms): readonly [number, number] => {
    let [product, squares] = [along, squared];
    for (const term of [...words, ...pairs]) {
      product += centre.get(term) ?? 0;
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
