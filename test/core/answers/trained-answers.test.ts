import { describe, expect, it } from 'vitest';
import { isAnswerFeature } from '../../../src/core/answers/answer-feature-names.ts';
import { weighted } from '../../../src/core/answers/trained-answers.ts';

const weights = new Map([['cover', 2]]);

describe('what features weigh', () => {
  it('is nothing for one that was too rare to be trained on', () => {
    expect(weighted({ cover: 3, 'kind amount': 1 }, weights)).toBe(6);
  });

  it('is an error for one of a name that nobody knows, not silence', () => {
    expect(() => weighted({ cover: 3, covering: 1 }, weights)).toThrow('"covering" is no feature');
  });
});

describe('the name of a feature', () => {
  it.each(['cover', 'share stem', 'asks who', 'kind yes-no', 'other name before', 'fit, among many'])(
    '%s is known',
    (name) => {
      expect(isAnswerFeature(name)).toBe(true);
    },
  );

  it.each(['covers', 'share half', 'other thing before', 'among many', ', among many'])('%s is not', (name) => {
    expect(isAnswerFeature(name)).toBe(false);
  });
});
