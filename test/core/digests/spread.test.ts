import { describe, expect, it } from 'vitest';
import { composeDigest } from '../../../src/core/digests/compose-digest.ts';
import { beginning } from '../../../src/core/digests/create-digest-desk.ts';
import { foresight } from '../../../src/core/digests/recency.ts';
import { countedIn } from '../../../src/core/digests/running-counts.ts';
import { type HeldText, heldLibrary } from '../../support/held-library.ts';

const everything = { from: beginning, to: '2025-03-01T00:00:00.000Z' };

/** A storm told on four days: each article has more sentences on its own day than a brief has lines. */
const storm: readonly HeldText[] = [
  {
    publisher: 'Coast Wire',
    published: '2025-02-14T08:00:00.000Z',
    text: 'A storm tore a gap of 40 metres into the harbour wall of Nordby on Friday, the coast guard said. The death toll stood at two on Friday. Mayor Anna Holm closed the schools of Nordby. Ferries to the island were cancelled, the operator Sundline said.',
  },
  {
    publisher: 'Courier',
    published: '2025-02-15T08:00:00.000Z',
    text: 'Engineer Peter Lund will inspect the wall of the harbour on Saturday, the port said. The death toll rose to three on Saturday. Fishermen in Nordby lost 60 boats, their association said.',
  },
  {
    publisher: 'Observer',
    published: '2025-02-16T08:00:00.000Z',
    text: 'The government of Minister Eva Dahl promised the town of Nordby 20 million crowns on Sunday. "Nobody will be forgotten," Dahl said in Nordby. The money is to come from the storm fund.',
  },
  {
    publisher: 'Mirror',
    published: '2025-02-17T08:00:00.000Z',
    text: 'The harbour of Nordby opened again on Monday behind a wall of sandbags, Mayor Anna Holm said. Two ferries left Nordby at noon with 300 passengers. The death toll reached five on Monday, the police of Nordby said. Holm thanked the soldiers who filled the bags in Nordby. The soldiers will leave Nordby on Tuesday, Captain Jens Krog said. Engineer Peter Lund said the sandbags in Nordby would hold until May.',
  },
];

function publishersOf(lines: number, window = everything): string[] {
  return composeDigest(heldLibrary(storm), window, lines).lines.map(({ receipts }) => receipts[0].publisher);
}

describe('the lines of a digest', () => {
  it.each([4, 8])('begin with the newest article and go on with what others told before: %d lines', (lines) => {
    const publishers = publishersOf(lines);
    expect(publishers[0]).toBe('Mirror');
    expect(new Set(publishers).size).toBeGreaterThan(1);
    expect(publishers.filter((publisher) => publisher === 'Mirror').length).toBeLessThan(lines);
  });

  it('tell how it began, too, where there is room', () => {
    const texts = composeDigest(heldLibrary(storm), everything).lines.map(({ text }) => text);
    expect(texts.some((text) => text.startsWith('A storm tore a gap'))).toBe(true);
    expect(texts.some((text) => text.includes('20 million crowns'))).toBe(true);
  });

  it('give a running number once: the last', () => {
    const tolls = composeDigest(heldLibrary(storm), everything).lines.filter(({ text }) => text.includes('death toll'));
    expect(tolls.map(({ text }) => text)).toEqual([
      'The death toll reached five on Monday, the police of Nordby said.',
    ]);
  });

  it('are as few as asked for', () => {
    expect(publishersOf(1)).toHaveLength(1);
    expect(publishersOf(4)).toHaveLength(4);
  });
});

describe('a running number', () => {
  it.each([
    ['The death toll rose to 11 after two bodies were found.', 'death toll'],
    ['Insured damage is put at 400 million euros by the insurers.', 'insured damage'],
    ['The death toll has now reached nine.', 'death toll'],
    ['The water rose in the night.', undefined],
    ['The minister stood at the door and waited.', undefined],
  ])('is told from a sentence: %s', (text, subject) => {
    const [held] = heldLibrary([{ publisher: 'Courier', text }]).articles;
    expect(held?.sentences.map(countedIn)).toEqual([subject]);
  });
});

describe('a sentence that looks ahead', () => {
  const published = '2025-02-10T08:00:00.000Z';
  const worth = (text: string, newest: string): number | undefined => {
    const [held] = heldLibrary([{ publisher: 'Courier', text, published }]).articles;
    const [sentence] = held?.sentences ?? [];
    return held === undefined || sentence === undefined
      ? undefined
      : foresight(held, sentence, { to: everything.to, newest: Date.parse(newest) });
  };

  it('to a day that has come is worth little', () => {
    expect(worth('The two mayors will meet in Nordby on 12 February.', published)).toBe(0.2);
  });

  it('to a day still to come, or that looks back, is worth all', () => {
    expect(worth('The two mayors will meet in Nordby on 12 March.', '2025-02-20T08:00:00.000Z')).toBe(1);
    expect(worth('The two mayors met in Nordby on 9 February.', '2025-02-20T08:00:00.000Z')).toBe(1);
  });

  it('only from a day that had passed when it was written is worth all', () => {
    const text = 'The two mayors agreed on 9 February that the harbour would be rebuilt.';
    expect(worth(text, '2025-02-28T08:00:00.000Z')).toBe(1);
  });

  it('to no day is worth the less the more days have passed', () => {
    const text = 'The two mayors are to meet in Nordby for the first time.';
    expect(worth(text, published)).toBe(1);
    expect(worth(text, '2025-02-12T08:00:00.000Z')).toBe(0.5);
    expect(worth(text, '2025-02-28T08:00:00.000Z')).toBe(0.2);
  });
});
