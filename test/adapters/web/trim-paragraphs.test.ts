import { describe, expect, test } from 'vitest';
import type { Paragraph } from '../../../src/adapters/web/html-text.ts';
import { trimParagraphs } from '../../../src/adapters/web/trim-paragraphs.ts';

const first = 'The harbour master of Nordby said on Monday that the quay would open to fishing boats in May.';
const last = 'The council voted 9 to 4 for the plan, and the first stones are to be laid before the storms come.';

function line(text: string, tag = 'P', linked = 0): Paragraph {
  return { text, tag, linked };
}

function trimmed(...paragraphs: readonly Paragraph[]): string[] {
  return trimParagraphs(paragraphs).map(({ text }) => text);
}

describe('what stands around an article', () => {
  test.each([
    ['a byline', line('By Olaf Berg in Nordby')],
    ['a time', line('Updated 3 March 2025, 10:15')],
    ['a rubric', line('Coast and sea')],
    ['its title', line('Nordby harbour opens in May', 'H1')],
  ])('loses %s before the first sentence', (_what, before) => {
    expect(trimmed(before, line(first), line(last))).toEqual([first, last]);
  });

  test.each([
    ['a byline', 'By Olaf Berg'],
    ['a time', '3/3/2025 7:11 AM PST BY COAST STAFF'],
  ])('loses %s that follows the sentence which sums the article up', (_what, text) => {
    expect(trimmed(line(first), line(text), line(last))).toEqual([first, last]);
  });

  test.each([
    ['a heading', line('More from the coast', 'H3')],
    ['a label', line('Harbours')],
    ['the printed edition', line('The Coast in May. Order copies | Today’s paper | Subscribe')],
    ['a list of links', line('Ferry late again', 'LI', 1)],
    ['a word on the author', line('Olaf Berg is a reporter who covers harbours and the sea for The Coast Post.')],
  ])('loses %s after the last sentence', (_what, after) => {
    expect(trimmed(line(first), line(last), after)).toEqual([first, last]);
  });

  test('loses a paragraph that is nothing but a link to another article', () => {
    expect(trimmed(line(first), line('Storm closes the old pier', 'P', 1), line(last))).toEqual([first, last]);
  });
});

describe('what belongs to an article', () => {
  test.each([
    ['a heading within', line('Council votes', 'H2')],
    ['a short answer within', line('“Never”')],
    ['a day that heads a part of it', line('24 February 2022')],
    ['a list within', line('Fishing boats', 'LI')],
    ['a sentence with a link', line('The plan is on the council’s page.', 'P', 0.6)],
  ])('keeps %s', (_what, within) => {
    const paragraphs = [line(first), line(first), line(last), line(last), within, line(last)];
    expect(trimmed(...paragraphs)).toEqual(paragraphs.map(({ text }) => text));
  });

  test('is all there is when nothing reads like a sentence', () => {
    expect(trimmed(line('Open'), line('Closed'))).toEqual(['Open', 'Closed']);
  });

  test('keeps who helped to report it, for that may name the origin', () => {
    const credit = 'The Sample Wire contributed to this report.';
    expect(trimmed(line(first), line(last), line(credit))).toEqual([first, last, credit]);
  });
});
