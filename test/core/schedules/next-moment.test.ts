import { defaultRepeatStrategy } from 'bullmq';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDueTimes, nextMoment, recurrencesOf, slotOf } from '../../../src/core/schedules/due-times.ts';
import { readTiming } from '../../../src/core/schedules/read-timing.ts';

const zones = Intl.supportedValuesOf('timeZone');
const dayMs = 86_400_000;
const moment = fc.integer({ min: Date.parse('2015-01-01T00:00:00Z'), max: Date.parse('2035-01-01T00:00:00Z') });
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

function due(at: string, timeZone: string, afterMs: number, count: number): number[] {
  const timing = readTiming({ at, tz: timeZone }, 'UTC');
  return nextDueTimes(timing, { afterMs, anchorMs: 0, count }).map((iso) => Date.parse(iso));
}

/** Making one takes longer than all else here. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    ...({ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const),
  });
  formatters.set(timeZone, made);
  return made;
}

/** Minutes by which the zone is off UTC, as the runtime's formatter says and not as the calendar library does. */
function offsetOf(at: number, timeZone: string): number {
  const parts = formatterOf(timeZone).formatToParts(new Date(at));
  const part = (type: string): number => Number(parts.find((found) => found.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return Math.round((local - Math.floor(at / 60_000) * 60_000) / 60_000);
}

describe('due times in every zone', () => {
  it('come once a local day, at the time asked for or, where that does not exist, at the end of the gap', () => {
    fc.assert(
      fc.property(moment, fc.constantFrom(...zones), time, (afterMs, timeZone, at) => {
        const timing = readTiming({ at, tz: timeZone }, 'UTC');
        const moments = due(at, timeZone, afterMs, 5);
        expect(new Set(moments.map((due) => slotOf(timing, due))).size).toBe(5);
        for (const [index, found] of moments.entries()) {
          const before = moments[index - 1] ?? afterMs;
          expect(found).toBeGreaterThan(before);
          expect(found - before).toBeLessThanOrEqual(dayMs + 3 * 3_600_000);
          const atEndOfGap = offsetOf(found, timeZone) > offsetOf(found - 60_000, timeZone);
          if (!atEndOfGap) expect(slotOf(timing, found).slice(-5)).toBe(at);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are those of the queue’s own cron on days when no clock changes', () => {
    const days = fc.subarray(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], { minLength: 1 });
    fc.assert(
      fc.property(moment, fc.constantFrom(...zones), time, days, (afterMs, timeZone, at, named) => {
        const steady = [-2, 0, 2, 4, 6, 8, 10].map((offset) => offsetOf(afterMs + offset * dayMs, timeZone));
        fc.pre(new Set(steady).size === 1);
        const [cron] = recurrencesOf(readTiming({ at, days: named.join(','), tz: timeZone }, 'UTC'));
        if (cron?.kind !== 'cron') throw new Error('a time of day gives a cron pattern');
        const ofTheQueue = defaultRepeatStrategy(afterMs, { pattern: cron.pattern, tz: cron.timeZone });
        expect(nextMoment(cron, afterMs)).toBe(ofTheQueue);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['00:00', 'Asia/Beirut', '2025-03-29T12:00:00Z', '2025-03-29T22:00:00.000Z'],
    ['00:30', 'Africa/Cairo', '2025-04-24T12:00:00Z', '2025-04-24T22:00:00.000Z'],
    ['02:15', 'Australia/Lord_Howe', '2025-10-04T12:00:00Z', '2025-10-04T15:30:00.000Z'],
  ])('at %s in %s, which a clock change skips, come at the next valid minute', (at, timeZone, after, expected) => {
    const [first] = due(at, timeZone, Date.parse(after), 1);
    expect(new Date(first ?? 0).toISOString()).toBe(expected);
  });

  it('that a gap moves to the same minute are due once', () => {
    const [first, second] = due('02:15,02:45,03:00', 'Europe/Paris', Date.parse('2025-03-29T23:00:00Z'), 2);
    expect(new Date(first ?? 0).toISOString()).toBe('2025-03-30T01:00:00.000Z');
    expect(new Date(second ?? 0).toISOString()).toBe('2025-03-31T00:15:00.000Z');
  });
});

describe('a pattern', () => {
  it('may give days as a range', () => {
    const friday = Date.parse('2025-02-21T12:00:00Z');
    const next = nextMoment({ kind: 'cron', pattern: '30 7 * * 1-5', timeZone: 'Europe/Paris' }, friday);
    expect(new Date(next).toISOString()).toBe('2025-02-24T06:30:00.000Z');
  });

  it.each(['30 7 1 * *', '*/5 * * * *', '30 7 * * 1-9', '30 7 * * mon', '0 30 7 * * *', ''])(
    '"%s" of another shape is an error',
    (pattern) => {
      expect(() => nextMoment({ kind: 'cron', pattern, timeZone: 'UTC' }, 0)).toThrow('is not a pattern of');
    },
  );
});
