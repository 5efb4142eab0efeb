import { describe, expect, it } from 'vitest';
import { modelFeatures, supportOf } from '../../../src/core/answers/answer-model.ts';
import { answerWeights } from '../../../src/core/answers/answer-weights.ts';
import { lookClosely } from '../../../src/core/answers/look-closely.ts';
import { queryFor } from '../../../src/core/answers/query.ts';
import { readQuestion } from '../../../src/core/answers/read-question.ts';
import { indexOf } from '../../../src/core/answers/sentence-index.ts';
import { libraryOf } from '../../eval/support/library-of.ts';

const library = libraryOf([
  {
    title: 'Harbour bridge opens',
    text: 'The northern harbour bridge was opened by the mayor Ilse Brandt in March 2019. It cost 40 million crowns. The old ferry was not sold after the bridge was opened.',
  },
]);

function lookAt(question: string) {
  const index = indexOf(library);
  const query = queryFor(readQuestion(question), library, index);
  const weighed = lookClosely(query, index);
  const [first] = weighed;
  if (first === undefined) throw new Error('nothing was found');
  const among = { weighed, query, index };
  return { support: supportOf(first, among), features: modelFeatures(first, among) };
}

const asked = 'Which mayor opened the northern harbour bridge in March 2019?';

describe('the support of a sentence', () => {
  it.each([
    ['another place', 'Which mayor opened the southern harbour bridge in March 2019?'],
    ['another year', 'Which mayor opened the northern harbour bridge in March 1954?'],
    ['another name', 'Which mayor opened the northern Tallinn bridge in March 2019?'],
    ['a denial', 'Which mayor never opened the northern harbour bridge in March 2019?'],
  ])('is less for a question of %s', (_, question) => {
    expect(lookAt(question).support).toBeLessThan(lookAt(asked).support);
  });

  it('is a chance', () => {
    for (const question of [asked, 'Who?', 'What did it cost?', 'Why was the old ferry sold?']) {
      expect(lookAt(`${question} bridge`).support).toBeGreaterThan(0);
      expect(lookAt(`${question} bridge`).support).toBeLessThan(1);
    }
  });
});

describe('what the model sees', () => {
  it('tells how each word of the question is met', () => {
    const { features } = lookAt('Who opened the northernmost Tallinn bridge with mayors?');
    expect(features).toMatchObject({ 'name absent': 1 });
    expect(features['share stem']).toBeGreaterThan(0);
    expect(features['share derived']).toBeGreaterThan(0);
  });

  it('has a weight for no word of a text', () => {
    const seen = new Set(
      [asked, 'Who never sold it 3 times?', 'When was the Tallinn ferry sold?'].flatMap((text) =>
        Object.keys(lookAt(text).features),
      ),
    );
    const unseen = [...answerWeights.keys()].filter((name) => !seen.has(name.replace(', among many', '')));
    expect(
      unseen.every((name) => /^(?:asks|kind|name|number|last|first|share|added|other|spelt|superlative) /.test(name)),
    ).toBe(true);
  });
});
