import { z } from 'zod';
import { answerQuestion } from '../../src/core/answers/answer-question.ts';
import type { Answer } from '../../src/core/answers/answer.ts';
import type { Library } from '../../src/core/stories/library.ts';
import { corpusLibrary } from './support/corpus.ts';
import { libraryOf } from './support/library-of.ts';
import { supportFor } from './support/support-for.ts';
import { areaUnder, middleAndHigh, rowsOf, shareOf, shown } from './support/rows.ts';

interface Asked {
  readonly answer: Answer;
  readonly answerable: boolean;
  /** The first sentence given, as an answer or as the nearest, holds an accepted answer; and one of the first three does. */
  readonly right: boolean;
  readonly rightInThree: boolean;
  readonly tookMs: number;
  /** How much speaks for the best sentence, whether it was given or not. */
  readonly support: number;
}

const squadRow = z.object({
  title: z.string(),
  context: z.string(),
  qas: z.array(z.object({ question: z.string(), answers: z.array(z.string()), impossible: z.boolean() })),
});
const hopRow = z.object({ query: z.string(), answer: z.string(), type: z.string() });
const weekRow = z.object({
  question: z.string(),
  answers: z.array(z.string()),
  docs: z
    .array(z.object({ title: z.string().nullish(), text: z.string().nullish(), date: z.string().nullish() }))
    .nullish(),
  answer_in_docs: z.boolean().nullish(),
});

const sets: Record<string, () => Asked[]> = {
  'squad2-dev': () =>
    rowsOf('squad2-dev', squadRow).flatMap(({ title, context, qas }) => {
      const library = libraryOf([{ title: title.replaceAll('_', ' '), text: context }]);
      return qas.map((qa) => asked(qa.question, library, qa.impossible ? [] : qa.answers));
    }),
  'multihop-rag': () => {
    const library = corpusLibrary();
    return rowsOf('multihop-rag', hopRow).map((row) =>
      asked(row.query, library, row.type === 'null_query' ? [] : [row.answer]),
    );
  },
  realtimeqa: () =>
    rowsOf('realtimeqa', weekRow).flatMap(({ question, answers, docs, answer_in_docs }) => {
      const articles = (docs ?? []).flatMap(({ title, text }) => (text ? [{ title: title ?? '', text }] : []));
      return articles.length === 0
        ? []
        : [asked(question, libraryOf(articles), answer_in_docs === true ? answers : [])];
    }),
};

function asked(question: string, library: Library, accepted: readonly string[]): Asked {
  const started = performance.now();
  const answer = answerQuestion(question, library);
  const tookMs = performance.now() - started;
  const given = answer.abstained ? answer.nearest : answer.sentences;
  const holds = ({ text }: { readonly text: string }): boolean =>
    accepted.some((wanted) => text.toLowerCase().includes(wanted.toLowerCase()));
  const { support, nearest } = supportFor(question, library);
  return {
    answer,
    answerable: accepted.length > 0,
    right: given.slice(0, 1).some(holds),
    rightInThree:
      given.slice(0, 1).some(holds) ||
      nearest
        .filter(({ text }) => text !== given[0]?.text)
        .slice(0, 2)
        .some(holds),
    tookMs,
    support,
  };
}

function report(set: string, rows: readonly Asked[]): void {
  const abstained = rows.filter((row) => row.answer.abstained);
  const answered = rows.filter((row) => !row.answer.abstained);
  const answerable = rows.filter((row) => row.answerable);
  const precision = shareOf(abstained, (row) => !row.answerable);
  const recall = shareOf(
    rows.filter((row) => !row.answerable),
    (row) => row.answer.abstained,
  );
  const half = rows.toSorted((one, other) => other.support - one.support).slice(0, Math.floor(rows.length / 2));
  const { median, p95 } = middleAndHigh(rows.map((row) => row.tookMs));
  console.log(
    [
      set.padEnd(14),
      `${rows.length} questions`,
      `abstention P ${shown(precision)} R ${shown(recall)} F1 ${shown((2 * precision * recall) / (precision + recall))}`,
      `AUC ${shown(areaUnder(rows))}`,
      `answerable kept ${shown(shareOf(answerable, (row) => !row.answer.abstained))}`,
      `first sentence right: of answerable ${shown(shareOf(answerable, (row) => row.right))}, of answered ${shown(shareOf(answered, (row) => row.right))}, at half answered ${shown(shareOf(half, (row) => row.right))}`,
      `right in three ${shown(shareOf(answerable, (row) => row.rightInThree))}`,
      `ms median ${median.toFixed(2)} p95 ${p95.toFixed(2)}`,
    ].join(' | '),
  );
}

for (const [set, run] of Object.entries(sets)) report(set, run());
