import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/core/stories/actor.ts';
import { areOnePerson, foldedName } from '../../../src/core/stories/same-person.ts';
import { heldLibrary } from '../../support/held-library.ts';

/** The actors of a story with one article for each text. */
function actorsOf(...texts: readonly string[]): readonly Actor[] {
  return heldLibrary(
    texts.map((text, index) => ({
      publisher: `Paper ${index}`,
      text: `${text}\nThe harbour was quiet on morning number ${index}, as it is on most.`,
      published: '2025-02-18T08:00:00Z',
    })),
  ).actors;
}

function names(...texts: readonly string[]): string[] {
  return actorsOf(...texts).map(({ name }) => name);
}

describe('two names', () => {
  it.each([
    ['Volodymyr Halenskyy', 'Volodymyr Halenskiy'],
    ['Volodymyr Halensky', 'Vladimir Halenskiy'],
    ['Sergei Bondar', 'Sergey Bondar'],
    ['Serhiy Bondar', 'Sergei Bondar'],
    ['Mike Tallis', 'Michael Tallis'],
    ['JD Tallis', 'James David Tallis'],
    ['Donald J. Tallis', 'Donald Tallis'],
    ['Faisal bin Omar', 'Faisal bin Omar Al Nuri'],
    ['Mohammed Hamdan', 'Mohamed Hamdan'],
    ['Kim Sung-ho', 'Kim Sung Ho'],
    ['Viktor Seidel', 'Seidel Viktor'],
    ['Olaf Schwarz', 'Olof Schwarz'],
  ])('%s and %s are one person’s', (left, right) => {
    expect(foldedName(left) === foldedName(right) || areOnePerson(foldedName(left), foldedName(right))).toBe(true);
  });

  it.each([
    ['Donald Tallis', 'Melania Tallis'],
    ['Daniel Tallis', 'Daniela Tallis'],
    ['Alexander Bondar', 'Alexandra Bondar'],
    ['Mario Seidel', 'Maria Seidel'],
    ['Mohammed bin Omar', 'Mohammed bin Zayd'],
    ['George H. W. Tallis', 'George W. Tallis'],
    ['Peter Hallmann', 'Peter Seidel'],
  ])('%s and %s are two people’s', (left, right) => {
    expect(areOnePerson(foldedName(left), foldedName(right))).toBe(false);
  });
});

describe('a surname that two bear', () => {
  const both = ['US President Donald Tallis spoke.', 'Melania Tallis, a model, wrote a book.'];

  it('is that of the one who has the role', () => {
    const [first] = actorsOf(...both, 'President Tallis said that he was well.');
    expect([first?.name, first?.articles.length]).toEqual(['Donald Tallis', 2]);
  });

  it('is nobody’s without one', () => {
    expect(actorsOf(...both, 'Then Tallis said that it was late.').map(({ articles }) => articles.length)).toEqual([
      1, 1,
    ]);
  });

  it('is that of the one whom far more articles name', () => {
    const many = ['a', 'b', 'c', 'd'].map((word) => `Donald Tallis, the president, spoke of plan ${word}.`);
    const [first] = actorsOf(...many, both[1] ?? '', 'Then Tallis said that it was late.');
    expect([first?.name, first?.articles.length]).toEqual(['Donald Tallis', 5]);
  });
});

describe('an article that gives only part of a name', () => {
  it.each([
    ['Sir and a given name', 'Sir Peter said that he was well.', 'Peter Hallmann said no.'],
    ['the surname that comes first', 'President Xu said that he was well.', 'Xu Jianping, the president, left.'],
    ['a surname of several words', 'Mrs von der Tann said that she was well.', 'Ursula von der Tann left.'],
    ['a surname in another spelling', 'President Halenskiy said no.', 'Volodymyr Halenskyy, the president, left.'],
  ])('by %s names the same person', (_case, part, full) => {
    expect(names(part, full)).toHaveLength(1);
  });
});

describe('roles', () => {
  it('that say more come before a bare one that more articles use', () => {
    const texts = [
      'US President Donald Tallis spoke.',
      'President Donald Tallis left.',
      'President Donald Tallis came.',
    ];
    expect(actorsOf(...texts)[0]?.roles.map(({ text }) => text)).toEqual(['US President', 'President']);
  });

  it('are a title before what somebody is said to do', () => {
    const texts = [
      'Anna Holm, who heads the council of all harbour towns, spoke.',
      'Council President Anna Holm left.',
    ];
    expect(actorsOf(...texts)[0]?.roles.map(({ text }) => text)).toEqual([
      'Council President',
      'heads the council of all harbour towns',
    ]);
  });
});

describe('organisations', () => {
  it('are one with and without the country, where no other country’s bears the name', () => {
    expect(names('The US State Department said no.', 'The State Department said yes.')).toEqual([
      'US State Department',
    ]);
    expect(
      names(
        'The Russian Foreign Ministry said no.',
        'The Chinese Foreign Ministry said no.',
        'The Foreign Ministry left.',
      ),
    ).toHaveLength(3);
  });
});
