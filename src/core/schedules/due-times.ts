import { DateTime } from 'luxon';
import type { Recurrence } from '../jobs/queue.ts';
import { type Timing, weekdays } from './subscription.ts';

type Cron = Extract<Recurrence, { kind: 'cron' }>;

/** The schedulers that a timing needs: one for each time of day. */
export function recurrencesOf(timing: Timing): Recurrence[] {
  return timing.kind === 'every' ? [{ kind: 'every', everyMs: timing.everyMs }] : cronsOf(timing);
}

function cronsOf({ times, days, timeZone }: Extract<Timing, { kind: 'daily' }>): Cron[] {
  const named = days.length === 7 ? '*' : days.map((day) => (weekdays.indexOf(day) + 1) % 7).join(',');
  return times.map((time) => {
    const [hour = '0', minute = '0'] = time.split(':');
    return { kind: 'cron', pattern: `${Number(minute)} ${Number(hour)} * * ${named}`, timeZone };
  });
}

/**
 * The next moments at which a digest is due, as ISO 8601 UTC, soonest first. `afterMs` is exclusive, in milliseconds since
 * the epoch. `anchorMs` is when a repeating schedule began to count: the queue counts from the epoch.
 */
export function nextDueTimes(
  timing: Timing,
  { afterMs, anchorMs, count }: { afterMs: number; anchorMs: number; count: number },
): string[] {
  if (timing.kind === 'every') {
    const passed = Math.floor((afterMs - anchorMs) / timing.everyMs);
    return Array.from({ length: count }, (_, index) => iso(anchorMs + (passed + 1 + index) * timing.everyMs));
  }
  const due = new Set(cronsOf(timing).flatMap((cron) => momentsOf(cron, afterMs, count)));
  return [...due]
    .toSorted((left, right) => left - right)
    .slice(0, count)
    .map(iso);
}

function momentsOf(cron: Cron, afterMs: number, count: number): number[] {
  const moments: number[] = [];
  for (let at = afterMs; moments.length < count; moments.push(at)) at = nextMoment(cron, at);
  return moments;
}

/**
 * When a scheduler of this recurrence adds its next job after a moment; both in milliseconds since the epoch. A local time
 * that a clock change skips moves to the next valid minute; one that it doubles comes once. Throws Error for a pattern
 * that says anything but a minute, an hour and days of the week.
 */
export function nextMoment({ pattern, timeZone }: Cron, afterMs: number): number {
  const daily = readPattern(pattern);
  const today = DateTime.fromMillis(afterMs, { zone: timeZone }).startOf('day');
  // A time of yesterday may have moved past midnight; a time of the same day next week is the farthest.
  for (let offset = -1; offset <= 8; offset += 1) {
    const day = today.plus({ days: offset });
    if (!daily.days.has(day.weekday % 7)) continue;
    const at = localMoment(day, daily);
    if (at > afterMs) return at;
  }
  throw new Error(`no day of the pattern "${pattern}" comes within a week`);
}

/** The moments from one to another, both included, at which a digest was due, oldest first and at most `most`. */
export function dueTimesBetween(
  timing: Timing,
  { fromMs, toMs, most }: { fromMs: number; toMs: number; most: number },
): number[] {
  if (timing.kind === 'every') {
    const first = Math.ceil(fromMs / timing.everyMs);
    const count = Math.min(most, Math.floor(toMs / timing.everyMs) - first + 1);
    return Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * timing.everyMs);
  }
  const due = new Set(cronsOf(timing).flatMap((cron) => momentsUntil(cron, { fromMs, toMs, most })));
  return [...due].toSorted((left, right) => left - right).slice(0, most);
}

function momentsUntil(cron: Cron, { fromMs, toMs, most }: { fromMs: number; toMs: number; most: number }): number[] {
  const moments: number[] = [];
  for (let at = nextMoment(cron, fromMs - 1); at <= toMs && moments.length < most; at = nextMoment(cron, at))
    moments.push(at);
  return moments;
}

/** The newest moment at or before `nowMs` at which a digest was due; both in milliseconds since the epoch. */
export function lastDueTime(timing: Timing, nowMs: number): number {
  if (timing.kind === 'every') return Math.floor(nowMs / timing.everyMs) * timing.everyMs;
  return Math.max(...cronsOf(timing).map((cron) => lastMoment(cron, nowMs)));
}

function lastMoment({ pattern, timeZone }: Cron, nowMs: number): number {
  const daily = readPattern(pattern);
  const today = DateTime.fromMillis(nowMs, { zone: timeZone }).startOf('day');
  for (let offset = 0; offset >= -8; offset -= 1) {
    const day = today.plus({ days: offset });
    if (!daily.days.has(day.weekday % 7)) continue;
    const at = localMoment(day, daily);
    if (at <= nowMs) return at;
  }
  throw new Error(`no day of the pattern "${pattern}" came within a week`);
}

/** The local date and time of day to which a moment belongs: what makes a due digest one of a kind. */
export function slotOf(timing: Timing, dueAt: number): string {
  if (timing.kind === 'every') return iso(Math.floor(dueAt / 1_000) * 1_000);
  return DateTime.fromMillis(dueAt, { zone: timing.timeZone }).toFormat("yyyy-MM-dd'T'HH:mm");
}

interface Daily {
  readonly hour: number;
  readonly minute: number;
  /** Days of the week, Sunday is 0. */
  readonly days: ReadonlySet<number>;
}

const dailyPattern = /^(\d{1,2}) (\d{1,2}) \* \* (\*|[0-6](?:-[0-6])?(?:,[0-6](?:-[0-6])?)*)$/;

function readPattern(pattern: string): Daily {
  const [, minute, hour, days] = dailyPattern.exec(pattern) ?? [];
  if (days === undefined) throw new Error(`"${pattern}" is not a pattern of a minute, an hour and days of the week`);
  const ranges = (days === '*' ? '0-6' : days).split(',').map((part) => part.split('-').map(Number));
  const isNamed = (day: number): boolean => ranges.some(([from = 0, to = from]) => from <= day && day <= to);
  return { hour: Number(hour), minute: Number(minute), days: new Set([0, 1, 2, 3, 4, 5, 6].filter(isNamed)) };
}

/**
 * When a local time comes on a local date, in milliseconds since the epoch: where a clock change skips it, at the end of
 * the gap; where one doubles it, the first time.
 */
export function localMoment(date: DateTime, { hour, minute }: Pick<Daily, 'hour' | 'minute'>): number {
  // Luxon moves a time that does not exist forward by the length of the gap; the first valid minute is the gap's end. It is
  // set on the date, and not made of its numbers: then Luxon would begin to look at the zone's present offset, and miss.
  const at = date.set({ hour, minute, second: 0, millisecond: 0 });
  return at.hour === hour && at.minute === minute ? earlierOf(at) : gapEnd(at);
}

/** Of a doubled hour the first one counts. */
function earlierOf(at: DateTime): number {
  return Math.min(at.toMillis(), ...at.getPossibleOffsets().map((possible) => possible.toMillis()));
}

function gapEnd(at: DateTime): number {
  let moment = at;
  while (moment.minus({ minutes: 1 }).offset === at.offset) moment = moment.minus({ minutes: 1 });
  return moment.toMillis();
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
