import { describe, expect, it } from 'vitest';
import { findDisputes } from '../../../src/core/disputes/find-disputes.ts';
import { heldLibrary } from '../../support/held-library.ts';

const filler = 'The harbour of Nordby was quiet on that morning, as fishermen said.';

function disputesOf(one: string, other: string, published = ['2025-02-18T08:00:00Z', '2025-02-18T12:00:00Z']) {
  return findDisputes(
    heldLibrary([
      { publisher: 'The Post', text: `${one}\n${filler}`, published: published[0] ?? '' },
      {
        publisher: 'The Courier',
        text: `Another paper saw it too, in other words.\n${other}`,
        published: published[1] ?? '',
      },
    ]),
  );
}

describe('two articles that tell one thing differently', () => {
  it.each([
    [
      'a number',
      'The ferry Aurora carried 120 passengers when it struck the quay in Nordby.',
      'When it struck the quay in Nordby, the ferry Aurora carried 80 passengers.',
      ['number', '120 passengers', '80 passengers'],
    ],
    [
      'how long a meeting took',
      'The talks in Nordby lasted about three and a half hours and ended without a statement.',
      'The meeting in Nordby went on for two hours, an official said.',
      ['number', 'about three and a half hours', 'two hours'],
    ],
    [
      'a day',
      'The harbour council of Nordby will vote on the new quay on 20 February 2025.',
      'The harbour council of Nordby will vote on the new quay on 24 February 2025.',
      ['date', '2025-02-20', '2025-02-24'],
    ],
    [
      'a city',
      'Minister Ada Bruun met the dock workers for talks on wages in Hamburg.',
      'Minister Ada Bruun met the dock workers for talks on wages in Rotterdam.',
      ['place', 'Hamburg', 'Rotterdam'],
    ],
    [
      'who was invited',
      'Mayor Ada Bruun was invited to the harbour talks in Nordby.',
      'Mayor Ada Bruun was not invited to the harbour talks in Nordby.',
      ['attendance', 'invited', 'not invited'],
    ],
    [
      'who was there',
      'Ada Bruun, the mayor, took part in the summit on the harbour.',
      'The dock workers noted that Bruun stayed away from the summit in Nordby.',
      ['attendance', 'there', 'not there'],
    ],
    [
      'an amount, though nobody is named',
      'The government promised 20 million euros in aid for the town, the finance ministry said.',
      'The government promised 35 million euros in aid for the town, according to the port company.',
      ['number', '20 million euros', '35 million euros'],
    ],
    [
      'how many died, in other words',
      'Nine people have died in the floods in Nordby, the governor of the region said.',
      'Floods in Nordby have killed six people, the fire brigade said.',
      ['number', 'Nine people', 'six people'],
    ],
    [
      'a day, said on another',
      'The dock workers of Nordby will go on strike on Thursday, the union said on Monday.',
      'The dock workers of Nordby will go on strike on Friday, the port company said on Monday.',
      ['date', '2025-02-20', '2025-02-21'],
    ],
    [
      'a day, though nobody is named',
      'The new council meets on 1 July 2025.',
      'The new council meets on 3 July 2025, officials said.',
      ['date', '2025-07-01', '2025-07-03'],
    ],
    [
      'whether somebody did it, as different people say',
      'Mayor Ada Bruun conceded defeat in Nordby on Sunday night, her party said.',
      'Ada Bruun has not conceded defeat in Nordby, her lawyer Nils Holm said on Monday.',
      ['denial', 'said', 'denied'],
    ],
    [
      'whether it is so',
      'Mayor Ada Bruun closed the harbour of Nordby to foreign ferries.',
      'Mayor Ada Bruun has not closed the harbour of Nordby to foreign ferries.',
      ['denial', 'said', 'denied'],
    ],
  ])('disagree on %s, and both sides stand', (_what, one, other, [kind, ...values]) => {
    const [dispute, ...others] = disputesOf(one, other);
    expect(others).toEqual([]);
    expect(dispute?.kind).toBe(kind);
    expect(dispute?.sides.map(({ value }) => value)).toEqual(values);
    expect(dispute?.sides.map(({ line }) => line.text)).toEqual([one, other]);
  });

  it.each([
    [
      'agree',
      'The ferry carried 120 passengers to Nordby harbour.',
      'To Nordby harbour the ferry carried 120 passengers.',
    ],
    [
      'round',
      'The ferry Aurora carried about 120 passengers when it struck the quay in Nordby.',
      'When it struck the quay in Nordby, the ferry Aurora carried 118 passengers.',
    ],
    [
      'tell of meetings in two places',
      'The talks in Hamburg lasted about three and a half hours and ended without a statement.',
      'The meeting in Nordby went on for two hours, an official said.',
    ],
    [
      'tell of two people',
      'Mayor Ada Bruun was invited to the harbour talks in Nordby.',
      'Minister Nils Quaroni was not invited to the harbour talks in Nordby.',
    ],
    [
      'tell of two stages of a count',
      'With 40 percent of the votes counted in Nordby, Ada Bruun has 48 percent, the council said.',
      'With 85 percent of the votes counted in Nordby, Ada Bruun has 51 percent, the council said.',
    ],
    [
      'give percentages of different things',
      'Turnout in the Nordby election was 61 percent at noon, the council said.',
      'Ada Bruun won 54 percent in the Nordby election, the council said.',
    ],
    [
      'tell of two years',
      'The earthquake in Nordby killed nine people, the council said.',
      'The earthquake of 2003 killed 26 people in Nordby, the council said.',
    ],
    [
      'count different people',
      'Nine soldiers were killed in the attack on Nordby, the army said.',
      'Six children were killed in the attack on Nordby, doctors said.',
    ],
    [
      'count people of two places',
      'Nine people were killed in the floods in Nordby, the council said.',
      'Six people were killed in the floods in Hamburg, the council said.',
    ],
    [
      'tell what was planned and that it was put off',
      'The harbour council of Nordby will vote on the new quay on 20 February 2025.',
      'The harbour council of Nordby has postponed its vote on the new quay until 24 February 2025.',
    ],
  ])('that %s have no dispute', (_what, one, other) => {
    expect(disputesOf(one, other)).toEqual([]);
  });

  it('a week apart are two events', () => {
    const [one, other] = [
      'The ferry Aurora carried 120 passengers when it struck the quay in Nordby.',
      'When it struck the quay in Nordby, the ferry Aurora carried 80 passengers.',
    ];
    expect(disputesOf(one, other, ['2025-02-18T08:00:00Z', '2025-02-26T08:00:00Z'])).toEqual([]);
  });
});

describe('a number that another article gives later', () => {
  const [morning, soon, noon] = ['2025-02-18T08:00:00Z', '2025-02-18T08:20:00Z', '2025-02-18T12:00:00Z'];
  const [four, six] = [
    'Four people have died in the floods in Nordby, the fire brigade said.',
    'The number of people who died in the floods in Nordby is six, the mayor said.',
  ];
  const sidesOf = (one: string, other: string, times: string[]): string[] =>
    disputesOf(one, other, times).flatMap(({ sides }) => sides.map(({ value }) => value));

  it.each([
    ['grew', four, six],
    [
      'says that it rose',
      'Some 40 boats lie in Nordby harbour.',
      'The number of boats in Nordby harbour has risen to 55 boats.',
    ],
    [
      'is of the missing, of whom there are fewer',
      'Nine people are missing in Nordby floods.',
      'Six people are missing in Nordby floods.',
    ],
    ['was revised', six, 'Four people have died in the floods in Nordby, the mayor said in a corrected report.'],
    [
      'is of votes that were counted on',
      'Turnout in Nordby was 41 percent so far.',
      'Turnout in Nordby was 58 percent so far.',
    ],
  ])('is no contradiction where it %s', (_what, one, other) => {
    expect(sidesOf(one, other, [morning, noon])).toEqual([]);
  });

  it.each([
    ['of the same moment', four, six, soon],
    ['that shrank, and nobody says why', six, four, noon],
    [
      'of what does not grow',
      'The ferry Aurora carried 80 passengers to Nordby.',
      'The ferry Aurora carried 120 passengers to Nordby.',
      noon,
    ],
  ])('is one where it is %s', (_what, one, other, later) => {
    expect(sidesOf(one, other, [morning, later])).toHaveLength(2);
  });

  it('is another dispute than that on another number of the same sentence', () => {
    const found = disputesOf(
      'Floods in Nordby killed nine people and injured 30, the governor said.',
      'Floods in Nordby killed six people and injured 20, the fire brigade said.',
      [morning, soon],
    );
    for (const { sides } of found) expect(sides).toHaveLength(2);
  });
});

describe('days that differ', () => {
  const planned = 'Minister Karel Novik will visit the harbour of Nordby on 20 February 2025.';
  const moved = 'Minister Karel Novik will visit the harbour of Nordby on 24 February 2025.';
  const notice =
    'The visit of Karel Novik to the harbour of Nordby was put off until 24 February 2025, officials said.';
  const library = (texts: readonly string[]) =>
    heldLibrary(
      texts.map((text, index) => ({
        publisher: `The Paper ${index}`,
        text: `${text}\nThe ${['gulls', 'seals', 'boats'][index]} of paper ${index} were quiet that morning.`,
        published: `2025-02-18T${10 + index}:00:00Z`,
      })),
    );

  it('are a dispute', () => {
    expect(findDisputes(library([planned, moved])).map(({ kind }) => kind)).toEqual(['date']);
  });

  it('are none where an article says that it was put off from the one to the other', () => {
    expect(findDisputes(library([planned, notice, moved]))).toEqual([]);
  });
});

describe('one article', () => {
  it('that an outlet copied does not dispute itself', () => {
    const text = `The ferry Aurora carried 120 passengers when it struck the quay in Nordby.\n${filler}`;
    const copy = text.replace('120', '80');
    expect(
      findDisputes(
        heldLibrary([
          { publisher: 'The Post', text },
          { publisher: 'The Copy', text: copy },
        ]),
      ),
    ).toEqual([]);
  });
});
