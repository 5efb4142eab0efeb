import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeDigest } from '../../../src/core/digests/compose-digest.ts';
import { beginning } from '../../../src/core/digests/create-digest-desk.ts';
import type { Line } from '../../../src/core/messages/line.ts';
import { checkedAnswer } from '../../../src/core/writing/checked.ts';
import { passagesOf } from '../../../src/core/writing/passages.ts';
import { heldLibrary } from '../../support/held-library.ts';

const texts = [
  'Mayor Anna Holm, who leads the port, said on Tuesday that the harbour of Nordby would not open before June.',
  'Engineer Peter Lund found a crack of 12 metres and about 300 loose stones, the police said.',
  'Captain Jens Krag may sell 14 boats to Norway if the talks in Oslo fail, according to Lund.',
  '“We will pay,” Holm told reporters, but the owners strongly denied that they owed three million euros.',
];
const library = heldLibrary(texts.map((text, index) => ({ publisher: `Paper ${index}`, text })));
const { lines } = composeDigest(library, { from: beginning, to: '2025-02-18T18:00:00.000Z' });
const passages = passagesOf(lines, library);
const ids = passages.flatMap(({ sentences }) => sentences.map(({ id }) => id));
const vocabulary = [
  ...texts.flatMap((text) => text.split(' ')),
  ...[
    'not',
    'never',
    'no',
    'Smith',
    '15',
    'may',
    'said',
    'was',
    'by',
    'Lund',
    'only',
    '“We',
    'pay,”',
    'and',
    'the',
    ',',
  ],
  ...['https://evil.example', '@everyone', '<!channel>', '**bold**', '[x](y)', '\u202E', '\n'],
];

/** A sentence as a model might spoil it: words dropped, doubled, moved, put in or exchanged. */
const spoilt = fc
  .record({
    text: fc.constantFrom(...texts),
    changes: fc.array(
      fc.record({
        how: fc.constantFrom('drop', 'put', 'exchange', 'move'),
        at: fc.nat(30),
        to: fc.nat(30),
        word: fc.constantFrom(...vocabulary),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ text, changes }) => {
    const words = text.split(' ');
    for (const { how, at, to, word } of changes) {
      const place = at % Math.max(1, words.length);
      if (how === 'put') words.splice(place, 0, word);
      else {
        const taken = words.splice(place, 1);
        if (how === 'exchange') words.splice(place, 0, word);
        if (how === 'move') words.splice(to % (words.length + 1), 0, ...taken);
      }
    }
    return words.join(' ');
  });

/** A sentence that is as true as its source, so that some of what is answered is taken. */
const faithful = passages.flatMap(({ sentences: [source] }) =>
  source?.text.startsWith('Mayor ') === true ? [{ text: source.text.replace('Mayor ', ''), restsOn: [source.id] }] : [],
);

const invented = fc.record({
  text: fc.oneof({ weight: 8, arbitrary: spoilt }, { weight: 1, arbitrary: fc.string() }),
  restsOn: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...ids).map((id) => [id]) },
    { weight: 1, arbitrary: fc.array(fc.oneof(fc.constantFrom(...ids), fc.string()), { maxLength: 3 }) },
  ),
});

const answers = fc.record({
  sentences: fc.array(
    fc.oneof({ weight: 8, arbitrary: invented }, { weight: 1, arbitrary: fc.constantFrom(...faithful) }),
    { maxLength: 6 },
  ),
});

/** What must not change, found by other means than the check's. */
function facts(text: string): Readonly<Record<string, readonly string[]>> {
  const found = (pattern: RegExp): string[] => (text.match(pattern) ?? []).toSorted();
  return {
    numbers: found(/\d+|\bthree\b|million/g),
    negations: found(/\b(?:not|never|no|denied)\b/g),
    modals: found(/\b(?:may|if|would|will|before|about|but|only)\b/gi),
    cues: found(/\b(?:said|told|denied|according)\b/gi).map((cue) => cue.toLowerCase()),
    surnames: found(/\b(?:Holm|Lund|Krag|Nordby|Norway|Oslo|Tuesday|June)\b/g),
    quotations: found(/“[^”]*”/g).map((quotation) => quotation.replace(/,”/, '”')),
  };
}

describe('whatever a model answers', () => {
  it('each line shows its source, or a sentence with the same facts of a source it cites', () => {
    let shown = 0;
    fc.assert(
      fc.property(answers, (answer) => {
        const { taken } = checkedAnswer(answer, passages, 'small');
        for (const [place, written] of taken) {
          const line: Line | undefined = lines[place];
          shown += 1;
          expect(line?.receipts).toContainEqual(written.restsOn[0]);
          expect({ text: written.text, ...facts(written.text) }).toEqual({
            text: written.text,
            ...facts(line?.text ?? ''),
          });
          expect(written.text).not.toMatch(/[<>@*[\]\n\u202E]|:\/\//u);
        }
      }),
      { numRuns: 500 },
    );
    // A property of nothing would be no property.
    expect(shown).toBeGreaterThan(0);
  }, 120_000);

  it('no answer, however odd, is an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'binary' }), (text, id) => {
        checkedAnswer(
          {
            sentences: [
              { text, restsOn: [ids[0] ?? '', id] },
              { text, restsOn: [ids[0] ?? ''] },
            ],
          },
          passages,
          'small',
        );
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
