import type { ArticleId, StoryKey } from '../ids/ids.ts';
import type { Cast } from '../reading/cast.ts';
import type { Reading } from '../reading/reading.ts';
import type { Article } from '../articles/article.ts';
import type { PackedFacts } from '../articles/text-facts.ts';

export interface StoredArticle {
  readonly article: Article;
  /** May be taken out of the form in which it is kept when it is first asked for. */
  readonly reading: Reading;
  /** The cast of the reading, where it was kept. */
  readonly cast?: Cast | undefined;
  /** What follows from the text alone, where it was kept. */
  readonly facts?: PackedFacts | undefined;
}

/** Keeps articles for good: a text once saved never changes and is never removed. */
export interface ArticleStore {
  /**
   * Saves an article, its reading with its cast, and the stories it belongs to, in one step. `held` when this text is there
   * already.
   */
  save(entry: Omit<StoredArticle, 'cast'> & { readonly stories: readonly StoryKey[] }): Promise<'added' | 'held'>;
  /** Replaces the reading of a held article and its cast, after the reading rules changed. */
  saveReading(reading: Reading): Promise<void>;
  /**
   * Keeps what follows from held articles' texts and readings. Nothing is told by it that was not told before: the revision
   * stays.
   */
  keepFacts(
    kept: readonly { readonly article: ArticleId; readonly facts: PackedFacts; readonly cast: Cast }[],
  ): Promise<void>;
  get(id: ArticleId): Promise<Article | undefined>;
  /** The newest text found at this address. */
  findByUrl(url: string): Promise<Article | undefined>;
  /**
   * Articles of a story, oldest first by published, else added; also those whose text a later one of the story supersedes. `reading` is
   * undefined where another version of Communiqué read the article and its reading has another shape; `cast` and `facts` likewise.
   */
  inStory(story: StoryKey): Promise<(Omit<StoredArticle, 'reading'> & { readonly reading: Reading | undefined })[]>;
  /** A number that grows with every change of any article or reading: the same number, the same content. */
  revision(): Promise<number>;
}
