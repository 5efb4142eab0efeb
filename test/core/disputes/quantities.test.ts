import { describe, expect, it } from 'vitest';
import { disagree, quantitiesIn } from '../../../src/core/disputes/quantities.ts';

describe('the quantities of a sentence', () => {
  it.each([
    ['The talks lasted about three and a half hours.', 12_600, 'seconds', 'about three and a half hours'],
    ['They spoke for nearly an hour and a half.', 5_400, 'seconds', 'nearly an hour and a half'],
    ['It was a 90-minute call.', 5_400, 'seconds', '90-minute'],
    ['It took half an hour.', 1_800, 'seconds', 'half an hour'],
    ['Britain may send 20,000 troops.', 20_000, 'soldier', '20,000 troops'],
    ['Some 30,000 peacekeepers are meant.', 30_000, 'soldier', 'Some 30,000 peacekeepers'],
    ['The aid is worth $1.5 billion this year.', 1.5e9, 'dollar', '$1.5 billion'],
    ['He doubled it to $40k a month.', 40_000, 'dollar', '$40k'],
    ['Spending rises to 2.5 per cent of output.', 2.5, 'percent', '2.5 per cent'],
    ['Twenty-five people were hurt.', 25, 'person', 'Twenty-five people'],
  ])('%s', (text, value, unit, words) => {
    expect(quantitiesIn(text)).toContainEqual(expect.objectContaining({ value, unit, words }));
  });

  it.each(['A spokesman said no.', 'The meeting begins at 10 am.', 'It was in 2024 that they met.'])(
    'none: %s',
    (text) => {
      expect(quantitiesIn(text)).toEqual([]);
    },
  );
});

describe('two quantities', () => {
  const of = (text: string) => {
    const [found] = quantitiesIn(text);
    if (found === undefined) throw new Error(`no quantity in ${text}`);
    return found;
  };

  it('disagree when both cannot be right', () => {
    expect(disagree(of('for three hours'), of('about three and a half hours'))).toBe(true);
    expect(disagree(of('20,000 troops'), of('30,000 soldiers'))).toBe(true);
  });

  it('agree when rounding explains it, or they count different things', () => {
    expect(disagree(of('about 90 minutes'), of('an hour and a half'))).toBe(false);
    expect(disagree(of('nearly 100 people'), of('97 people'))).toBe(false);
    expect(disagree(of('20,000 troops'), of('30 leaders'))).toBe(false);
  });
});
