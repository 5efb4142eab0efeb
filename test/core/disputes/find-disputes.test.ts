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
