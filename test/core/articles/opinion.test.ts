import { describe, expect, test } from 'vitest';
import { isOpinion } from '../../../src/core/articles/opinion.ts';

const report =
  'The council of Nordby voted 9 to 4 on Monday for the new quay. “I am glad, and my voters are glad with me,” the mayor said. “I think that I have kept my word.”';
const column =
  'I have walked past the old quay all my life. I never thought that I would miss it. My father sold fish there, and I still hear him.';

describe('an article is opinion', () => {
  test.each([
    ['by its section', { section: 'Opinion' }],
    ['by one of its sections', { section: 'Coast, Editorials' }],
    ['by a section in German', { section: 'Meinung' }],
    ['by its address', { url: 'https://paper.example/commentisfree/2025/mar/03/quay' }],
    ['by its title', { title: 'Editorial: The quay comes too late' }],
    ['by the mark behind its title', { title: 'The quay comes too late | Opinion' }],
    ['by its byline', { byline: 'Ada Bruun, columnist' }],
    ['by the newsroom’s byline', { byline: 'The Editorial Board' }],
  ])('%s', (_how, said) => {
    expect(isOpinion({ text: report, ...said })).toBe(true);
  });

  test('by what the publisher says under it', () => {
    expect(isOpinion({ text: `${report}\nThe views expressed in this article are those of the author.` })).toBe(true);
  });

  test('by a writer who says “I” again and again', () => {
    expect(isOpinion({ text: column })).toBe(true);
  });
});

describe('an article is no opinion', () => {
  test.each([
    ['when only those who are quoted say “I”', { text: report }],
    ['when its address only holds the word', { text: report, url: 'https://paper.example/world/opinion-polls-turn' }],
    ['when its section only begins with the word', { text: report, section: 'Opinion polls' }],
    ['when it reports on a comment', { text: report, title: 'Comment by the mayor angers fishermen' }],
    ['when it prints an interview', { text: `Are you glad?\n${column}\nAnd your wife?\n${column}\nWhat next?` }],
    ['when a king has a number', { text: 'Charles I, James I, William I and George I were kings; so was Edgar I.' }],
  ])('%s', (_when, draft) => {
    expect(isOpinion(draft)).toBe(false);
  });
});
