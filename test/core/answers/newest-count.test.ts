import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/core/answers/answer-question.ts';
import type { Library } from '../../../src/core/stories/library.ts';
import { heldLibrary } from '../../support/held-library.ts';

/** Articles of one day, each by an outlet of its own: the hour and the text. */
function day(...told: readonly (readonly [string, string])[]): Library {
  return heldLibrary(
    told.map(([hour, text], index) => ({
      publisher: `The Paper ${index}`,
      text,
      published: `2025-03-04T${hour}:00Z`,
    })),
  );
}

function asked(question: string, library: Library): object {
  const { answer, sentences, earlier, reason, disputes } = answerQuestion(question, library);
  return {
    answer,
    ...(reason !== null && { reason }),
    lead: sentences[0]?.text ?? null,
    earlier: earlier.map(({ value, since }) => `${value} at ${since.slice(11, 16)}`),
    sides: disputes.flatMap(({ sides }) => sides.map(({ value }) => value)),
  };
}

const four = 'Four people have died in floods in the town of Velden, the fire brigade said on Tuesday.';
const five = 'VELDEN - Floods in the town of Velden have killed five people, Mayor Ilse Brandt told reporters.';
const six = 'The number of people who died in the floods in Velden has risen to six, the fire brigade said.';
const nine = 'Nine people have died in the floods in Velden, the governor of the region said on Tuesday.';

describe('a count that grew', () => {
  it.each([
    'How many people died?',
    'How many people have died in the floods in Velden?',
    'How many people were killed?',
  ])('is the newest article’s, and the earlier ones are told: %s', (question) => {
    expect(asked(question, day(['08:00', four], ['10:00', five], ['14:00', six]))).toEqual({
      answer: 'six',
      lead: six,
      earlier: ['Four at 08:00', 'five at 10:00'],
      sides: [],
    });
  });

  it('of the missing may fall', () => {
    const early = `${four}\nRescue teams are looking for eleven missing people.`;
    const late = `${six}\nNine people are still missing.`;
    expect(asked('How many people are missing?', day(['08:00', early], ['14:00', late]))).toMatchObject({
      answer: 'Nine',
      earlier: ['eleven at 08:00'],
    });
  });

  it('is not that of a disaster of another year', () => {
    const past = `${four}\nThe floods of 2003 killed 260 people in the town of Velden.`;
    expect(asked('How many people died?', day(['08:00', past]))).toMatchObject({ answer: 'Four', earlier: [] });
  });

  it('is not that of another accident', () => {
    const crash = 'Two people died in a road accident near Hamburg in the afternoon, police said.';
    expect(
      asked('How many people died in the floods in Velden?', day(['08:00', four], ['14:00', crash])),
    ).toMatchObject({
      answer: 'Four',
      earlier: [],
    });
  });
});

describe('counts of one moment that differ', () => {
  it('are both shown beside the answer', () => {
    expect(asked('How many people died?', day(['08:00', four], ['14:00', six], ['14:20', nine]))).toMatchObject({
      answer: 'Nine',
      sides: ['six', 'Nine people'],
    });
  });

  it('are no matter any more when a later article of either has another', () => {
    const later = 'Ten people have died in the floods in Velden, the fire brigade and the governor said.';
    expect(asked('How many people died?', day(['14:00', six], ['14:20', nine], ['18:00', later]))).toMatchObject({
      answer: 'Ten',
      earlier: ['six at 14:00', 'Nine at 14:20'],
    });
  });

  it('are so too where the later one is lower and does not say why', () => {
    expect(asked('How many people died?', day(['08:00', nine], ['14:00', four]))).toMatchObject({
      sides: ['Nine people', 'Four people'],
    });
  });
});
