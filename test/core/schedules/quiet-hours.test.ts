import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/core/errors/errors.ts';
import { quietUntil, readQuiet } from '../../../src/core/schedules/quiet-hours.ts';

describe('quiet hours', () => {
  it.each([
    ['22:00-06:30', 'Europe/Paris', '2025-02-18T20:59:59.999Z', undefined],
    ['22:00-06:30', 'Europe/Paris', '2025-02-18T21:00:00.000Z', '2025-02-19T05:30:00.000Z'],
    ['22:00-06:30', 'Europe/Paris', '2025-02-19T05:29:59.999Z', '2025-02-19T05:30:00.000Z'],
    ['22:00-06:30', 'Europe/Paris', '2025-02-19T05:30:00.000Z', undefined],
    ['12:00–13:00', 'Europe/Paris', '2025-02-19T11:30:00.000Z', '2025-02-19T12:00:00.000Z'],
    ['12:00-13:00', 'Europe/Paris', '2025-02-19T10:30:00.000Z', undefined],
    ['0:00-23:59', 'UTC', '2025-02-19T23:58:00.000Z', '2025-02-19T23:59:00.000Z'],
    // The night in which the clocks go forward is an hour shorter, the one in which they go back an hour longer.
    ['22:00-06:30', 'Europe/Paris', '2025-03-29T21:00:00.000Z', '2025-03-30T04:30:00.000Z'],
    ['22:00-06:30', 'Europe/Paris', '2025-10-25T20:00:00.000Z', '2025-10-26T05:30:00.000Z'],
    // An end that does not exist is the next minute that does; one that comes twice is the first.
    ['22:00-02:30', 'Europe/Paris', '2025-03-30T00:30:00.000Z', '2025-03-30T01:00:00.000Z'],
    ['22:00-02:30', 'Europe/Paris', '2025-10-26T00:15:00.000Z', '2025-10-26T00:30:00.000Z'],
    ['22:00-02:30', 'Europe/Paris', '2025-10-26T01:15:00.000Z', undefined],
    ['22:00-06:30', 'Asia/Kathmandu', '2025-02-18T16:15:00.000Z', '2025-02-19T00:45:00.000Z'],
    ['22:00-06:30', 'Pacific/Apia', '2011-12-30T09:00:00.000Z', '2011-12-30T16:30:00.000Z'],
  ])('%s in %s hold %s until %s', (typed, zone, at, until) => {
    const found = quietUntil(readQuiet(typed, zone), Date.parse(at));
    expect(found === undefined ? undefined : new Date(found).toISOString()).toBe(until);
  });

  it('are none when somebody says so', () => {
    expect(readQuiet('none', 'UTC')).toBeUndefined();
    expect(quietUntil(undefined, 0)).toBeUndefined();
  });

  it.each([
    ['22:00-22:00', /begins and ends at 22:00/],
    ['7:00-07:00', /begins and ends at 07:00/],
    ['22-6', /is no stretch of the day/],
    ['24:00-06:00', /is no stretch of the day/],
    ['22:00', /is no stretch of the day/],
    ['22:00-06:00-07:00', /is no stretch of the day/],
    ['', /is no stretch of the day/],
  ])('"%s" are refused with how to write them', (typed, message) => {
    const reading = (): unknown => readQuiet(typed, 'UTC');
    expect(reading).toThrow(UserError);
    expect(reading).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(message),
        mend: expect.stringContaining('quiet:22:00-06:30'),
      }),
    );
  });
});
