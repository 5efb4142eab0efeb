import { describe, expect, it } from 'vitest';
import { type Counting, supersedes } from '../../../src/core/events/series.ts';

const day = 86_400_000;
const dead = (value: number) => [{ kind: 'dead', who: 'person', value }];

function told(text: string, at: number, tolls: Counting['tolls'] = []): Counting {
  return { text, at, tolls };
}

describe('the value that stands now', () => {
  it.each([
    [
      'a toll that grew',
      told('The flood in Sunde has killed 14 people.', 2 * day, dead(14)),
      told('The toll of the Sunde flood reached nine.', day, dead(9)),
    ],
    [
      'a value said to have been before',
      told('Fares in Sunde fall to 12 crowns, reduced from 30 percent to 18 percent of wages.', 2 * day),
      told('Fares in Sunde are 30 percent of wages.', day),
    ],
  ])('%s takes the place of the older one', (_what, now, before) => {
    expect(supersedes(now, before)).toBe(true);
    expect(supersedes(before, now)).toBe(false);
  });

  it.each([
    [
      'another place',
      told('A flood killed 14 people in Velden.', 2 * day, dead(14)),
      told('A flood killed nine people in Sunde.', day, dead(9)),
    ],
    [
      'another event',
      told('A fire on a ferry killed 14 people.', 2 * day, dead(14)),
      told('A storm over the mill killed nine people.', day, dead(9)),
    ],
    [
      'one moment',
      told('The flood in Sunde killed 14 people.', day + 1000, dead(14)),
      told('The flood in Sunde killed nine people.', day, dead(9)),
    ],
  ])('%s leaves it', (_what, now, before) => {
    expect(supersedes(now, before)).toBe(false);
  });
});
