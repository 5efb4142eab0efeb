import { describe, expect, it } from 'vitest';
import { stem } from '../../../src/core/words/stem.ts';

describe('a stem', () => {
  it.each([
    ['convene', 'convened', 'convening', 'convenes'],
    ['say', 'said', 'says', 'saying'],
    ['guarantee', 'guarantees', 'guaranteed'],
    ['agree', 'agrees', 'agreed', 'agreeing'],
    ['stop', 'stopped', 'stops', 'stopping'],
    ['policy', 'policies'],
    ['negotiate', 'negotiated', 'negotiations', 'negotiator'],
    ['child', 'children'],
    ['defence', 'defense', 'defences'],
    ['send', 'sent', 'sends'],
    ['favour', 'favor', 'favours', 'favored'],
    ['organise', 'organize', 'organised', 'organizing'],
    ['recognised', 'recognize'],
    ['centre', 'center', 'centres'],
    ['programme', 'program'],
    ['cancelled', 'canceled', 'cancel'],
  ])('is shared by the forms of %s', (...forms) => {
    expect(new Set(forms.map(stem)).size).toBe(1);
  });

  it.each([
    ['summit', 'sum'],
    ['army', 'arm'],
    ['policy', 'police'],
    ['peace', 'pea'],
    ['promise', 'promize'],
    ['four', 'for'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });

  it('leaves what is no English word as it is', () => {
    expect(['12', 'élysée', 'g7', ''].map(stem)).toEqual(['12', 'élysée', 'g7', '']);
  });
});
