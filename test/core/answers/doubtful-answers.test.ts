import { describe, expect, it } from 'vitest';
import { isAnonymous } from '../../../src/core/answers/anonymous.ts';
import { answerQuestion } from '../../../src/core/answers/answer-question.ts';
import { heldLibrary } from '../../support/held-library.ts';

const paris = { publisher: 'The Wire', text: 'Leaders met in Nordby. The talks in Nordby lasted about five hours.' };
const other = { publisher: 'The Courier', text: 'The ministers left late. The talks in Nordby lasted three hours.' };
const corrected = {
  publisher: 'The Gazette',
  text: 'Ministers agreed to go on after their delegations met for four and a half hours in Nordby.\nCorrection: An earlier version of this article said that the meeting in Nordby lasted about six hours.',
};

describe('a question for what articles of different origins tell differently', () => {
  const answer = answerQuestion('How long did the talks in Nordby last?', heldLibrary([paris, other]));

  it('is answered', () => {
    expect(answer).toMatchObject({ abstained: false, reason: null });
  });

  it('gives both sides with their receipts', () => {
    const [dispute] = answer.disputes;
    expect(dispute?.sides.map(({ value }) => value).toSorted()).toEqual(['about five hours', 'three hours']);
    expect(dispute?.sides.flatMap(({ line }) => line.receipts.map(({ publisher }) => publisher)).toSorted()).toEqual([
      'The Courier',
      'The Wire',
    ]);
  });

  it('is answered where they agree', () => {
    const { abstained, disputes } = answerQuestion('Where did leaders meet?', heldLibrary([paris, other]));
    expect({ abstained, disputes }).toEqual({ abstained: false, disputes: [] });
  });
});

describe('what a publisher says of an earlier version', () => {
  it('never answers', () => {
    const { answer, sentences } = answerQuestion('How long did the meeting in Nordby last?', heldLibrary([corrected]));
    expect(answer).toBe('four and a half hours');
    expect(sentences.map(({ text }) => text)).toEqual([corrected.text.split('\n')[0]]);
  });
});

describe('what one nameless source tells', () => {
  const whispered = { publisher: 'The Wire', text: 'Nordby is calm. The envoy will resign in May, a source said.' };
  const question = 'When will the envoy resign?';

  it('is no answer, and is shown as what it is', () => {
    const { abstained, reason, nearest } = answerQuestion(question, heldLibrary([whispered]));
    expect({ abstained, reason }).toEqual({ abstained: true, reason: 'one-anonymous-source' });
    expect(nearest.map(({ text }) => text)).toEqual(['The envoy will resign in May, a source said.']);
  });

  it('is an answer when somebody with a name says it', () => {
    const named = { ...whispered, text: whispered.text.replace('a source', 'Anna Holm') };
    expect(answerQuestion(question, heldLibrary([named])).abstained).toBe(false);
  });

  it.each([
    'A source close to the talks said the deal was dead.',
    'The deal is dead, according to a diplomatic source.',
    'The deal is dead, two sources told the paper.',
    'People familiar with the matter said the deal was dead.',
    'The deal is dead, said an aide, who spoke on condition of anonymity.',
    'A senior European diplomat said the deal was dead.',
  ])('is known by its words: %s', (sentence) => {
    expect(isAnonymous(sentence)).toBe(true);
  });

  it.each([
    'Anna Holm, a senior diplomat, said the deal was dead.',
    'Gas is the main source of income, the minister said.',
    'The White House said its sources of funds were safe.',
    'Officials said the deal was dead.',
  ])('is not taken for somebody else: %s', (sentence) => {
    expect(isAnonymous(sentence)).toBe(false);
  });
});

describe('a question for whoever has a role, or for a reason', () => {
  const held = heldLibrary([
    {
      publisher: 'The Wire',
      text: 'Danish Foreign Minister Anna Holm came to Nordby on Monday. Jon Berg, the mayor, put off his visit to Nordby. He did not want to honour the meeting.',
    },
  ]);

  it('is answered by the name', () => {
    expect(answerQuestion('Who is the Danish foreign minister?', held).answer).toBe('Anna Holm');
  });

  it('is answered by the sentence that goes on from the one asked about', () => {
    expect(answerQuestion('Why did Berg put off his visit to Nordby?', held).sentences[0]?.text).toBe(
      'He did not want to honour the meeting.',
    );
  });
});

describe('a sentence that only shares a few words with a question', () => {
  const question = 'Which old bridge was closed after the storm this week?';
  const faint = 'The old bridge was painted before the storm.';
  const filler = Array.from({ length: 300 }, (_, day) => `Shop number ${day} sold bread and milk.`).join(' ');

  it('is no answer where there are many to choose from', () => {
    const { abstained, nearest } = answerQuestion(
      question,
      heldLibrary([{ publisher: 'The Wire', text: `${faint} ${filler}` }]),
    );
    expect(abstained).toBe(true);
    expect(nearest.map(({ text }) => text)).toContain(faint);
  });

  it('does not keep one that holds what is asked from answering', () => {
    const full = 'The old bridge was closed this week after the storm.';
    const { sentences } = answerQuestion(question, heldLibrary([{ publisher: 'The Wire', text: `${full} ${filler}` }]));
    expect(sentences.map(({ text }) => text)).toEqual([full]);
  });
});
