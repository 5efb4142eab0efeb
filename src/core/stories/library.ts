import type { Article, Sentence } from '../articles/article.ts';
import type { ArticleId } from '../ids/ids.ts';
import type { Actor } from './actor.ts';
import type { Correction } from './corrections.ts';
import type { Cast } from '../reading/cast.ts';
import type { Reading } from '../reading/reading.ts';
import type { Story } from './story.ts';

/** An article as the story holds it: read, and with its origin told. */
export interface HeldArticle {
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  readonly reading: Reading;
  /** The part of the reading from which the story's actors are merged. */
  readonly cast: Cast;
  /** Articles with the same origin share text (a copy, an agency's report): together they are one independent source. */
  readonly origin: ArticleId;
}

/** Everything a story knows at one moment; answers and digests are computed from it and nothing else. */
export interface Library {
  readonly story: Story;
  /** Ordered by published (else added), oldest first; superseded texts are left out. */
  readonly articles: readonly HeldArticle[];
  /** Texts that were changed since, each with the text that took its place. */
  readonly corrections: readonly Correction[];
  /** Merged over all articles; most mentioned first. */
  readonly actors: readonly Actor[];
  /** An article held, or an earlier text of one. */
  article(id: ArticleId): HeldArticle | undefined;
}
