import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dueTimesBetween, lastDueTime, nextDueTimes, slotOf } from '../../../src/core/schedules/due-times.ts';
import { quietUntil } from '../../../src/core/schedules/quiet-hours.ts';
import { type Timing, type Weekday, weekdays } from '../../../src/core/schedules/subscription.ts';

/** Two changes a year, half an hour, a quarter of an hour off, a day left out, changes at midnight, and no change at all. */
const oddZones = [
  ...['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'Asia/Beirut'],
  ...['Africa/Cairo', 'Africa/Casablanca', 'America/St_Johns', 'America/Havana', 'Antarctica/Troll', 'Asia/Gaza'],
  ...['America/Caracas', 'Asia/Pyongyang', 'Europe/Istanbul', 'Pacific/Chatham', 'America/Santiago', 'UTC'],
];
const zone = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...oddZones) },
  { weight: 1, arbitrary: fc.constantFrom(...Intl.supportedValuesOf('timeZone')) },
);

const instant = fc
  .integer({ min: Date.parse('2010-01-01T00:00:00Z'), max: Date.parse('2036-01-01T00:00:00Z') })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));

/** A local date of a zone: half the time one on which, or beside which, its clocks change. */
const localDate = fc
  .tuple(zone, instant, fc.boolean(), fc.integer({ min: -2, max: 1 }))
  .map(([timeZone, at, nearChange, days]) => {
    const there = at.toZonedDateTimeISO(timeZone);
    const change = nearChange ? there.getTimeZoneTransition('next') : null;
    return { timeZone, date: (change ?? there).toPlainDate().add({ days }) };
  });

const localTime = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 23 })),
    fc.oneof(fc.constantFrom(0, 15, 30, 45), fc.integer({ min: 0, max: 59 })),
  )
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

const schedule = fc.record({
  place: localDate,
  times: fc.uniqueArray(localTime, { minLength: 1, maxLength: 4 }).map((times) => times.toSorted()),
  days: fc.subarray([...weekdays], { minLength: 1 }),
});

/** When a local time of a date comes, by another library; undefined for a date that the zone left out. */
function moment(date: Temporal.PlainDate, time: string, timeZone: string): number | undefined {
  if (!date.toZonedDateTime(timeZone).toPlainDate().equals(date)) return undefined;
  const wanted = date.toPlainDateTime(Temporal.PlainTime.from(time));
  const earlier = wanted.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(wanted)) return earlier.epochMilliseconds;
  const endOfGap = earlier.getTimeZoneTransition('next');
  if (endOfGap === null) throw new Error(`${timeZone} has no ${wanted.toString()} and no change after it`);
  return endOfGap.epochMilliseconds;
}

/** Every moment of a schedule from one date to another, both included, one for each local date and time. */
function moments({ times, days, timeZone }: Extract<Timing, { kind: 'daily' }>, from: Temporal.PlainDate): number[] {
  const found = new Set<number>();
  for (let day = -2; day <= 10; day += 1) {
    const date = from.add({ days: day });
    const weekday: Weekday | undefined = weekdays[date.dayOfWeek - 1];
    if (weekday === undefined || !days.includes(weekday)) continue;
    for (const time of times) {
      const at = moment(date, time, timeZone);
      if (at !== undefined) found.add(at);
    }
  }
  return [...found].toSorted((left, right) => left - right);
}

describe('due times, by another library', () => {
  it('are one for each local date and time: in a gap its end, in a doubled hour the first', () => {
    fc.assert(
      fc.property(schedule, ({ place: { timeZone, date }, times, days }) => {
        const timing = { kind: 'daily' as const, times, days, timeZone } satisfies Timing;
        const start = date.toZonedDateTime(timeZone).epochMilliseconds;
        const end = date.add({ days: 9 }).toZonedDateTime(timeZone).epochMilliseconds;
        const expected = moments(timing, date).filter((at) => start <= at && at < end);
        const found = dueTimesBetween(timing, { fromMs: start, toMs: end - 1, most: 100 });
        expect(found.map(iso)).toEqual(expected.map(iso));
        const next = nextDueTimes(timing, { afterMs: start - 1, anchorMs: 0, count: found.length + 1 });
        expect(next.slice(0, -1)).toEqual(expected.map(iso));
        expect(new Set(found.map((at) => slotOf(timing, at))).size).toBe(found.length);
      }),
      { numRuns: 150 },
    );
  });

  it('that came last are the newest at or before a moment', () => {
    const withinAWeek = fc.integer({ min: 0, max: 7 * 86_400_000 });
    fc.assert(
      fc.property(schedule, withinAWeek, ({ place: { timeZone, date }, times }, later) => {
        const timing = { kind: 'daily' as const, times, days: [...weekdays], timeZone } satisfies Timing;
        const now = date.toZonedDateTime(timeZone).epochMilliseconds + later;
        const newest = moments(timing, date).findLast((at) => at <= now);
        expect(iso(lastDueTime(timing, now))).toBe(newest === undefined ? undefined : iso(newest));
        expect(lastDueTime(timing, newest ?? now)).toBe(newest);
      }),
      { numRuns: 100 },
    );
  });

  it('on the day that Samoa left out are none, and on the days beside it one each', () => {
    const timing = {
      kind: 'daily' as const,
      times: ['07:30'],
      days: [...weekdays],
      timeZone: 'Pacific/Apia',
    } satisfies Timing;
    const due = nextDueTimes(timing, { afterMs: Date.parse('2011-12-29T00:00:00Z'), anchorMs: 0, count: 3 });
    expect(due.map((at) => slotOf(timing, Date.parse(at)))).toEqual([
      '2011-12-29T07:30',
      '2011-12-31T07:30',
      '2012-01-01T07:30',
    ]);
  });
});

describe('quiet hours, by another library', () => {
  it('hold a moment when it lies between their ends of that local day or of the one before', () => {
    const ends = fc.uniqueArray(localTime, { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(localDate, ends, fc.integer({ min: 0, max: 1_440 }), ({ timeZone, date }, [from, to], minutes) => {
        if (from === undefined || to === undefined) throw new Error('there are two ends');
        const at = date.toZonedDateTime(timeZone).epochMilliseconds + minutes * 60_000;
        const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
        const holding = [-1, 0].flatMap((offset) => {
          const first = today.add({ days: offset });
          const start = moment(first, from, timeZone);
          const end = moment(from < to ? first : first.add({ days: 1 }), to, timeZone);
          return start !== undefined && end !== undefined && start <= at && at < end ? [end] : [];
        });
        // A stretch that begins or ends on a day that is left out is another matter: see quiet-hours.test.ts.
        fc.pre([-1, 0, 1].every((offset) => moment(today.add({ days: offset }), '12:00', timeZone) !== undefined));
        expect(quietUntil({ from, to, timeZone }, at)).toBe(holding[0]);
      }),
      { numRuns: 100 },
    );
  });
});

function iso(at: number): string {
  return new Date(at).toISOString();
}
