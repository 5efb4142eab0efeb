import { z } from 'zod';
import { queryFor } from '../../src/core/answers/query.ts';
import { passagesOf } from '../../src/core/answers/passages.ts';
import { rankPassages } from '../../src/core/answers/rank-passages.ts';
import { readQuestion } from '../../src/core/answers/read-question.ts';
import { indexOf } from '../../src/core/answers/sentence-index.ts';
import type { Library } from '../../src/core/stories/library.ts';
import { corpusLibrary } from './support/corpus.ts';
import { middleAndHigh, rowsOf, shown } from './support/rows.ts';

const row = z.object({ query: z.string(), type: z.string(), evidence: z.array(z.object({ fact: z.string() })) });

interface Scores {
  hits10: number;
  hits4: number;
  map10: number;
  mrr10: number;
  allFacts: number;
}

function bare(text: string): string {
  return text.replaceAll(/\s/g, '');
}

/** The first ten passages for a question, without spaces; they are as long as the chunks of the set's paper: 256 tokens. */
function retrieve(question: string, library: Library): string[] {
  const index = indexOf(library);
  const { firsts } = passagesOf(index);
  return rankPassages(queryFor(readQuestion(question), library, index), index, 10).map(({ passage }) =>
    range(firsts[passage] ?? 0, firsts[passage + 1] ?? 0)
      .map((id) => bare(index.sentence(id)?.sentence.text ?? ''))
      .join(''),
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

/** The scores of one question, as the paper's script counts them. */
function scoresOf(retrieved: readonly string[], facts: readonly string[]): Scores {
  const ranks: number[] = [];
  const seen = new Set<string>();
  let precision = 0;
  for (const [at, chunk] of retrieved.entries()) {
    const held = facts.filter((fact) => chunk.includes(fact) || fact.includes(chunk));
    if (held.length === 0) continue;
    ranks.push(at + 1);
    const fresh = held.filter((fact) => !seen.has(fact));
    for (const fact of fresh) seen.add(fact);
    precision += fresh.length / (at + 1);
  }
  const [first] = ranks;
  return {
    hits10: first === undefined ? 0 : 1,
    hits4: first !== undefined && first <= 4 ? 1 : 0,
    map10: precision / Math.min(facts.length, 10),
    mrr10: first === undefined ? 0 : 1 / first,
    allFacts: facts.every((fact) => seen.has(fact)) ? 1 : 0,
  };
}

const library = corpusLibrary();
passagesOf(indexOf(library));
const rows = rowsOf('multihop-rag', row).filter(({ evidence }) => evidence.length > 0);
const took: number[] = [];
const scores = rows.map(({ query, evidence }) => {
  const started = performance.now();
  const retrieved = retrieve(query, library);
  took.push(performance.now() - started);
  return scoresOf(
    retrieved,
    evidence.map(({ fact }) => bare(fact)),
  );
});
const mean = (name: keyof Scores): string => shown(scores.reduce((sum, score) => sum + score[name], 0) / scores.length);
const { median, p95 } = middleAndHigh(took);
console.log(
  `multihop-rag | ${rows.length} questions | Hits@10 ${mean('hits10')} | Hits@4 ${mean('hits4')} | MAP@10 ${mean('map10')} | MRR@10 ${mean('mrr10')} | all facts in 10 ${mean('allFacts')} | ms median ${median.toFixed(2)} p95 ${p95.toFixed(2)}`,
);
