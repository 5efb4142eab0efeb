import { splitSentences } from '../../src/core/articles/sentences.ts';
import { articleId, storyKeySchema } from '../../src/core/ids/ids.ts';
import { readArticle } from '../../src/core/reading/read-article.ts';
import { buildLibrary } from '../../src/core/stories/build-library.ts';
import type { Library } from '../../src/core/stories/library.ts';
import type { Story } from '../../src/core/stories/story.ts';

export interface HeldText {
  readonly publisher: string;
  readonly text: string;
  /** ISO 8601 UTC. */
  readonly published?: string;
  /** ISO 8601 UTC; the morning of 18 February 2025 when absent, or when it was published where that is later. */
  readonly added?: string;
  readonly sample?: boolean;
  /** ISO 639-1 code. */
  readonly language?: string;
}

export const harbour: Story = {
  key: storyKeySchema.parse('harbour'),
  title: 'The harbour of Nordby',
  since: '2025-02-01',
  language: 'en',
  timeZone: 'Europe/Copenhagen',
  about: [],
  sources: [],
  topics: [],
  spellings: [],
};

/** A library of these texts, read as the program reads them. Oldest first, as the store gives them. */
export function heldLibrary(texts: readonly HeldText[]): Library {
  const stored = texts.map(({ publisher, text, published, added, sample, language }) => {
    const article = {
      id: articleId(publisher, text),
      text,
      title: `From ${publisher}`,
      publisher,
      added: added ?? takenIn(published),
      language: language ?? 'en',
      sample: sample ?? false,
      ...(published !== undefined && { published }),
    };
    return { article, reading: readArticle(article, splitSentences(article.id, text)) };
  });
  return buildLibrary(harbour, stored);
}

const morning = '2025-02-18T08:00:00.000Z';

/** Nothing is taken in before it is published. */
function takenIn(published = morning): string {
  return published > morning ? published : morning;
}
