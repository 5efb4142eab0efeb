import type { ArticleId } from '../ids/ids.ts';

/** Proof of a shown text: which stretch of which stored article it is. */
export interface Receipt {
  readonly article: ArticleId;
  readonly publisher: string;
  readonly url: string | null;
  /** Index of the sentence in the article, from 0. */
  readonly sentence: number;
  /** UTF-16 code units into the article's stored text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** SHA-256 of the span's UTF-8 bytes, hexadecimal. */
  readonly sha256: string;
}

/** A text shown to people: the span of its first receipt, or whole clauses of it joined by "…". */
export interface Line {
  readonly text: string;
  /** The first receipt is where the text stands; the others are articles that say the same. */
  readonly receipts: readonly [Receipt, ...Receipt[]];
  /** How many independent origins the receipts have. */
  readonly origins: number;
  /** What is shown instead of the text, where a language model worded it. */
  readonly written?: Written;
}

/** A sentence by a language model. It was checked to say nothing but what each sentence it rests on says. */
export interface Written {
  readonly text: string;
  /** The model's name. */
  readonly by: string;
  /** Some of the line's receipts, the first among them. */
  readonly restsOn: readonly [Receipt, ...Receipt[]];
}
