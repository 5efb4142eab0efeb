import { describe, expect, it } from 'vitest';
import { findChanges } from '../../../src/core/changes/find-changes.ts';
import { heldLibrary } from '../../support/held-library.ts';

/** What is new since a moment, each line with what it takes the place of. Every article came when it was published. */
function changesSince(from: string, ...told: readonly (readonly [string, string])[]): string[] {
  const library = heldLibrary(
    told.map(([published, text], index) => ({ publisher: `The Paper ${index}`, text, published, added: published })),
  );
  return findChanges(library, { from, to: '2025-03-06T00:00:00Z' }).new.map(({ text, replaces }) =>
    [text, ...replaces.map(({ value, line }) => value ?? line.text)].join(' < '),
  );
}

const beginning = '1970-01-01T00:00:00Z';
const four = 'Four people have died in floods in the town of Velden, the fire brigade said on Tuesday.';
const five = 'Floods in the town of Velden have killed five people, Mayor Ilse Brandt told reporters on Tuesday.';
const six = 'The number of people who died in the floods in Velden has risen to six, the fire brigade said.';

describe('a number that grew', () => {
  const told = [
    ['2025-03-04T08:00:00Z', four],
    ['2025-03-04T10:00:00Z', five],
    ['2025-03-04T14:00:00Z', six],
  ] as const;

  it('is an update of what was told before', () => {
    expect(changesSince('2025-03-04T11:00:00Z', ...told)).toEqual([`${six} < Four < five`]);
  });

  it('stands once for who looks for the first time', () => {
    expect(changesSince(beginning, ...told)).toEqual([`${six} < Four < five`]);
  });

  it('leaves what else an earlier line tells', () => {
    const more =
      'Four people have died in Velden floods, and the railway bridge over the Aske, the harbour and the old mill collapsed.';
    const lines = changesSince(beginning, ['2025-03-04T08:00:00Z', more], ['2025-03-04T14:00:00Z', six]);
    expect(lines.toSorted()).toEqual([more, `${six} < Four`]);
  });
});

it('numbers of one moment that differ both stand', () => {
  const nine = 'Nine people have died in the floods in Velden, the governor of the region said on Tuesday.';
  const lines = changesSince(beginning, ['2025-03-04T14:00:00Z', six], ['2025-03-04T14:20:00Z', nine]);
  expect(lines.toSorted()).toEqual([nine, six]);
});

it('a plan that was put off stands with the sentence that says so', () => {
  const planned = 'Transport Minister Karel Novik will visit Velden on Wednesday.';
  const notice = 'Karel Novik’s visit to Velden was postponed until Thursday because the roads are under water.';
  expect(changesSince(beginning, ['2025-03-04T08:00:00Z', planned], ['2025-03-04T14:00:00Z', notice])).toEqual([
    `${notice} < ${planned}`,
  ]);
});
