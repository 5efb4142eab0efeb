import type { ArticleId, StoryKey } from '../ids/ids.ts';
import type { Reading } from '../reading/reading.ts';
import type { Article } from '../articles/article.ts';
import type { PackedFacts } from '../articles/text-facts.ts';

export interface StoredArticle {
  readonly article: Article;
  readonly reading: Reading;
  /** What follows from the text alone, where it was kept. */
  readonly facts?: PackedFacts | undefined;
}

/** Keeps articles for good: a text once saved never changes and is never removed. */
export interface ArticleStore {
  /** Saves an article, its reading and the stories it belongs to, in one step. `held` when this text is there already. */
  save(entry: StoredArticle & { readonly stories: readonly StoryKey[] }): Promise<'added' | 'held'>;
  /** Replaces the reading of a held article, after the reading rules changed. */
  saveReading(reading: Reading): Promise<void>;
  /** Keeps what follows from held articles' texts. Nothing is told by it that was not told before: the revision stays. */
  keepFacts(kept: readonly { readonly article: ArticleId; readonly facts: PackedFacts }[]): Promise<void>;
  get(id: ArticleId): Promise<Article | undefined>;
  /** The newest text found at this address. */
  findByUrl(url: string): Promise<Article | undefined>;
  /**
   * Articles of a story, oldest first by published, else added; also those whose text a later one of the story supersedes. `reading` is
   * undefined where another version of Communiqué read the article and its reading has another shape; `facts` likewise.
   */
  inStory(story: StoryKey): Promise<(Omit<StoredArticle, 'reading'> & { readonly reading: Reading | undefined })[]>;
  /** A number that grows with every change of any article or reading: the same number, the same content. */
  revision(): Promise<number>;
}
