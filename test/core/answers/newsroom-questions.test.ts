import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/core/answers/answer-question.ts';
import { heldLibrary } from '../../support/held-library.ts';

const texts = [
  `Harbour Minister Anna Holm flew over the port on Tuesday and met the mayors of two islands in Nordby.
The ferry line opened two of its five locks at 02:40 after 190 millimetres of rain fell within a day.
The navy sent 300 sailors and six tugs to the strait.
Holm said the port would be cleared only if the court agreed.`,
  `Switzerland is hosting talks about the ferry at the residence of its ambassador to the United Nations.
Peter Berg, the envoy of the islands, travelled to Geneva for discussions with Danish delegates.
Ida Lund accused the ferry line of having broken the treaty of Nordby.
The Sailors' Union rejected the plan of the mediator Ruth Dahl.`,
  `Lund said she would speak to Shipping Chairman Erik Moe at the end of the week.
The islands will not agree to a truce unless they have a seat at the table.
Union leader Grace Sand said most sailors had backed the strike.
"We want work, not words," Sand told local radio.
The strike will begin at 6 a.m. on Wednesday.`,
  `The United States and Russia agreed to share the port after their delegations met for five hours in Tarnby.
No islander took part in the meeting in Tarnby.
The Secretary of State, Mona Friis, said the deal was fair.`,
];
const held = heldLibrary(texts.map((text, at) => ({ publisher: `Paper ${at}`, text })));

describe('a question of a newsroom', () => {
  it.each([
    ['Who did Holm meet?', 'the mayors of two islands'],
    ['Whom did Berg have discussions with or meet?', 'Danish delegates'],
    ['Who is hosting talks about the ferry?', 'Switzerland'],
    ['Who accused the ferry line?', 'Ida Lund'],
    ['Who met in Tarnby?', 'United States and Russia'],
    ['How much rain fell?', '190 millimetres'],
    ['How many tugs did the navy send?', 'six'],
    ['How many sailors did the navy send?', '300'],
    ['How many locks were opened?', 'two'],
    ['When will the strike begin?', 'at 6 a.m. on Wednesday'],
    ['Under what condition would the port be cleared?', 'only if the court agreed'],
    ['On what condition would the islands agree to a truce?', 'unless they have a seat at the table'],
  ])('%s is answered with the shortest exact words', (question, answer) => {
    expect(answerQuestion(question, held)).toMatchObject({ abstained: false, answer });
  });

  it.each([
    ['What did the union leader say?', /^(?:Union leader Grace Sand said|"We want work)/],
    ['What did the secretary of state say?', /^The Secretary of State, Mona Friis, said the deal was fair\.$/],
  ])('%s is answered with what the holder of that role said', (question, said) => {
    expect(answerQuestion(question, held).sentences[0]?.text).toMatch(said);
  });

  it.each([
    'When did Lund speak to Moe?',
    'Who did Lund speak to?',
    'Under what condition would the ferry line resume?',
    'Who did Lund meet?',
    'How much did the locks cost?',
  ])('%s is not answered with what is planned, or is somebody or something else', (question) => {
    expect(answerQuestion(question, held)).toMatchObject({ abstained: true, answer: null });
  });

  it('names nobody where the one who did it has no name of a person', () => {
    const { answer, sentences } = answerQuestion('Who rejected the plan?', held);
    expect(answer).toBe(sentences[0]?.text);
  });
});

describe('a follow-up', () => {
  it.each([
    ['for how long?', 'Who met in Tarnby?', /five hours/],
    ['and Holm?', 'What did the secretary of state say?', /Holm said the port would be cleared/],
  ])('%s leans on the question before', (question, before, said) => {
    expect(answerQuestion(question, held, { question: before }).sentences[0]?.text).toMatch(said);
  });

  it('for who was with somebody is no question for a role', () => {
    const { answer } = answerQuestion('who was with her?', held, { question: 'Where did Anna Holm fly?' });
    expect(answer).toBeNull();
  });
});
