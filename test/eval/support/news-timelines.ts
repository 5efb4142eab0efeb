import { z } from 'zod';
import { articleId, storyKeySchema } from '../../../src/core/ids/ids.ts';
import { readArticle } from '../../../src/core/reading/read-article.ts';
import { buildLibrary } from '../../../src/core/stories/build-library.ts';
import type { Library } from '../../../src/core/stories/library.ts';
import { rowsOf } from './rows.ts';
import type { DatedTexts } from './timeline-scores.ts';
import { splitSentences } from '../../../src/core/articles/sentences.ts';

export interface TimelineTopic {
  readonly name: string;
  readonly library: Library;
  readonly timelines: readonly DatedTexts[];
}

const row = z.object({
  id: z.string(),
  articles: z.array(z.object({ date: z.string(), sents: z.array(z.string()) })),
  timelines: z.array(z.object({ timeline: z.array(z.tuple([z.string(), z.array(z.string())])) })),
});

/** The topics of tls-t17, read as the program reads articles; the set gives words apart, which are put together again. */
export function timelineTopics(): TimelineTopic[] {
  return rowsOf('tls-t17', row).map(({ id: name, articles, timelines }) => {
    const stored = articles.map(({ date, sents }, number) => {
      const text = sents.map(joined).join('\n');
      const id = articleId(`${name} ${number}`, text);
      const published = `${date}T12:00:00.000Z`;
      const article = {
        ...{ id, text, title: name, publisher: 'A Paper', added: published, published },
        ...{ language: 'en', sample: false },
      };
      return { article, reading: readArticle(article, splitSentences(id, text)) };
    });
    const story = {
      ...{ key: storyKeySchema.parse('story'), title: name, since: '2000-01-01', language: 'en', timeZone: 'UTC' },
      ...{ about: [], sources: [], spellings: [], topics: [] },
    };
    return {
      name,
      library: buildLibrary(story, stored),
      timelines: timelines.map(({ timeline }) => new Map(timeline)),
    };
  });
}

function joined(sentence: string): string {
  return sentence
    .replaceAll('-LRB-', '(')
    .replaceAll('-RRB-', ')')
    .replaceAll(/``\s?/g, '“')
    .replaceAll(/\s?''/g, '”')
    .replaceAll(/\s+(?=[,.;:?!%)]|['’](?:s|re|ve|ll|d|m)?\b|n['’]t\b)/g, '')
    .replaceAll(/(?<=[($])\s+/g, '');
}
