import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagNames } from '../../../../src/core/reading/tagger/tag-names.ts';
import { tokenise } from '../../../../src/core/reading/tokens.ts';

function tagged(...sentences: string[]): string[] {
  const tokens = sentences.map((sentence) => tokenise(sentence, 0));
  return tagNames(tokens).flatMap((names, index) =>
    names.map(({ from, to, kind }) => {
      const words = tokens[index]?.slice(from, to).map(({ word }) => word) ?? [];
      return `${kind}: ${words.join(' ')}`;
    }),
  );
}

describe('the tagger', () => {
  it('tells people, organisations and places apart by what stands around them', () => {
    expect(tagged('Later Peter Wrona flew from Lisbon to Vienna.')).toEqual([
      'person: Peter Wrona',
      'place: Lisbon',
      'place: Vienna',
    ]);
  });

  it('takes a word for a name where another sentence shows that it is one', () => {
    const alone = tagged('The plan of Quaroni failed.');
    const shown = tagged('The plan of Quaroni failed.', 'Mr Quaroni resigned.', '“No,” said Quaroni.');
    expect(alone).not.toContain('person: Quaroni');
    expect(shown).toContain('person: Quaroni');
  });

  it('tags nothing in a sentence without capitals', () => {
    expect(tagged('nobody knows what the harbour will cost.')).toEqual([]);
  });

  it('gives names that lie inside the sentence and do not overlap, whatever the text', () => {
    const words = fc.array(
      fc.oneof(fc.constantFrom('Paris', 'of', 'President', 'al-Assad', '“No,”', 'said', 'von', '’s'), fc.string()),
    );
    fc.assert(
      fc.property(words, (parts) => {
        const tokens = tokenise(parts.join(' '), 0);
        const [names = []] = tagNames([tokens]);
        for (const [index, name] of names.entries()) {
          expect(name.from).toBeGreaterThanOrEqual(names[index - 1]?.to ?? 0);
          expect(name.to).toBeGreaterThan(name.from);
          expect(name.to).toBeLessThanOrEqual(tokens.length);
          expect(name.margin).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
