import { describe, expect, it } from 'vitest';
import { countFirings } from '../../../src/core/watches/count-firings.ts';

const hour = 3_600_000;
const noon = Date.parse('2025-02-18T12:00:00Z');
const end = noon + 48 * hour;

describe('how often a watch would have fired', () => {
  it('is once for what comes within an hour', () => {
    expect(countFirings([noon, noon + 60_000, noon + hour / 2], { toMs: end })).toBe(2);
    expect(countFirings([noon], { toMs: end })).toBe(1);
    expect(countFirings([], { toMs: end })).toBe(0);
  });

  it('is not in quiet hours, and once when they end', () => {
    const quiet = { from: '22:00', to: '06:30', timeZone: 'UTC' };
    const night = [23, 24, 25, 26].map((at) => Date.parse('2025-02-18T00:00:00Z') + at * hour);
    expect(countFirings(night, { quiet, toMs: end })).toBe(1);
  });

  it('does not count what would only come later', () => {
    expect(countFirings([noon + hour], { toMs: noon })).toBe(0);
  });
});
