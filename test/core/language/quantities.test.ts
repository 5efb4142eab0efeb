import { describe, expect, it } from 'vitest';
import { areOpposite } from '../../../src/core/language/en/opposites.ts';
import { quantitiesOf } from '../../../src/core/language/en/quantities.ts';
import { areApart } from '../../../src/core/language/quantity.ts';
import { stem } from '../../../src/core/words/stem.ts';

const said = (text: string): string[] =>
  quantitiesOf(text).map(({ value, upTo, bound, unit, counted, role }) =>
    [bound, upTo === undefined ? value : `${value}-${upTo}`, unit, counted, role === 'before' ? role : undefined]
      .filter((part) => part !== undefined)
      .join(' '),
  );

describe('quantities of a sentence', () => {
  it.each([
    ['Thirteen dock workers were hurt.', ['exact 13 number worker']],
    ['Twenty-five people died.', ['exact 25 number person']],
    ['Two hundred and five houses burnt.', ['exact 205 number hous']],
    ['At least 71 people are dead.', ['at least 71 number person']],
    ['More than 3,000 dockers walked out.', ['more than 3000 number docker']],
    ['It costs $1.5 billion.', ['exact 1500000000 money dollar']],
    ['It costs half a million euros.', ['exact 500000 money euro']],
    ['Wages rise by 6.5 per cent.', ['exact 6.5 percent']],
    ['Some 20 to 30 boats sank.', ['about 20-30 number boat']],
    ['Prices rose to 35 percent, up from 12 percent.', ['exact 35 percent', 'exact 12 percent before']],
    ['A strike of three weeks ended.', ['exact 3 time week']],
    ['It happened on 24 November 2025 at 16:16.', []],
    ['In 2014 the dam was closed.', []],
    ['The 3rd round began at 9 am.', []],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it.each([
    ['at least 12 people', 'more than 10 people', false],
    ['9 people', '11 people', true],
    ['about 31,000 people', 'about 33,000 people', false],
    ['13 people', 'thirteen people', false],
    ['fewer than 10 people', '12 people', true],
  ])('%s and %s', (one, other, apart) => {
    const [[left], [right]] = [quantitiesOf(one), quantitiesOf(other)];
    expect(left !== undefined && right !== undefined && areApart(left, right)).toBe(apart);
  });
});

describe('opposites', () => {
  it.each([
    ['rose', 'fell'],
    ['won', 'lost'],
    ['accepted', 'rejected'],
    ['agreed', 'refused'],
    ['killed', 'injured'],
    ['opens', 'closing'],
    ['with', 'without'],
    ['before', 'after'],
    ['former', 'current'],
    ['legal', 'illegal'],
  ])('%s and %s', (one, other) => {
    expect(areOpposite(stem(one), stem(other)) && areOpposite(stem(other), stem(one))).toBe(true);
  });

  it.each([
    ['rose', 'climbed'],
    ['won', 'beat'],
  ])('not %s and %s', (one, other) => {
    expect(areOpposite(stem(one), stem(other))).toBe(false);
  });
});
