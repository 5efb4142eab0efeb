import { expect, it } from 'vitest';
import { timeline } from '../../../src/core/stories/timeline.ts';
import { heldLibrary } from '../../support/held-library.ts';

const datesOf = (text: string): string[] =>
  timeline(heldLibrary([{ publisher: 'The Wire', text, published: '2025-02-18T08:00:00Z' }])).map(({ date }) => date);

it.each([
  ['Holm wants back all land lost since 2014.', []],
  ['The boat, which was built in 2022, left the harbour.', []],
  ['The 2024 election was much talked about in the harbour.', []],
  ['In 2022 the harbour was closed to all boats.', ['2022']],
  ['The harbour was closed to all boats in 2022.', ['2022']],
  ['The boat, which was built in 2022, left on 12 February 2025.', ['2025-02-12']],
])('a year dates an event only where it says when that was: %s', (text, dates) => {
  expect(datesOf(text)).toEqual(dates);
});
