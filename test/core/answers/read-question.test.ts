import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/core/answers/read-question.ts';

describe('a question', () => {
  it.each([
    ['Who is Sergei Lavrov?', 'description'],
    ['who is mark rutte', 'description'],
    ['What is the role of Mike Waltz?', 'description'],
    ["Who is Putin's adviser?", 'person'],
    ['Who is the president of Brazil?', 'person'],
    ['Who met Putin?', 'person'],
    ['Whom did Trump phone?', 'person'],
    ['When will Starmer meet Trump?', 'time'],
    ['In what year was the treaty signed?', 'time'],
    ['When the talks ended, what did the ministers sign?', 'thing'],
    ['Where was the summit held?', 'place'],
    ['Which country hosts the talks?', 'place'],
    ['How many soldiers will be sent?', 'count'],
    ['How long did the meeting last?', 'amount'],
    ['What percentage of the budget goes to defence?', 'amount'],
    ['Why was the visit put off?', 'reason'],
    ['Did Trump meet Putin?', 'yes-no'],
    ['What did Lavrov say about Europe?', 'statement'],
    ['What does Starmer want?', 'statement'],
    ["What is Scholz's view on peacekeepers?", 'statement'],
    ['What was agreed?', 'thing'],
    ['Lavrov Europe', 'thing'],
  ])('%s asks for a %s', (question, kind) => {
    expect(readQuestion(question).kind).toBe(kind);
  });

  it('names the speaker, and what the statement is about apart from the verb of saying', () => {
    const { speaker, words } = readQuestion('What did the Polish prime minister say about soldiers?');
    expect(speaker?.map((word) => word.lower)).toEqual(['polish', 'prime', 'minister']);
    expect(words.map((word) => word.lower)).toEqual(['polish', 'prime', 'minister', 'soldiers']);
  });

  it('names what is counted', () => {
    expect(readQuestion('How many British soldiers will be sent?').focus).toBe('soldier');
    expect(readQuestion('How many people were hurt?').focus).toBe('peopl');
  });

  it('denies', () => {
    expect(readQuestion('Who was not invited?').negated).toBe(true);
    expect(readQuestion("Which country didn't sign?").negated).toBe(true);
    expect(readQuestion('Who was invited?').negated).toBe(false);
  });

  it('names days in full', () => {
    const { days } = readQuestion('What changed between 3 March 2025, March 17th, 2025 and 2025-04-01?');
    expect(days.toSorted()).toEqual(['2025-03-03', '2025-03-17', '2025-04-01']);
  });
});
