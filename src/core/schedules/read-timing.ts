import { UserError } from '../errors/errors.ts';
import { nearest } from '../text/nearest.ts';
import { type Timing, type Weekday, weekdays } from './subscription.ts';

/** A schedule's arguments as people write them. */
export interface TimingArguments {
  /** Local times, "07:30" or "7:30,18:00". */
  readonly at?: string | undefined;
  /** "mon-fri", "mon,wed,fri", "sat-mon", "daily", "weekdays", "weekends". */
  readonly days?: string | undefined;
  /** IANA time zone. */
  readonly tz?: string | undefined;
  /** "1m", "30m", "2h", "1d". */
  readonly every?: string | undefined;
}

const unitsMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const longestEveryMs = 7 * 86_400_000;
const mostTimes = 6;

/** Reads when a digest is wanted. Throws UserError that says which argument is wrong and how to write it. */
export function readTiming(args: TimingArguments, defaultTimeZone: string): Timing {
  if (args.every !== undefined) return readEvery(args.every, args);
  if (args.at === undefined) {
    throw new UserError('schedule: "at:" is missing.', 'Say when, for example at:07:30 days:mon-fri, or every:30m.');
  }
  return {
    kind: 'daily',
    times: readTimes(args.at),
    days: readDays(args.days ?? 'daily'),
    timeZone: readTimeZone(args.tz ?? defaultTimeZone),
  };
}

function readEvery(every: string, others: TimingArguments): Timing {
  const stray = (['at', 'days', 'tz'] as const).find((key) => others[key] !== undefined);
  if (stray !== undefined)
    throw new UserError(`schedule: "every:" and "${stray}:" exclude each other.`, 'Leave one of them out.');
  const match = /^(\d{1,5})\s*([mhd])$/i.exec(every.trim());
  const everyMs = Number(match?.[1]) * (unitsMs[match?.[2]?.toLowerCase() ?? ''] ?? Number.NaN);
  if (!(everyMs >= 60_000 && everyMs <= longestEveryMs)) {
    throw new UserError(
      `schedule: every: "${every}" is no time between 1m and 7d.`,
      'Write minutes, hours or days: every:30m, every:2h, every:1d.',
    );
  }
  return { kind: 'every', everyMs };
}

function readTimes(at: string): string[] {
  const times = at.split(',').map((part) => {
    const match = /^(\d{1,2}):(\d{2})$/.exec(part.trim());
    const time = `${match?.[1]?.padStart(2, '0') ?? ''}:${match?.[2] ?? ''}`;
    if (/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) return time;
    throw new UserError(
      `schedule: at: "${part.trim()}" is no time of day.`,
      'Write hours and minutes, as in at:07:30 or at:07:30,18:00.',
    );
  });
  const unique = [...new Set(times)].toSorted();
  if (unique.length > mostTimes)
    throw new UserError(
      `schedule: at: holds more than ${mostTimes} times.`,
      `Name at most ${mostTimes}, or use every:.`,
    );
  return unique;
}

const dayGroups: Readonly<Record<string, readonly Weekday[]>> = {
  daily: weekdays,
  everyday: weekdays,
  weekdays: weekdays.slice(0, 5),
  weekends: weekdays.slice(5),
};

function readDays(days: string): Weekday[] {
  const wanted = new Set(
    days
      .toLowerCase()
      .split(',')
      .flatMap((part) => readDayPart(part.trim())),
  );
  return weekdays.filter((day) => wanted.has(day));
}

function readDayPart(part: string): readonly Weekday[] {
  const group = dayGroups[part];
  if (group !== undefined) return group;
  const [from, to, ...rest] = part.split('-').map(readDay);
  if (from === undefined || rest.length > 0 || (to === undefined && part.includes('-'))) {
    throw new UserError(
      `schedule: days: "${part}" is no day.`,
      'Write days as mon-fri, mon,wed,fri, daily, weekdays or weekends.',
    );
  }
  if (to === undefined) return [from];
  const start = weekdays.indexOf(from);
  const length = ((weekdays.indexOf(to) - start + 7) % 7) + 1;
  return Array.from({ length }, (_, offset) => weekdays[(start + offset) % 7] ?? from);
}

function readDay(word: string): Weekday | undefined {
  return weekdays.find((day) => day === word.slice(0, 3) && /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*$/.test(word));
}

/** The zone by its full name. Throws UserError for one that there is not. */
export function readTimeZone(name: string): string {
  try {
    // Newer runtimes take "+02:00" for a zone; it knows no clock changes, and older ones refuse it.
    if (!/^[a-z]/i.test(name)) throw new RangeError('a zone is a name');
    const known = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    // Some zones resolve to a name that people no longer use: Asia/Kathmandu to Asia/Katmandu, Europe/Kyiv to Europe/Kiev.
    return known.toLowerCase() === name.toLowerCase() ? known : name;
  } catch (cause) {
    const zones = Intl.supportedValuesOf('timeZone');
    const near = zones.find((zone) => cityOf(zone) === cityOf(name)) ?? nearest(name, zones);
    const mend =
      near === undefined ? 'Write an IANA name such as Europe/Paris or America/New_York.' : `Did you mean ${near}?`;
    throw new UserError(`schedule: tz: there is no time zone "${name}".`, mend, { cause });
  }
}

/** "paris" of "Europe/Paris", "new york" of "America/New_York". */
function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ').toLowerCase();
}
