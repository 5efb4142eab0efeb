import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/core/answers/answer-question.ts';
import { heldLibrary } from '../../support/held-library.ts';

const ask = (question: string, text: string) =>
  answerQuestion(question, heldLibrary([{ publisher: 'The Wire', text }]));

describe('a question for a meeting', () => {
  const called =
    'In the midst of the discussions Anna Holm held a phone call with Peter Berg about an end to the strike.';

  it.each(['Where did Holm and Berg meet?', 'When did Holm and Berg meet?', 'Did Holm meet Berg?'])(
    '%s is not answered with a call',
    (question) => {
      const { abstained, sentences } = ask(question, `The strike goes on. ${called}`);
      expect({ abstained, sentences }).toEqual({ abstained: true, sentences: [] });
    },
  );

  it('is answered where the same sentence tells of both', () => {
    const text = 'After a phone call on Sunday, Anna Holm met Peter Berg in Nordby.';
    expect(ask('Where did Holm meet Berg?', text)).toMatchObject({ abstained: false, answer: 'Nordby' });
  });

  it('that asks for the call is answered with it', () => {
    expect(ask('With whom did Holm speak on the phone?', called)).toMatchObject({ answer: 'Peter Berg' });
  });
});

describe('a question for when something is', () => {
  const held = 'The mayor spoke after an urgent summit in Nordby, where harbour chiefs convened on Monday.';

  it.each(['When is the summit?', 'When was the summit?'])(
    '%s is answered with the day on which it was held',
    (question) => {
      expect(ask(question, held)).toMatchObject({ abstained: false, answer: 'on Monday' });
    },
  );

  it.each(['When is the next summit?', 'When will the summit begin?'])(
    '%s is not answered with a past day',
    (question) => {
      expect(ask(question, held).abstained).toBe(true);
    },
  );
});

describe('a question for whom something is done to', () => {
  const text = 'The port has said that it will not lend more boats to Norway, shifting the repairs to Denmark.';

  it('is answered by a country, named after what is done', () => {
    expect(ask('To whom does the port shift the repairs?', text)).toMatchObject({
      abstained: false,
      answer: 'Denmark',
    });
  });

  it('is answered by the whole sentence when no name follows', () => {
    const turned = 'To Norway and not to Denmark the port has shifted the repairs.';
    expect(ask('To whom has the port shifted the repairs?', turned).answer).not.toBe('Denmark');
  });
});

describe('a question for who did something', () => {
  it('is not answered with a name that stands near it', () => {
    const text =
      'During the urgent summit, Anna Holm had a call with Peter Berg. The chiefs left the urgent summit on Monday.';
    expect(ask('Who called the urgent summit?', text).abstained).toBe(true);
  });

  it('is answered with the one who did it', () => {
    const text = 'On Sunday Peter Berg called an urgent summit in Nordby. Anna Holm had a call with the chiefs.';
    expect(ask('Who called the urgent summit?', text)).toMatchObject({ abstained: false, answer: 'Peter Berg' });
  });
});

describe('who called a meeting', () => {
  const question = 'Who called the talks in Nordby?';

  it.each([
    ['called', 'Anna Holm called urgent talks in Nordby.'],
    ['is told in the passive', 'The talks in Nordby were called by Anna Holm.'],
  ])('is answered where one %s it', (_how, text) => {
    expect(ask(question, text)).toMatchObject({ abstained: false, answer: 'Anna Holm' });
  });

  it.each([
    ['called something else so', 'Anna Holm left the talks in Nordby early and called the debate premature.'],
    ['only had a call', 'Anna Holm had a call with Peter Berg before the talks in Nordby.'],
    ['only was there', 'The Wire said talks were held in Nordby on Monday. Anna Holm was there.'],
  ])('is not answered where one %s', (_how, text) => {
    expect(ask(question, text)).toMatchObject({ abstained: true });
  });
});

it('who ruled something out has not done it', () => {
  const text = 'Peter Berg ruled out sending boats to Nordby.';
  expect(ask('Who sent boats to Nordby?', text)).toMatchObject({ abstained: true });
  expect(ask('Who ruled out sending boats to Nordby?', text)).toMatchObject({ abstained: false, answer: 'Peter Berg' });
});
describe('a visit that was put off', () => {
  const library = heldLibrary([
    { publisher: 'The Wire', text: 'Anna Holm put off a visit to Nordby that was planned for Friday.' },
  ]);

  it.each(['Who travelled to Nordby?', 'Who visited Nordby?', 'When did Holm visit Nordby?'])(
    '%s is not answered with it',
    (question) => {
      expect(answerQuestion(question, library).abstained).toBe(true);
    },
  );

  it('answers what was put off', () => {
    expect(answerQuestion('Who put off a visit to Nordby?', library).answer).toBe('Anna Holm');
  });
});
