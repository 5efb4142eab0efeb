import { z } from 'zod';
import { splitSentences } from '../../src/core/articles/sentences.ts';
import { arranged } from '../../src/core/digests/arranged.ts';
import { candidatesOf } from '../../src/core/digests/candidates.ts';
import { choose } from '../../src/core/digests/choose.ts';
import { centreWithin } from '../../src/core/digests/window-centre.ts';
import { beginning } from '../../src/core/digests/create-digest-desk.ts';
import { articleId, storyKeySchema } from '../../src/core/ids/ids.ts';
import { readArticle } from '../../src/core/reading/read-article.ts';
import { buildLibrary } from '../../src/core/stories/build-library.ts';
import { writePredictions } from './support/predictions.ts';
import { f1, longestCommon, overlapOf, rougeWords, sequencesOf } from './support/rouge.ts';
import { rowsOf, shown } from './support/rows.ts';

const mostWords = 240;
const window = { from: beginning, to: '2030-01-01T00:00:00.000Z' };
const rowSchema = z.object({ id: z.string(), docs: z.array(z.string()), summaries: z.array(z.string()) });

const story = {
  ...{ key: storyKeySchema.parse('story'), title: 'A story', since: '2000-01-01', language: 'en', timeZone: 'UTC' },
  ...{ about: [], sources: [], spellings: [], topics: [] },
};

/** A summary of whole sentences, each a span of one of the articles. */
function summaryOf(docs: readonly string[]): string[] {
  const stored = docs
    .filter((text) => text.trim() !== '')
    .map((text, index) => {
      const article = {
        ...{ id: articleId(`${index}`, text), text, title: `Article ${index}`, publisher: `Paper ${index}` },
        ...{ added: '2025-01-01T00:00:00.000Z', language: 'en', sample: false },
      };
      return { article, reading: readArticle(article, splitSentences(article.id, text)) };
    });
  const library = buildLibrary(story, stored);
  const { chosen } = choose(candidatesOf(library, window).fresh, centreWithin(library, window), {
    lines: Number.POSITIVE_INFINITY,
    words: mostWords,
    ...{ toldActors: 1, toldOrigins: 1, opening: 0, leastGain: Number.NEGATIVE_INFINITY },
  });
  return arranged(chosen).map(({ sentence }) => sentence.text);
}

const scored = rowsOf('multi-news-longbench', rowSchema).map(({ id, docs, summaries }) => {
  const made = summaryOf(docs);
  const [reference, words] = [rougeWords(summaries.join(' ')), rougeWords(made.join(' '))];
  const rouge = (length: number): number => f1(overlapOf(sequencesOf(reference, length), sequencesOf(words, length)));
  return { id, made, rouge1: rouge(1), rouge2: rouge(2), rougeL: f1(longestCommon(reference, words)) };
});

const mean = (of: 'rouge1' | 'rouge2' | 'rougeL'): string =>
  shown((100 * scored.reduce((sum, row) => sum + row[of], 0)) / scored.length);
console.log(
  `multi-news-longbench | ${scored.length} clusters | ${mostWords} words of whole sentences | ROUGE-1 ${mean('rouge1')} | ROUGE-2 ${mean('rouge2')} | ROUGE-L ${mean('rougeL')}`,
);
writePredictions('digest', scored);
