import { describe, expect, it } from 'vitest';
import { faultIn } from '../../../src/core/writing/check/bears-out.ts';
import type { FaultKind } from '../../../src/core/writing/check/fault.ts';

const opening = 'Mayor Anna Holm said the harbour of Nordby would open again on Monday.';
const aside = 'Anna Holm, the mayor of Nordby, met Peter Lund, the engineer, in Oslo on 18 February.';
const crack = 'Engineer Peter Lund found a crack of 12 metres and 14 loose stones in the outer wall.';
const blame = 'Captain Krag blamed Lund for the accident, but the inspectors did not name a cause.';
const doubt = 'The bridge may close if the crack grows by more than 3 millimetres, Lund told reporters.';
const quote = '“We will not close the port,” Holm told Danish television on Tuesday.';
const refusal = 'Norway refused to sign the treaty with Denmark before the election.';
const count = 'Only three of the 27 captains voted for the plan, and two million euros were paid.';
const route = 'The ferry sailed from Sunde to Nordby with about 200 passengers.';
const plan = 'Holm attacked a plan to sell the old ferry to Lund.';
const former = 'Former mayor Jens Krag sued the newspaper.';

describe('a sentence that says what its source says', () => {
  it.each([
    ['is the source itself', opening, opening],
    ['moves a source to the end', 'According to Lund, the bridge is safe.', 'The bridge is safe, according to Lund.'],
    [
      'keeps a first aside and leaves out the last',
      aside,
      'Anna Holm, the mayor of Nordby, met Peter Lund in Oslo on 18 February.',
    ],
    ['leaves out a title', opening, 'Anna Holm said the harbour of Nordby would open again on Monday.'],
    ['leaves out a title and a first name', opening, 'Holm said that the harbour of Nordby would open again Monday.'],
    ['speaks of the future from now', opening, 'Holm said the harbour of Nordby will open again on Monday.'],
    [
      'moves the speaker to the end',
      opening,
      'The harbour of Nordby would open again on Monday, Mayor Anna Holm said.',
    ],
    ['turns the cue round', opening, 'The harbour of Nordby would open again on Monday, said Anna Holm.'],
    ['leaves out what stands beside a name', aside, 'Anna Holm met Peter Lund in Oslo on 18 February.'],
    [
      'writes the date the other way',
      aside,
      'Holm, the mayor of Nordby, met Lund, the engineer, in Oslo on February 18.',
    ],
    [
      'writes a figure as a word',
      crack,
      'Peter Lund found a crack of twelve metres and fourteen loose stones in the outer wall.',
    ],
    ['uses American spelling', crack, 'Lund found a crack of 12 meters and 14 loose stones in the outer wall.'],
    ['draws a contraction', blame, "Krag blamed Lund for the accident, but the inspectors didn't name a cause."],
    [
      'moves the speaker to the front',
      doubt,
      'Lund told reporters the bridge may close if the crack grows by more than 3 millimetres.',
    ],
    ['moves a quotation whole', quote, 'Holm told Danish television on Tuesday “We will not close the port”.'],
    ['says "over" before a number', doubt, 'Lund said the bridge may close if the crack grows by over 3 millimetres.'],
    ['sums a number up', count, 'Only 3 of the 27 captains voted for the plan, and €2 million were paid.'],
    ['uses a listed synonym', 'The talks began in Oslo.', 'The talks started in Oslo.'],
    ['drops mere emphasis', 'Holm strongly condemned the attack.', 'Holm condemned the attack.'],
    ['drops a whole title', former, 'Jens Krag sued the newspaper.'],
    ['says when something has happened', 'The harbour has opened.', 'The harbour opened.'],
  ])('%s', (_move, source, written) => {
    expect(faultIn(written, source)).toBeUndefined();
  });
});

describe('a sentence that says something else', () => {
  it.each<[FaultKind, string, string, string]>([
    ['name', 'adds a name', opening, 'Holm and Lund said the harbour of Nordby would open again on Monday.'],
    ['name', 'puts another name', opening, 'Lund said the harbour of Sunde would open again on Monday.'],
    [
      'name',
      'drops one of two',
      blame,
      'Captain Krag blamed for the accident, but the inspectors did not name a cause.',
    ],
    ['name', 'cuts a place short', 'The harbour of New Haven opened.', 'The harbour of Haven opened.'],
    [
      'order',
      'swaps who did what',
      blame,
      'Lund blamed Captain Krag for the accident, but the inspectors did not name a cause.',
    ],
    ['new-word', 'swaps by the passive', 'Krag attacked Lund.', 'Krag was attacked by Lund.'],
    [
      'order',
      'swaps where from and where to',
      route,
      'The ferry sailed from Nordby to Sunde with about 200 passengers.',
    ],
    ['order', 'swaps the prepositions', route, 'The ferry sailed to Sunde from Nordby with about 200 passengers.'],
    [
      'order',
      'swaps the roles of two people',
      aside,
      'Anna Holm, the engineer, met Peter Lund, the mayor of Nordby, in Oslo on 18 February.',
    ],
    ['name', 'takes away what stands between two roles', aside, 'Anna Holm, the engineer, in Oslo on 18 February.'],
    [
      'role',
      'gives a name the title of another',
      'Engineer Peter Lund and Mayor Anna Holm met.',
      'Engineer Peter Lund and Engineer Anna Holm met.',
    ],
    ['order', 'promotes', former, 'Mayor Jens Krag sued the newspaper.'],
    ['number', 'changes a number', crack, 'Lund found a crack of 13 metres and 14 loose stones in the outer wall.'],
    ['order', 'exchanges two numbers', crack, 'Lund found a crack of 14 metres and 12 loose stones in the outer wall.'],
    ['new-word', 'changes a unit', crack, 'Lund found a crack of 12 kilometres and 14 loose stones in the outer wall.'],
    [
      'number',
      'makes millions of thousands',
      count,
      'Only three of the 27 captains voted for the plan, and two thousand euros were paid.',
    ],
    [
      'left-out',
      'drops how few',
      count,
      'Three of the 27 captains voted for the plan, and two million euros were paid.',
    ],
    [
      'number',
      'drops out of how many',
      count,
      'Only three of the captains voted for the plan, and two million euros were paid.',
    ],
    ['left-out', 'makes an estimate exact', route, 'The ferry sailed from Sunde to Nordby with 200 passengers.'],
    [
      'new-word',
      'turns a bound round',
      doubt,
      'Lund told reporters the bridge may close if the crack grows by less than 3 millimetres.',
    ],
    ['date', 'changes the day', opening, 'Holm said the harbour of Nordby would open again on Tuesday.'],
    ['number', 'changes the date', aside, 'Anna Holm met Peter Lund in Oslo on 19 February.'],
    ['left-out', 'makes a deadline of a date', 'The port closes by Monday.', 'The port closes on Monday.'],
    [
      'new-word',
      'turns before into after',
      refusal,
      'Norway refused to sign the treaty with Denmark after the election.',
    ],
    ['negation', 'denies', opening, 'Holm said the harbour of Nordby would not open again on Monday.'],
    [
      'negation',
      'drops a not',
      blame,
      'Captain Krag blamed Lund for the accident, but the inspectors did name a cause.',
    ],
    ['attribution', 'moves a not', 'Holm did not say the port would close.', 'Holm said the port would not close.'],
    ['attribution', 'drops a refusal', refusal, 'Norway signed the treaty with Denmark before the election.'],
    ['quotation', 'flips a quotation', quote, 'Holm told Danish television on Tuesday “We will close the port”.'],
    ['quotation', 'invents a quotation', opening, 'Holm said the harbour of Nordby would “open again” on Monday.'],
    ['quotation', 'clips a quotation', quote, 'Holm told Danish television on Tuesday “close the port”.'],
    [
      'modality',
      'drops a may',
      doubt,
      'Lund told reporters the bridge will close if the crack grows by more than 3 millimetres.',
    ],
    ['number', 'drops the condition', doubt, 'Lund told reporters the bridge may close.'],
    ['attribution', 'makes a fact of what was said', opening, 'The harbour of Nordby would open again on Monday.'],
    [
      'name',
      'drops the speaker',
      doubt,
      'The bridge may close if the crack grows by more than 3 millimetres, told reporters.',
    ],
    ['attribution', 'makes said of warned', 'Holm warned the port would close.', 'Holm said the port would close.'],
    ['new-word', 'loses what a plan suffered', plan, 'Holm plans to sell the old ferry to Lund.'],
    ['new-word', 'adds a judgement', opening, 'Holm said the troubled harbour of Nordby would open again on Monday.'],
    ['left-out', 'drops what narrows', plan, 'Holm attacked a plan to sell the ferry to Lund.'],
    ['form', 'adds a second sentence', 'The talks began in Oslo on a Monday.', 'The talks began. Oslo on a Monday.'],
    ['form', 'links', opening, 'Holm said the harbour of Nordby would open (evil.example).'],
    ['form', 'mentions', opening, '@everyone Holm said the harbour of Nordby would open.'],
    ['form', 'formats', opening, 'Holm said the **harbour** of Nordby would open.'],
    ['form', 'asks', opening, 'Holm said the harbour of Nordby would open again on Monday?'],
    ['form', 'hides a character', opening, 'Holm said the har\u200Bbour of Nordby would open again on Monday.'],
    ['form', 'is empty', opening, ''],
    ['new-word', 'has a look-alike letter', opening, 'Holm said the hаrbour of Nordby would open again on Monday.'],
  ])('is not taken for its %s: it %s', (kind, _what, source, written) => {
    expect(faultIn(written, source)?.kind).toBe(kind);
  });
});
