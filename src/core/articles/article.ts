import type { ArticleId } from '../ids/ids.ts';
import type { Furniture } from '../language/text-kind.ts';

/** One unchanging text as a publisher published it. A correction is another Article that `supersedes` this one. */
export interface Article {
  readonly id: ArticleId;
  /** The stored text; every offset in the program counts UTF-16 code units into it. */
  readonly text: string;
  readonly title: string;
  readonly url?: string;
  readonly publisher: string;
  /** ISO 8601 UTC, when the publisher says it was published; absent when nothing says so. */
  readonly published?: string;
  /** ISO 8601 UTC, when the publisher says it was last changed. */
  readonly modified?: string;
  /** Who wrote it, as the publisher words it: "Ada Bruun and Olaf Berg". */
  readonly byline?: string;
  /** It says what its author thinks (a column, an editorial), which is shown wherever a line of it is. */
  readonly opinion?: boolean;
  /** ISO 8601 UTC, when Communiqué took it in. */
  readonly added: string;
  /** ISO 639-1 code. */
  readonly language: string;
  /** Shipped with Communiqué to show how it works; said so wherever it is listed. */
  readonly sample: boolean;
  /** It was there when its feed was first looked at: known, and no news to a channel that has had a digest. */
  readonly silent?: boolean;
  /** The earlier text of the same article that this one corrects. */
  readonly supersedes?: ArticleId;
}

/** What a reader of files, feeds or pages hands in: an article that has not been given an id yet. */
export interface ArticleDraft {
  readonly text: string;
  readonly title?: string;
  readonly url?: string;
  readonly publisher?: string;
  /** ISO 8601 UTC. */
  readonly published?: string;
  /** ISO 8601 UTC. */
  readonly modified?: string;
  readonly byline?: string;
  /** Where the publisher puts it: "World", "Opinion"; several parted by commas. */
  readonly section?: string;
  readonly language?: string;
  readonly sample?: boolean;
  readonly silent?: boolean;
}

/** A stretch of an article's text. `start` and `end` are UTF-16 code units, `end` exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A sentence of an article: `article.text.slice(start, end) === text`. */
export interface Sentence extends TextSpan {
  readonly article: ArticleId;
  /** Its place in the article, from 0; headings count. */
  readonly index: number;
  readonly text: string;
  /**
   * `body` is the article's own sentence. A heading is a line that is no sentence; a notice is the publisher's word on the
   * article itself, which may repeat what was wrong; the rest is furniture of the page. Nothing is read from those, and
   * none is shown as a statement.
   */
  readonly kind: 'body' | 'heading' | Furniture;
  /** Which paragraph (line of the text) it stands in, from 0. */
  readonly paragraph: number;
}
