import { z } from 'zod';
import { queryFor } from '../../src/core/answers/query.ts';
import { rankSentences } from '../../src/core/answers/rank-sentences.ts';
import { readQuestion } from '../../src/core/answers/read-question.ts';
import { indexOf, type SentenceIndex } from '../../src/core/answers/sentence-index.ts';
import type { Library } from '../../src/core/stories/library.ts';
import { corpusLibrary } from './support/corpus.ts';
import { middleAndHigh, rowsOf, shown } from './support/rows.ts';

const row = z.object({ query: z.string(), type: z.string(), evidence: z.array(z.object({ fact: z.string() })) });

/** Chunks of about 256 tokens, which are some 190 words, as the set's paper retrieves them. */
const chunkWords = 190;
/** Sentences asked for; a chunk ranks as its best sentence. */
const sentencesAsked = 400;

interface Scores {
  hits10: number;
  hits4: number;
  map10: number;
  mrr10: number;
}

/** Which chunk each sentence of the index belongs to, and the chunks' texts without spaces. */
function chunksOf(index: SentenceIndex): { readonly of: readonly number[]; readonly texts: readonly string[] } {
  const of: number[] = [];
  const texts: string[] = [];
  let words = 0;
  for (const [id, { sentence, article }] of index.sentences.entries()) {
    const length = sentence.text.split(/\s+/).length;
    const newArticle = index.sentences[id - 1]?.article !== article;
    if (newArticle || words + length > chunkWords) {
      texts.push('');
      words = 0;
    }
    words += length;
    of.push(texts.length - 1);
    texts[texts.length - 1] = `${texts.at(-1) ?? ''}${bare(sentence.text)}`;
  }
  return { of, texts };
}

function bare(text: string): string {
  return text.replaceAll(/\s/g, '');
}

function retrieve(question: string, library: Library, chunks: ReturnType<typeof chunksOf>): string[] {
  const index = indexOf(library);
  const query = queryFor(readQuestion(question), library, index);
  const ranked = new Set(rankSentences(query, index, sentencesAsked).map(({ at }) => chunks.of[at.id] ?? 0));
  return [...ranked].slice(0, 10).map((chunk) => chunks.texts[chunk] ?? '');
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
  };
}

const library = corpusLibrary();
const chunks = chunksOf(indexOf(library));
const rows = rowsOf('multihop-rag', row).filter(({ evidence }) => evidence.length > 0);
const took: number[] = [];
const scores = rows.map(({ query, evidence }) => {
  const started = performance.now();
  const retrieved = retrieve(query, library, chunks);
  took.push(performance.now() - started);
  return scoresOf(
    retrieved,
    evidence.map(({ fact }) => bare(fact)),
  );
});
const mean = (name: keyof Scores): string => shown(scores.reduce((sum, score) => sum + score[name], 0) / scores.length);
const { median, p95 } = middleAndHigh(took);
console.log(
  `multihop-rag | ${rows.length} questions | Hits@10 ${mean('hits10')} | Hits@4 ${mean('hits4')} | MAP@10 ${mean('map10')} | MRR@10 ${mean('mrr10')} | ms median ${median.toFixed(2)} p95 ${p95.toFixed(2)}`,
);
