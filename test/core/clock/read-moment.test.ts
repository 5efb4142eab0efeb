import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoment } from '../../../src/core/clock/read-moment.ts';

/** Wednesday 19 February 2025, 08:30 in Paris. */
const nowMs = Date.parse('2025-02-19T07:30:00Z');
const paris = { nowMs, timeZone: 'Europe/Paris', edge: 'start' } as const;

describe('a moment as people write it', () => {
  it.each([
    ['6h', '2025-02-19T01:30:00.000Z'],
    ['90m', '2025-02-19T06:00:00.000Z'],
    ['2 days ago', '2025-02-17T07:30:00.000Z'],
    ['30 minutes ago', '2025-02-19T07:00:00.000Z'],
    ['2hrs', '2025-02-19T05:30:00.000Z'],
    ['1w', '2025-02-12T07:30:00.000Z'],
    ['now', '2025-02-19T07:30:00.000Z'],
    ['today', '2025-02-18T23:00:00.000Z'],
    ['Yesterday', '2025-02-17T23:00:00.000Z'],
    ['tomorrow', '2025-02-19T23:00:00.000Z'],
    ['monday', '2025-02-16T23:00:00.000Z'],
    ['wed', '2025-02-18T23:00:00.000Z'],
    ['thursday', '2025-02-12T23:00:00.000Z'],
    ['2025-02-17', '2025-02-16T23:00:00.000Z'],
    ['17 Feb', '2025-02-16T23:00:00.000Z'],
    ['Feb 17', '2025-02-16T23:00:00.000Z'],
    ['17th February', '2025-02-16T23:00:00.000Z'],
    ['Feb 17, 2024', '2024-02-16T23:00:00.000Z'],
    ['19 feb', '2025-02-18T23:00:00.000Z'],
    ['20 Feb', '2024-02-19T23:00:00.000Z'],
    ['29 Feb', '2024-02-28T23:00:00.000Z'],
    ['1 sept', '2024-08-31T22:00:00.000Z'],
    ['4 march', '2024-03-03T23:00:00.000Z'],
    ['2025-02-17T14:30', '2025-02-17T13:30:00.000Z'],
    ['2025-02-17 14:30', '2025-02-17T13:30:00.000Z'],
    ['2025-02-17T14:30Z', '2025-02-17T14:30:00.000Z'],
  ])('%s', (typed, iso) => {
    expect(readMoment(typed, paris)).toBe(iso);
  });

  it('means the end of a bare day where the end is asked for', () => {
    expect(readMoment('2025-02-17', { ...paris, edge: 'end' })).toBe('2025-02-17T22:59:59.999Z');
  });

  it.each([
    '',
    'whenever',
    '2025-02-30',
    '2025-13-01',
    '31 Feb',
    '3 months',
    '29 Feb 2025',
    '17 Febr',
    'Feb',
    '6',
    'h',
    '-3h',
    '2025',
  ])('"%s" is refused with ways to write it', (typed) => {
    expect(() => readMoment(typed, paris)).toThrow('is no time that I understand');
  });

  it('is a moment or a refusal, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        try {
          expect(readMoment(typed, paris)).toMatch(/Z$/);
        } catch (error) {
          expect(String(error)).toContain('is no time that I understand');
        }
      }),
    );
  });
});
