import { describe, expect, it } from 'vitest';
import { modelFeatures, supportOf } from '../../../src/core/answers/answer-model.ts';
import { answerModel } from '../../../src/core/answers/trained-answers.ts';
import { isAnswerFeature } from '../../../src/core/answers/answer-feature-names.ts';
import { byFit, lookClosely } from '../../../src/core/answers/look-closely.ts';
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
      [
        asked,
        'Who never sold it 3 times?',
        'When was the Tallinn ferry sold?',
        'How many bridges were sold by the harbour?',
      ].flatMap((text) => Object.keys(lookAt(text).features)),
    );
    const { weights, order } = answerModel();
    expect([...seen].filter((name) => !isAnswerFeature(name))).toEqual([]);
    const unseen = [...weights.keys(), ...order.keys()].filter((name) => !seen.has(name.replace(', among many', '')));
    expect(
      unseen.filter(
        (name) =>
          !/^(?:asks|kind|name|number|last|first|share|added|other|preposition|spelt|superlative) /.test(name) &&
          !name.startsWith('no number counts'),
      ),
    ).toEqual([]);
  });
});

describe('the order of the sentences', () => {
  it('is as trained: who did it stands before who only hoped for it in more of the same words', () => {
    const prize = libraryOf([
      {
        title: 'Harbour prize',
        text: 'Otto Lamm had hoped for years to open the large northern harbour bridge one day. The mayor Ilse Brandt opened the northern harbour bridge.',
      },
    ]);
    const index = indexOf(prize);
    const query = queryFor(readQuestion('Who opened the northern harbour bridge?'), prize, index);
    expect(lookClosely(query, index)[0]?.found.at.sentence.text).toContain('Ilse Brandt');
  });

  it('keeps every sentence that was found, whatever its place', () => {
    const index = indexOf(library);
    const query = queryFor(readQuestion(asked), library, index);
    const texts = (weighed: readonly { found: { at: { id: number } } }[]): number[] =>
      weighed.map(({ found }) => found.at.id).toSorted((one, other) => one - other);
    expect(texts(lookClosely(query, index))).toEqual(texts(byFit(query, index)));
  });
});
