import { DateTime } from 'luxon';
import { type Timing, type Weekday, weekdays } from './subscription.ts';

const names: Readonly<Record<Weekday, string>> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};

/** A schedule in words: "at 07:30 and 18:00, Mon–Fri (Europe/Paris)", "every 30 minutes". */
export function describeTiming(timing: Timing): string {
  if (timing.kind === 'every') return `every ${describeMs(timing.everyMs)}`;
  return `at ${listed(timing.times)}, ${describeDays(timing.days)} (${timing.timeZone})`;
}

/** A moment (ISO 8601 UTC) in a zone and in UTC: "Wed 19 Feb 07:30 Europe/Paris, Wed 19 Feb 06:30 UTC". */
export function describeMoment(at: string, timeZone: string): string {
  const moment = DateTime.fromISO(at, { zone: 'utc' });
  const words = (zone: string): string => `${moment.setZone(zone).setLocale('en').toFormat('ccc d LLL HH:mm')} ${zone}`;
  return timeZone === 'UTC' ? words('UTC') : `${words(timeZone)}, ${words('UTC')}`;
}

function listed(times: readonly string[]): string {
  const last = times.at(-1) ?? '';
  return times.length < 2 ? last : `${times.slice(0, -1).join(', ')} and ${last}`;
}

function describeMs(everyMs: number): string {
  const minutes = everyMs / 60_000;
  if (minutes % 1_440 === 0) return minutes === 1_440 ? 'day' : `${minutes / 1_440} days`;
  if (minutes % 60 === 0) return minutes === 60 ? 'hour' : `${minutes / 60} hours`;
  return minutes === 1 ? 'minute' : `${minutes} minutes`;
}

function describeDays(days: readonly Weekday[]): string {
  if (days.length === 7) return 'every day';
  const indexes = days.map((day) => weekdays.indexOf(day));
  const [first = 0] = indexes;
  const inARow = indexes.length > 2 && indexes.every((index, place) => index === first + place);
  const last = days.at(-1) ?? 'mon';
  return inARow ? `${names[days[0] ?? 'mon']}–${names[last]}` : days.map((day) => names[day]).join(', ');
}
