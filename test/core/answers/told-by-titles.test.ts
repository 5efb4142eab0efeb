import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/core/answers/answer-question.ts';
import { queryFor } from '../../../src/core/answers/query.ts';
import { readQuestion } from '../../../src/core/answers/read-question.ts';
import { indexOf } from '../../../src/core/answers/sentence-index.ts';
import { toldByTitles } from '../../../src/core/answers/told-by-titles.ts';
import { wordsOf } from '../../../src/core/words/words.ts';
import { libraryOf } from '../../eval/support/library-of.ts';

const library = libraryOf([
  {
    title: 'Harbour prize: Ilse Brandt wins the biggest award',
    text: 'Every author hoped to have received the biggest award of the harbour prize. Ilse Brandt received the biggest award of the harbour. The ferry sails at noon.',
  },
  { title: 'Otto Lamm opens a bakery', text: 'Otto Lamm opened a bakery near the prize hall. Bread is baked there.' },
]);

/** What the titles tell beyond the question of which a sentence holds the words. */
function told(sentence: string, question: string): number {
  const index = indexOf(library);
  const terms = wordsOf(sentence).map(({ term }) => term);
  return toldByTitles(terms, queryFor(readQuestion(question), library, index), index);
}

const question = 'Which author received the biggest award of the harbour prize?';

describe('what titles tell beyond a question', () => {
  it('speaks for the sentence that holds it', () => {
    expect(told('It went to Ilse Brandt.', question)).toBeGreaterThan(told('It went to nobody.', question));
  });

  it('says nothing for words of the question itself', () => {
    expect(told('The biggest award of the harbour prize.', question)).toBe(0);
  });

  it('says nothing when no title holds a word of the question', () => {
    expect(told('Ilse Brandt and Otto Lamm met.', 'Where does the train stop?')).toBe(0);
  });

  it('counts only for titles near to the question', () => {
    expect(told('Otto Lamm was there.', question)).toBe(0);
  });

  it('brings the sentence that names the winner before one that holds more of the question', () => {
    expect(answerQuestion(question, library).sentences[0]?.text).toBe(
      'Ilse Brandt received the biggest award of the harbour.',
    );
  });
});
