import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/core/answers/answer-question.ts';
import { passagesOf } from '../../../src/core/answers/passages.ts';
import { queryFor } from '../../../src/core/answers/query.ts';
import { partsOf } from '../../../src/core/answers/question-parts.ts';
import { rankPassages } from '../../../src/core/answers/rank-passages.ts';
import { readQuestion } from '../../../src/core/answers/read-question.ts';
import { indexOf, type IndexedSentence } from '../../../src/core/answers/sentence-index.ts';
import { libraryOf } from '../../eval/support/library-of.ts';

const filler = Array.from({ length: 12 }, (_, at) => `Ferry number ${at} was late and the quay was crowded. `).join('');
const library = libraryOf([
  { title: 'A', publisher: 'The Courier', text: `Orion Shipping cut the fares of its ferries by half. ${filler}` },
  { title: 'B', publisher: 'The Courier', text: `Orion Shipping halved the fares of its ferries. ${filler}` },
  { title: 'C', publisher: 'Observer', text: `${filler}A court fined Orion Shipping for oil in the harbour.` },
]);
const question =
  "Which company cut the fares of its ferries by half according to 'The Courier', while the 'Observer' tells that a court fined it for oil in the harbour?";

describe('passages', () => {
  const index = indexOf(library);
  const { of, firsts } = passagesOf(index);
  const sentencesBetween = (first: number, end = first): IndexedSentence[] =>
    Array.from({ length: end - first }, (_, at) => index.sentence(first + at) ?? []).flat();

  it('hold every sentence once, in order, and never sentences of two articles', () => {
    expect([...of]).toEqual([...of].toSorted((one, other) => one - other));
    for (const [passage, first] of [...firsts].slice(0, -1).entries()) {
      const inside = sentencesBetween(first, firsts[passage + 1]);
      expect(inside.length).toBeGreaterThan(0);
      expect(new Set(inside.map(({ article }) => article)).size).toBe(1);
      expect(inside.every(({ id }) => of[id] === passage)).toBe(true);
    }
  });

  it('are some 256 tokens long at most', () => {
    for (const [passage, first] of [...firsts].slice(0, -1).entries()) {
      const inside = sentencesBetween(first, firsts[passage + 1]);
      expect(inside.reduce((sum, { sentence }) => sum + sentence.text.length, 0)).toBeLessThanOrEqual(1_150);
    }
  });
});

describe('a question that names two outlets', () => {
  it('has a part for each, with the words beside its name', () => {
    const parts = partsOf(question, indexOf(library).publishers);
    expect(parts.map(({ start, end }) => question.slice(start, end))).toEqual([
      "Which company cut the fares of its ferries by half according to 'The Courier', ",
      "while the 'Observer' tells that a court fined it for oil in the harbour?",
    ]);
    expect(parts.map(({ articles }) => [...articles])).toEqual([[0, 1], [2]]);
  });

  it('finds a passage of each before it finds the same fact again', () => {
    const index = indexOf(library);
    const found = rankPassages(queryFor(readQuestion(question), library, index), index, 3);
    const publishers = found.slice(0, 2).map(({ best }) => best.held.article.publisher);
    expect(publishers.toSorted()).toEqual(['Observer', 'The Courier']);
  });

  it('is answered by a sentence of each', () => {
    const { sentences } = answerQuestion(question, library);
    expect(sentences.flatMap(({ receipts }) => receipts.map(({ publisher }) => publisher))).toEqual(
      expect.arrayContaining(['The Courier', 'Observer']),
    );
  });

  it('has no parts when it names one', () => {
    expect(partsOf('What does The Courier say?', indexOf(library).publishers)).toEqual([]);
  });
});

describe('passages that tell as much of a question', () => {
  const held = libraryOf([
    { title: 'A', publisher: 'The Courier', text: 'Orion Shipping cut the fares of its ferries.' },
    { title: 'B', publisher: 'The Courier', text: 'Orion Shipping cut the fares of its ferries.' },
    { title: 'C', publisher: 'Observer', text: 'Orion Shipping cut the fares of its ferries.' },
  ]);

  it('come from another outlet before the same one is heard again', () => {
    const index = indexOf(held);
    const query = queryFor(readQuestion('Which company cut the fares of ferries?'), held, index);
    expect(rankPassages(query, index, 3).map(({ best }) => best.held.article.title)).toEqual(['A', 'C', 'B']);
  });
});
