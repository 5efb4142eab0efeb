import type { Article, ArticleDraft } from '../articles/article.ts';
import type { ArticleStore } from './article-store.ts';
import { factsOf, packedFactsOf } from '../articles/text-facts.ts';
import { type Clock, isoNow } from '../clock/clock.ts';
import { UserError } from '../errors/errors.ts';
import { articleId, type StoryKey } from '../ids/ids.ts';
import { readArticle } from '../reading/read-article.ts';
import { isOpinion } from '../articles/opinion.ts';
import type { Story } from './story.ts';

/** What became of an article that was handed in. */
export interface Intake {
  /** `corrected`: another text was held for this address; both are kept, and the new one is shown from now on. */
  readonly outcome: 'added' | 'held' | 'corrected';
  readonly article: Article;
  /** Stories it belongs to; none when it fits no story. */
  readonly stories: readonly StoryKey[];
}

/** Takes articles in: gives each an id, reads it and stores both. */
export interface Ingest {
  /**
   * Stores a draft. `stories` are the ones the person named; without them it belongs to the only story there is, or to
   * those whose `about` words it holds. Throws UserError for a text without words or a draft without a publisher.
   */
  take(draft: ArticleDraft, stories?: readonly StoryKey[]): Promise<Intake>;
}

export function createIngest(needs: {
  readonly articles: ArticleStore;
  readonly stories: readonly Story[];
  readonly clock: Clock;
}): Ingest {
  return {
    take: async (draft, named) => {
      const article = await toArticle(draft, needs);
      const stories = named ?? membership(article, needs.stories);
      const reading = readArticle(article, factsOf(article).sentences);
      const saved = await needs.articles.save({ article, reading, facts: packedFactsOf(article), stories });
      if (saved === 'held') return { outcome: 'held', article, stories };
      return { outcome: article.supersedes === undefined ? 'added' : 'corrected', article, stories };
    },
  };
}

/** The stories that an article fits by the words it holds; a story that is the only one takes every article. */
export function membership(article: Pick<Article, 'title' | 'text'>, stories: readonly Story[]): StoryKey[] {
  if (stories.length === 1) return stories.map((story) => story.key);
  return stories.filter((story) => isAbout(article, story)).map((story) => story.key);
}

/** Whether an article holds one of the words that make it part of a story. */
export function isAbout({ title, text }: Pick<Article, 'title' | 'text'>, story: Story): boolean {
  return story.about.some((phrase) => holdsPhrase(`${title}\n${text}`, phrase));
}

async function toArticle(
  draft: ArticleDraft,
  needs: { readonly articles: ArticleStore; readonly clock: Clock },
): Promise<Article> {
  const { publisher, url } = draft;
  const text = storable(draft.text);
  if (!/\p{L}/u.test(text))
    throw new UserError('The article has no words.', 'Check that its text was read, or leave it out.');
  if (publisher === undefined) throw new UserError('The article has no publisher.', 'Name it with --source.');
  const id = articleId(url ?? publisher, text);
  const earlier = url === undefined ? undefined : await needs.articles.findByUrl(url);
  return {
    id,
    text,
    title: storable(draft.title ?? firstWords(text)),
    publisher,
    added: isoNow(needs.clock),
    language: draft.language ?? 'en',
    sample: draft.sample ?? false,
    ...(draft.silent === true && { silent: true }),
    ...(url !== undefined && { url }),
    ...(draft.published !== undefined && { published: draft.published }),
    ...(draft.modified !== undefined && { modified: draft.modified }),
    ...(draft.byline !== undefined && { byline: storable(draft.byline) }),
    ...(isOpinion(draft) && { opinion: true }),
    ...(earlier !== undefined && earlier.id !== id && { supersedes: earlier.id }),
  };
}

/** Postgres keeps no NUL and UTF-8 no half of a character; a mark of the same length keeps every offset. */
function storable(text: string): string {
  return text.replaceAll(/[\0\p{Surrogate}]/gu, '\uFFFD');
}

function firstWords(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  if (line.length <= 100) return line;
  return `${line.slice(0, line.lastIndexOf(' ', 100))} …`;
}

/** Whether a text holds a phrase as whole words, whatever its case. */
export function holdsPhrase(text: string, phrase: string): boolean {
  const escaped = phrase.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'iu').test(text);
}
