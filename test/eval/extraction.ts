import { readSources } from '../../src/adapters/files/read-sources.ts';
import { readPage } from '../../src/adapters/web/page.ts';
import { UserError } from '../../src/core/errors/errors.ts';
import { type Counts, printCounts } from './support/counts.ts';
import { layouts, type PageArticle } from './support/news-pages.ts';
import { writePredictions } from './support/predictions.ts';
import { meanScores, publicPages, scoreShingles } from './support/public-pages.ts';
import { middleAndHigh, setFolder, shown } from './support/rows.ts';

const articles: PageArticle[] = [];
for await (const result of readSources(['config/samples'], {})) {
  if ('error' in result) throw result.error;
  const { title = '', text } = result.draft;
  articles.push({ title, paragraphs: text.split('\n').filter((line) => line.trim() !== '') });
}

/** Words that are shared, each as often as it stands in both. */
function countWords(wanted: string, found: string): Counts {
  const gold = wordsOf(wanted);
  const given = wordsOf(found);
  const left = new Map<string, number>();
  for (const word of gold) left.set(word, (left.get(word) ?? 0) + 1);
  const right = given.filter((word) => {
    const more = left.get(word) ?? 0;
    left.set(word, more - 1);
    return more > 0;
  });
  return { gold: gold.length, given: given.length, right: right.length };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

const rows = layouts.flatMap(([layout, page]) =>
  articles.map((article) => {
    const html = page({ ...article, paragraphs: article.paragraphs.map(escaped) });
    const { text } = readPage(html, 'https://paper.example/news/1');
    const lines = text.split('\n').filter((line) => line !== article.title);
    return { layout, counts: countWords(article.paragraphs.join(' '), lines.join(' ')), text };
  }),
);

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

for (const [layout] of layouts)
  printCounts(
    `  ${layout}`,
    rows.flatMap((row) => (row.layout === layout ? [row.counts] : [])),
  );
printCounts(
  `page text, words of ${rows.length} pages of our own`,
  rows.map(({ counts }) => counts),
);

const pages = publicPages(setFolder()).map(({ id, url, html, text: wanted }) => {
  const began = performance.now();
  const text = textOf(html, url);
  return { id, text, score: scoreShingles(wanted, text), tookMs: performance.now() - began };
});
if (pages.length > 0) {
  const { precision, recall, f1 } = meanScores(pages.map(({ score }) => score));
  const time = middleAndHigh(pages.map(({ tookMs }) => tookMs));
  const ms = `${time.median.toFixed(0)} ms a page, ${time.p95.toFixed(0)} at the 95th percentile`;
  console.log(
    `page text, four words in a row, ${pages.length} pages of ${setFolder()}  P ${shown(precision)}  R ${shown(recall)}  F1 ${shown(f1)}  ${ms}`,
  );
}
writePredictions('extraction', [
  ...rows.map(({ layout, text }) => ({ layout, text })),
  ...pages.map(({ id, text, score }) => ({ id, ...score, articleBody: text })),
]);

/** The page's text; none for a page that the reader refuses. */
function textOf(html: string, url: string): string {
  try {
    return readPage(html, url).text;
  } catch (error) {
    if (error instanceof UserError) return '';
    throw error;
  }
}
