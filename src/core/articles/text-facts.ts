import type { ArticleId } from '../ids/ids.ts';
import { agenciesOf } from './agencies.ts';
import type { Article, Sentence } from './article.ts';
import { splitSentences } from './sentences.ts';
import { sampleOf } from './shingles.ts';

/** Version of the rules behind the facts: raised with every change of what they give, so that kept ones are made again. */
export const textFactsRules = 2;

/** What follows from an article's text and publisher alone, whatever the story. */
export interface TextFacts {
  /** Made at first need: a start with many articles needs only where they are. */
  readonly sentences: readonly Sentence[];
  /** Where they are; read by `eachPlace`. */
  readonly places: Int32Array;
  /** Some of its shingles, rising, each once: what copies of it are found by. */
  readonly sample: Int32Array;
  /** The agencies that it comes from or credits. */
  readonly agencies: ReadonlySet<string>;
}

/** The facts as they are kept in the store, so that a start with many articles need not make them again. */
export interface PackedFacts {
  readonly rules: number;
  /** For each sentence its start, its end, and its paragraph and kind in one number: 32-bit numbers in base64. */
  readonly sentences: string;
  readonly sample: string;
  readonly agencies: readonly string[];
}

type Told = Pick<Article, 'id' | 'text' | 'publisher'>;

const known = new WeakMap<Told, TextFacts>();

/** The facts of an article: those known already, else those that were kept, else made anew. */
export function factsOf(article: Told, packed?: PackedFacts): TextFacts {
  const ready = known.get(article);
  if (ready !== undefined) return ready;
  const made = (packed?.rules === textFactsRules ? unpacked(article, packed) : undefined) ?? factsMade(article);
  known.set(article, made);
  return made;
}

function factsMade(article: Told): TextFacts {
  const places = placesOf(splitSentences(article.id, article.text));
  return withSentences(article, places, { sample: sampleOf(article.text), agencies: agenciesOf(article) });
}

const kinds = ['body', 'heading', 'notice', 'caption', 'stamp', 'teaser', 'boilerplate'] as const;
/** A sentence's start, its end, and its paragraph and kind in one number. */
const numbersEach = 3;

function placesOf(sentences: readonly Sentence[]): Int32Array {
  return Int32Array.from(
    sentences.flatMap(({ start, end, paragraph, kind }) => [
      start,
      end,
      paragraph * kinds.length + kinds.indexOf(kind),
    ]),
  );
}

function withSentences(
  { id, text }: Told,
  places: Int32Array,
  others: Pick<TextFacts, 'sample' | 'agencies'>,
): TextFacts {
  let sentences: readonly Sentence[] | undefined;
  return {
    ...others,
    get sentences(): readonly Sentence[] {
      sentences ??= sentencesAt(id, text, places);
      return sentences;
    },
    places,
  };
}

/** Visits the sentences in order by their places, without making any. */
export function eachPlace(
  { places }: TextFacts,
  visit: (index: number, start: number, end: number, kind: Sentence['kind']) => void,
): void {
  for (let at = 0; at < places.length; at += numbersEach)
    visit(at / numbersEach, places[at] ?? 0, places[at + 1] ?? 0, kindOf(places[at + 2] ?? 0));
}

/** How many sentences a text has. */
export function sentenceCount({ places }: TextFacts): number {
  return places.length / numbersEach;
}

function sentencesAt(article: ArticleId, text: string, places: Int32Array): Sentence[] {
  return Array.from({ length: places.length / numbersEach }, (_, index) => {
    const [start = 0, end = 0, rest = 0] = places.subarray(index * numbersEach, (index + 1) * numbersEach);
    const paragraph = Math.floor(rest / kinds.length);
    return { article, index, text: text.slice(start, end), start, end, kind: kindOf(rest), paragraph };
  });
}

function kindOf(rest: number): Sentence['kind'] {
  return kinds[rest % kinds.length] ?? 'body';
}

/** The facts of an article in the form in which they are kept. */
export function packedFactsOf(article: Told): PackedFacts {
  const { places, sample, agencies } = factsOf(article);
  return {
    rules: textFactsRules,
    sentences: toBase64(places),
    sample: toBase64(sample),
    agencies: [...agencies],
  };
}

/** Undefined for numbers that cannot be this text's: what was kept is damaged, and made again. */
function unpacked(article: Told, { sentences, sample, agencies }: PackedFacts): TextFacts | undefined {
  const places = fromBase64(sentences);
  if (!areOf(article.text, places)) return undefined;
  return withSentences(article, places, { sample: fromBase64(sample), agencies: new Set(agencies) });
}

/** Whether places can be those of a text's sentences: one after another, and within it. */
function areOf(text: string, places: Int32Array): boolean {
  if (places.length % numbersEach !== 0) return false;
  let last = 0;
  for (let at = 0; at < places.length; at += numbersEach) {
    const [start, end, rest] = [places[at] ?? -1, places[at + 1] ?? -1, places[at + 2] ?? -1];
    if (start < last || end <= start || end > text.length || rest < 0) return false;
    last = end;
  }
  return true;
}

function toBase64(numbers: Int32Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');
}

/** Numbers need to begin at a multiple of four, which bytes of a pool need not: they are copied. */
function fromBase64(text: string): Int32Array {
  const bytes = Buffer.from(text, 'base64');
  const numbers = new Int32Array(bytes.length >>> 2);
  new Uint8Array(numbers.buffer).set(bytes.subarray(0, numbers.byteLength));
  return numbers;
}
