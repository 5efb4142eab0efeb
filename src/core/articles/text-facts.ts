import type { ArticleId } from '../ids/ids.ts';
import { agenciesOf } from './agencies.ts';
import type { Article, Sentence } from './article.ts';
import { splitSentences } from './sentences.ts';
import { sampleOf } from './shingles.ts';

/** Version of the rules behind the facts: raised with every change of what they give, so that kept ones are made again. */
export const textFactsRules = 1;

/** What follows from an article's text and publisher alone, whatever the story. */
export interface TextFacts {
  readonly sentences: readonly Sentence[];
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
  return {
    sentences: splitSentences(article.id, article.text),
    sample: sampleOf(article.text),
    agencies: agenciesOf(article),
  };
}

const kinds = ['body', 'heading', 'notice'] as const;
const numbersEach = 3;

/** The facts of an article in the form in which they are kept. */
export function packedFactsOf(article: Told): PackedFacts {
  const { sentences, sample, agencies } = factsOf(article);
  const numbers = sentences.flatMap(({ start, end, paragraph, kind }) => [
    start,
    end,
    paragraph * kinds.length + kinds.indexOf(kind),
  ]);
  return {
    rules: textFactsRules,
    sentences: toBase64(Int32Array.from(numbers)),
    sample: toBase64(sample),
    agencies: [...agencies],
  };
}

/** Undefined for numbers that cannot be this text's: what was kept is damaged, and made again. */
function unpacked({ id, text }: Told, { sentences, sample, agencies }: PackedFacts): TextFacts | undefined {
  const places = fromBase64(sentences);
  const found = sentencesAt(id, text, places);
  return found && { sentences: found, sample: fromBase64(sample), agencies: new Set(agencies) };
}

function sentencesAt(article: ArticleId, text: string, places: Int32Array): Sentence[] | undefined {
  if (places.length % numbersEach !== 0) return undefined;
  const sentences: Sentence[] = [];
  let last = 0;
  for (let at = 0; at < places.length; at += numbersEach) {
    const [start = 0, end = 0, rest = 0] = [places[at], places[at + 1], places[at + 2]];
    const kind = kinds[rest % kinds.length];
    if (start < last || end <= start || end > text.length || kind === undefined) return undefined;
    const paragraph = Math.floor(rest / kinds.length);
    sentences.push({ article, index: sentences.length, text: text.slice(start, end), start, end, kind, paragraph });
    last = end;
  }
  return sentences;
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
