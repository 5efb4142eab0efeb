import { expect, it } from 'vitest';
import { timeline } from '../../../src/core/stories/timeline.ts';
import { heldLibrary } from '../../support/held-library.ts';

const datesOf = (text: string): string[] =>
  timeline(heldLibrary([{ publisher: 'The Wire', text, published: '2025-02-18T08:00:00Z' }])).map(({ date }) => date);

it.each([
  ['Holm wants back all land lost since 2014.', []],
  ['The boat, which was built in 2022, left the harbour.', []],
  ['The 2024 election was much talked about in the harbour.', []],
  ['A report of 2021 had warned that the dam above the harbour was too weak.', []],
  ['A study from 2021 had warned that the dam was too weak.', []],
  ['The 2021 study of the dam was never published by the town.', []],
  ['The 2015 agreement on wages is void, the union said.', []],
  ['Under the harbour treaty of March 2015 no ship may pass.', []],
  ['Under the harbour treaty of 12 February 2015 no ship may pass.', []],
  ['A letter dated 12 February 2015 was found in the harbour.', []],
  ['The treaty signed in 2015 forbids all fishing there.', []],
  ['The ferry, built in 1987, sank in front of the harbour.', []],
  ['Built in 1987, the ferry sank in front of the harbour.', []],
  ['The ferry, built in 1987, was repaired in 2019.', ['2019']],
  ['Sand won the most votes in 2021 elections and now has fewer.', []],
  ['The treaty was signed in 2015 by the harbour council.', ['2015']],
  ['The harbour was closed in the summer of 2022 for repairs.', ['2022']],
  ['The harbour was closed at the end of March 2022 for repairs.', ['2022-03']],
  ['The council suspended the agreement from 12 February 2025.', ['2025-02-12']],
  ['The harbour was closed from March 2022.', ['2022-03']],
  ['Ada Bruun, the mayor, resigned in 2022.', ['2022']],
  ['The bridge over the harbour collapsed in 2015.', ['2015']],
  ['In 2022 the harbour was closed to all boats.', ['2022']],
  ['The harbour was closed to all boats in 2022.', ['2022']],
  ['The boat, which was built in 2022, left on 12 February 2025.', ['2025-02-12']],
])('a year dates an event only where it says when that was, never where it names a thing: %s', (text, dates) => {
  expect(datesOf(text)).toEqual(dates);
});
