import { existsSync } from 'node:fs';
import { splitSentences } from '../../src/core/articles/sentences.ts';
import { articleIdSchema } from '../../src/core/ids/ids.ts';
import { readArticle } from '../../src/core/reading/read-article.ts';
import { type Counts, printCounts } from './support/counts.ts';
import { datedSentences, writtenOn } from './support/dated-sentences.ts';
import { writePredictions } from './support/predictions.ts';
import { setFolder } from './support/rows.ts';
import { type TimedText, timedTexts } from './support/time-ml.ts';

const article = articleIdSchema.parse('0'.repeat(12));

interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly date: string;
  readonly precision: string;
}

function datesIn(text: string, written: string): FoundDate[] {
  const { dated } = readArticle(
    { id: article, language: 'en', published: `${written}T12:00:00Z` },
    splitSentences(article, text),
  );
  return dated.map(({ words, date, precision }) => ({ ...words, date, precision }));
}

/** A day is right when the words that give it overlap words that are marked with the same day. */
function countDays({ dates }: TimedText, found: readonly FoundDate[]): Counts {
  const gold = dates.flatMap((date) =>
    /^\d{4}-\d{2}-\d{2}/.test(date.value) ? [{ ...date, value: date.value.slice(0, 10) }] : [],
  );
  const given = found.filter(({ precision }) => precision === 'day');
  const right = gold.filter((mark) =>
    given.some(({ start, end, date }) => date === mark.value && start < mark.end && mark.start < end),
  );
  return { gold: gold.length, given: given.length, right: right.length };
}

/** Of all that is marked with a year, a month or a day, how much is found with the very value. */
function countValues({ dates }: TimedText, found: readonly FoundDate[]): Counts {
  const gold = dates.filter(({ value }) => /^\d{4}(?:-\d{2}){0,2}(?:T|$)/.test(value));
  const right = gold.filter((mark) =>
    found.some(
      ({ start, end, date }) => date === mark.value.replace(/T.*/, '') && start < mark.end && mark.start < end,
    ),
  );
  return { gold: gold.length, given: gold.length, right: right.length };
}

const own = datedSentences.map(([text, dates]): Counts => {
  const given = datesIn(text, writtenOn).flatMap(({ date, precision }) => (precision === 'day' ? [date] : []));
  return { gold: dates.length, given: given.length, right: dates.filter((date) => given.includes(date)).length };
});
printCounts(`days, ${datedSentences.length} sentences of our own`, own);

const texts = existsSync(setFolder()) ? timedTexts(setFolder()) : [];
if (texts.length === 0)
  console.log(`No TimeML files (*.tml) in ${setFolder()}: name a folder of TempEval-3 with --set.`);
else {
  const found = texts.map(({ text, written }) => datesIn(text, written));
  printCounts(
    `days, ${texts.length} TimeML articles`,
    texts.map((text, index) => countDays(text, found[index] ?? [])),
  );
  printCounts(
    'right value of all dated expressions',
    texts.map((text, index) => countValues(text, found[index] ?? [])),
  );
  writePredictions(
    'dates',
    texts.map(({ name }, index) => ({ name, dates: found[index] })),
  );
}
