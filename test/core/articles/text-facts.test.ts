import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSources } from '../../../src/adapters/files/read-sources.ts';
import { factsOf, type PackedFacts, packedFactsOf, textFactsRules } from '../../../src/core/articles/text-facts.ts';
import { articleId, sha256 } from '../../../src/core/ids/ids.ts';

const publisher = 'The Courier';

/** Another object each time: facts are remembered for the object. */
function toldBy(text: string) {
  return { id: articleId(publisher, text), publisher, text };
}

const line = fc.oneof(
  fc.constantFrom(
    'LONDON (Reuters) - The quay is closed.',
    'Talks In Paris',
    'Photo: AFP',
    'He left. “Why?” she asked.',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const anyText = fc.array(line, { minLength: 1, maxLength: 30 }).map((lines) => lines.join('\n'));

describe('the facts of a text', () => {
  test('are those made anew when they come from what was kept, as JSON, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const kept: PackedFacts = JSON.parse(JSON.stringify(packedFactsOf(toldBy(text))));
        expect(factsOf(toldBy(text), kept)).toEqual(factsOf(toldBy(text)));
      }),
    );
  });

  const text = 'PARIS (AP) - The leaders met on Monday. They spoke of the harbour for an hour.\nIt will be built.';

  test('are made anew when other rules made what was kept', () => {
    const old = { ...packedFactsOf(toldBy(text)), rules: textFactsRules - 1, agencies: ['Reuters'] };
    expect([...factsOf(toldBy(text), old).agencies]).toEqual(['AP']);
  });

  test.each([
    ['of a longer text', { sentences: packedFactsOf(toldBy(`${text} And more was said.`)).sentences }],
    ['cut short', { sentences: packedFactsOf(toldBy(text)).sentences.slice(0, 8) }],
  ])('are made anew when the sentences kept are %s', (_, damaged) => {
    expect(factsOf(toldBy(text), { ...packedFactsOf(toldBy(text)), ...damaged })).toEqual(factsOf(toldBy(text)));
  });

  test('of the samples are those of this version of the rules: raise `textFactsRules` with what is expected here', async () => {
    const all: unknown[] = [];
    for await (const result of readSources(['config/samples'], {}))
      if ('draft' in result) all.push(packedFactsOf(toldBy(result.draft.text)));
    expect({ rules: textFactsRules, facts: sha256(JSON.stringify(all)) }).toEqual({
      rules: 2,
      facts: 'dbf55e797e6e044aaeb2468974dcd33d420ffcd8c5be5170327eef77c05c9c5c',
    });
  });
});
