import { splitSentences } from '../../../src/core/articles/sentences.ts';
import { articleId, storyKeySchema } from '../../../src/core/ids/ids.ts';
import type { Actor } from '../../../src/core/stories/actor.ts';
import type { HeldArticle, Library } from '../../../src/core/stories/library.ts';

export interface GivenArticle {
  readonly title: string;
  readonly text: string;
  readonly publisher?: string;
  /** ISO 8601. */
  readonly published?: string;
  /** Number, among the articles given, of the one whose text this one shares. */
  readonly copyOf?: number;
}

/** A library of articles that nobody has read: sentences only, and the actors given. */
export function libraryOf(given: readonly GivenArticle[], actors: readonly Actor[] = []): Library {
  const ids = given.map((entry, number) => articleId(`${number}:${entry.title}`, entry.text));
  const articles = given.map((entry, number): HeldArticle => {
    const id = articleId(`${number}:${entry.title}`, entry.text);
    const published = entry.published === undefined ? {} : { published: entry.published };
    return {
      article: {
        id,
        text: entry.text,
        title: entry.title,
        publisher: entry.publisher ?? 'A Paper',
        added: '2025-02-18T00:00:00Z',
        language: 'en',
        sample: false,
        ...published,
      },
      sentences: splitSentences(id, entry.text),
      reading: { article: id, rules: 0, actors: [], statements: [], dated: [] },
      cast: { rules: 0, members: [] },
      origin: ids[entry.copyOf ?? number] ?? id,
    };
  });
  const byId = new Map(articles.map((held) => [held.article.id, held]));
  return {
    story: {
      key: storyKeySchema.parse('story'),
      title: 'A story',
      since: '2000-01-01',
      language: 'en',
      timeZone: 'Europe/Paris',
      about: [],
      sources: [],
      topics: [],
      spellings: [],
    },
    articles,
    actors,
    corrections: [],
    article: (id) => byId.get(id),
  };
}
