import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDueTimes, recurrencesOf, slotOf } from '../../../src/core/schedules/due-times.ts';
import { readTiming } from '../../../src/core/schedules/read-timing.ts';

function due(at: string, timeZone: string, after: string, count = 3): string[] {
  const timing = readTiming({ at, tz: timeZone }, 'UTC');
  return nextDueTimes(timing, { afterMs: Date.parse(after), anchorMs: 0, count });
}

describe('due times', () => {
  it('are local, and skip the days that are not named', () => {
    const timing = readTiming({ at: '07:30', days: 'mon-fri', tz: 'Europe/Paris' }, 'UTC');
    expect(nextDueTimes(timing, { afterMs: Date.parse('2025-02-21T06:30:00Z'), anchorMs: 0, count: 2 })).toEqual([
      '2025-02-24T06:30:00.000Z',
      '2025-02-25T06:30:00.000Z',
    ]);
  });

  it('of several a day come in order', () => {
    expect(due('18:00,07:30', 'UTC', '2025-02-18T12:00:00Z')).toEqual([
      '2025-02-18T18:00:00.000Z',
      '2025-02-19T07:30:00.000Z',
      '2025-02-19T18:00:00.000Z',
    ]);
  });

  it.each([
    {
      day: 'a time that does not exist moves to the next valid minute',
      at: '02:30',
      zone: 'Europe/Paris',
      after: '2025-03-29T23:00:00Z',
      first: '2025-03-30T01:00:00.000Z',
    },
    {
      day: 'a doubled hour is due once, at its first passing',
      at: '02:30',
      zone: 'Europe/Paris',
      after: '2025-10-25T23:00:00Z',
      first: '2025-10-26T00:30:00.000Z',
    },
    {
      day: 'New York springs forward',
      at: '02:15',
      zone: 'America/New_York',
      after: '2025-03-09T05:30:00Z',
      first: '2025-03-09T07:00:00.000Z',
    },
    {
      day: 'Lord Howe moves by half an hour',
      at: '02:15',
      zone: 'Australia/Lord_Howe',
      after: '2025-10-04T12:00:00Z',
      first: '2025-10-04T15:30:00.000Z',
    },
    {
      day: 'Kathmandu is off by a quarter',
      at: '07:30',
      zone: 'Asia/Kathmandu',
      after: '2025-02-18T00:00:00Z',
      first: '2025-02-18T01:45:00.000Z',
    },
  ])('on days when clocks change: $day', ({ at, zone, after, first }) => {
    expect(due(at, zone, after, 1)).toEqual([first]);
  });

  it('lie ahead, ascend, and show the local time that was asked for, in every zone', () => {
    const zones = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'];
    const moment = fc.integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2027-01-01T00:00:00Z') });
    fc.assert(
      fc.property(moment, fc.constantFrom(...zones), fc.integer({ min: 4, max: 23 }), (afterMs, timeZone, hour) => {
        const at = `${String(hour).padStart(2, '0')}:10`;
        const times = nextDueTimes(readTiming({ at, tz: timeZone }, 'UTC'), { afterMs, anchorMs: 0, count: 4 });
        expect(times).toHaveLength(4);
        expect(times).toEqual(times.toSorted());
        expect(Date.parse(times[0] ?? '')).toBeGreaterThan(afterMs);
        // Independent of the calendar library: what the runtime's own formatter says of the local time.
        const local = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
        for (const time of times) expect(local.format(new Date(time))).toBe(at);
      }),
    );
  });

  it('of a repeating schedule count from its anchor', () => {
    const timing = readTiming({ every: '30m' }, 'UTC');
    expect(nextDueTimes(timing, { afterMs: Date.parse('2025-02-18T10:10:00Z'), anchorMs: 0, count: 2 })).toEqual([
      '2025-02-18T10:30:00.000Z',
      '2025-02-18T11:00:00.000Z',
    ]);
  });
});

describe('a slot', () => {
  it('is the local date and time, whichever of a doubled hour it is', () => {
    const timing = readTiming({ at: '02:30', tz: 'Europe/Paris' }, 'UTC');
    expect(slotOf(timing, Date.parse('2025-10-26T00:30:00Z'))).toBe('2025-10-26T02:30');
    expect(slotOf(timing, Date.parse('2025-10-26T01:30:00Z'))).toBe('2025-10-26T02:30');
  });
});

describe('schedulers', () => {
  it('are one for each time of day', () => {
    expect(recurrencesOf(readTiming({ at: '07:30,18:05', days: 'mon-fri', tz: 'Europe/Paris' }, 'UTC'))).toEqual([
      { kind: 'cron', pattern: '30 7 * * 1,2,3,4,5', timeZone: 'Europe/Paris' },
      { kind: 'cron', pattern: '5 18 * * 1,2,3,4,5', timeZone: 'Europe/Paris' },
    ]);
    expect(recurrencesOf(readTiming({ every: '2h' }, 'UTC'))).toEqual([{ kind: 'every', everyMs: 7_200_000 }]);
  });
});

describe('days', () => {
  it.each([
    ['daily', ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']],
    ['weekdays', ['mon', 'tue', 'wed', 'thu', 'fri']],
    ['sat-mon', ['mon', 'sat', 'sun']],
    ['Wednesday, fri', ['wed', 'fri']],
  ])('"%s" are %j', (days, expected) => {
    expect(readTiming({ at: '7:30', days }, 'UTC')).toMatchObject({ times: ['07:30'], days: expected });
  });
});
