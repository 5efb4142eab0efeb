import { z } from 'zod';
import { splitSentences } from '../../src/core/articles/sentences.ts';
import { articleIdSchema } from '../../src/core/ids/ids.ts';
import { readArticle } from '../../src/core/reading/read-article.ts';
import { writePredictions } from './support/predictions.ts';
import { type Counts, printCounts } from './support/counts.ts';
import { pronounPassages } from './support/pronoun-passages.ts';
import { rowsOf } from './support/rows.ts';

/** PolNeAR: who a news article attributes what to, as spans that may have gaps. */
const spans = z.array(z.tuple([z.int(), z.int()]));
const row = z.object({
  id: z.string(),
  text: z.string(),
  attributions: z.array(z.object({ source: spans, cue: spans, content: spans })),
});

type Row = z.infer<typeof row>;
type Spans = z.infer<typeof spans>;

const article = articleIdSchema.parse('0'.repeat(12));
const pronoun = /^(?:he|she|they|it|we|i|you|who|which|that)$/i;

function predict({ id, text }: Row) {
  const sentences = splitSentences(article, text);
  const { statements } = readArticle({ id: article, language: 'en' }, sentences);
  return { id, sentences, statements };
}

type Predicted = ReturnType<typeof predict>;

function overlap(left: Spans, right: Spans): boolean {
  return left.some(([from, to]) => right.some(([begin, end]) => from < end && begin < to));
}

const pairOf = (span: { readonly start: number; readonly end: number } | undefined): Spans =>
  span === undefined ? [] : [[span.start, span.end]];

/** A sentence holds an attribution when a source, a cue or a content lies in it. */
function countSentences({ attributions }: Row, { sentences, statements }: Predicted): Counts {
  const gold = new Set(
    sentences.flatMap(({ index, start, end }) =>
      attributions.some(({ source, cue, content }) => overlap([...source, ...cue, ...content], [[start, end]]))
        ? [index]
        : [],
    ),
  );
  const given = new Set(statements.map(({ sentence }) => sentence));
  return { right: [...given].filter((index) => gold.has(index)).length, given: given.size, gold: gold.size };
}

/** A quotation of three words or more is right when the source given to it overlaps one that is marked for it. */
function countQuotes(
  { text, attributions }: Row,
  { statements }: Predicted,
  counts: (source: string) => boolean,
): Counts {
  const textOf = (parts: Spans): string => parts.map(([start, end]) => text.slice(start, end)).join(' ');
  const marked = [...text.matchAll(/[“"][^“”"]{2,}[”"]|(?<=^|[\s(-])''(?=\S)(?:[^']|'(?!'))+''/gu)].flatMap((match) => {
    const quote: Spans = [[match.index + 1, match.index + match[0].length - 1]];
    const sources = attributions.filter(
      ({ source, content }) => source.length > 0 && overlap(content, quote) && counts(textOf(source)),
    );
    return match[0].split(/\s+/).length < 3 || sources.length === 0 ? [] : [{ quote, sources }];
  });
  const given = marked.map(({ quote }) =>
    statements.find(({ content, quoted, source }) => quoted && source !== undefined && overlap(quote, pairOf(content))),
  );
  const right = marked.filter(({ sources }, index) =>
    sources.some(({ source }) => overlap(source, pairOf(given[index]?.source))),
  );
  return { right: right.length, gold: marked.length, given: given.filter((one) => one !== undefined).length };
}

/** An indirect statement is right when its source and its content overlap those of one that is marked. */
function countIndirect({ text, attributions }: Row, { statements }: Predicted): Counts {
  const isDirect = (content: Spans): boolean =>
    content.some(([start, end]) => /[“”"]|''/u.test(text.slice(start, end)));
  const indirect = attributions.filter(
    ({ source, content }) => source.length > 0 && content.length > 0 && !isDirect(content),
  );
  const given = statements.filter(({ quoted, source }) => !quoted && source !== undefined);
  const fits = (gold: (typeof indirect)[number], statement: (typeof given)[number]): boolean =>
    overlap(gold.source, pairOf(statement.source)) && overlap(gold.content, pairOf(statement.content));
  return {
    right: indirect.filter((gold) => given.some((statement) => fits(gold, statement))).length,
    gold: indirect.length,
    given: given.length,
    rightGiven: given.filter((statement) => attributions.some((gold) => fits(gold, statement))).length,
  };
}

/** A pronoun is right when it is given to the person it stands for; where nobody is sure, any person is wrong. */
function countPronoun(passage: string, speaker: string | undefined): Counts {
  const at = passage.indexOf('[');
  const text = passage.replaceAll(/[[\]]/g, '');
  const { statements } = readArticle({ id: article, language: 'en' }, splitSentences(article, text));
  const found = statements.find(({ source }) => source?.start === at)?.speaker;
  return {
    gold: speaker === undefined ? 0 : 1,
    given: found === undefined ? 0 : 1,
    right: found !== undefined && found === speaker ? 1 : 0,
  };
}

const rows = rowsOf('polnear', row);
const predictions = rows.map(predict);
const each = (count: (gold: Row, given: Predicted) => Counts): Counts[] =>
  rows.flatMap((gold, index) => {
    const given = predictions[index];
    return given === undefined ? [] : [count(gold, given)];
  });
printCounts('sentences that hold an attribution', each(countSentences));
printCounts(
  'direct quotes, right source',
  each((gold, given) => countQuotes(gold, given, () => true)),
);
printCounts(
  'direct quotes, right source, no bare pronouns',
  each((gold, given) => countQuotes(gold, given, (source) => !pronoun.test(source))),
);
printCounts('indirect statements, source and content', each(countIndirect));
printCounts(
  `pronouns, ${pronounPassages.length} passages of our own`,
  pronounPassages.map(([passage, speaker]) => countPronoun(passage, speaker)),
);
writePredictions(
  'statements',
  predictions.map(({ id, statements }) => ({ id, statements })),
);
