import { DateTime } from 'luxon';
import type { Recurrence } from '../jobs/queue.ts';
import { type Timing, weekdays } from './subscription.ts';

/** The schedulers that a timing needs: one for each time of day. */
export function recurrencesOf(timing: Timing): Recurrence[] {
  if (timing.kind === 'every') return [{ kind: 'every', everyMs: timing.everyMs }];
  const days = timing.days.length === 7 ? '*' : timing.days.map((day) => (weekdays.indexOf(day) + 1) % 7).join(',');
  return timing.times.map((time) => {
    const [hour = '0', minute = '0'] = time.split(':');
    return { kind: 'cron', pattern: `${Number(minute)} ${Number(hour)} * * ${days}`, timeZone: timing.timeZone };
  });
}

/**
 * The next moments at which a digest is due, as ISO 8601 UTC, soonest first. `afterMs` is exclusive, in milliseconds since
 * the epoch. A local time that a clock change skips moves to the next valid minute; one that it doubles is due once.
 * `anchorMs` is when a repeating schedule began to count.
 */
export function nextDueTimes(
  timing: Timing,
  { afterMs, anchorMs, count }: { afterMs: number; anchorMs: number; count: number },
): string[] {
  if (timing.kind === 'every') {
    const passed = Math.floor((afterMs - anchorMs) / timing.everyMs);
    return Array.from({ length: count }, (_, index) => iso(anchorMs + (passed + 1 + index) * timing.everyMs));
  }
  const due = new Set<number>();
  const today = DateTime.fromMillis(afterMs, { zone: timing.timeZone }).startOf('day');
  for (let offset = -1; due.size < count && offset <= 7 * (count + 1); offset += 1) {
    const day = today.plus({ days: offset });
    if (!timing.days.some((name) => weekdays.indexOf(name) + 1 === day.weekday)) continue;
    const moments = timing.times.map((time) => momentOf(day, time, timing.timeZone));
    for (const at of moments) if (at > afterMs) due.add(at);
  }
  return [...due]
    .toSorted((left, right) => left - right)
    .slice(0, count)
    .map(iso);
}

/** The local date and time of day to which a moment belongs: what makes a due digest one of a kind. */
export function slotOf(timing: Timing, dueAt: number): string {
  if (timing.kind === 'every') return iso(Math.floor(dueAt / 1_000) * 1_000);
  return DateTime.fromMillis(dueAt, { zone: timing.timeZone }).toFormat("yyyy-MM-dd'T'HH:mm");
}

function momentOf(day: DateTime, time: string, timeZone: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const { year, month, day: number } = day;
  // Luxon moves a time that does not exist forward by the length of the gap; the first valid minute is the gap's end.
  const at = DateTime.fromObject({ year, month, day: number, hour, minute }, { zone: timeZone });
  if (at.hour === hour && at.minute === minute) return earlierOf(at);
  return gapEnd(at);
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
