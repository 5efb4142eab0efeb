import { z } from 'zod';
import { nothingNewChoices, timingSchema, type Weekday, weekdays } from '../schedules/subscription.ts';

/** What a person fills in to set a channel's schedule: the same words as the options of the command `schedule`. */
export interface ScheduleFields {
  /** Local times "HH:MM" with commas between them. */
  readonly at: string;
  readonly days: readonly string[];
  /** IANA name. */
  readonly tz: string;
  /** "22:00-06:30", or empty. */
  readonly quiet: string;
  /** A key of `nothingWords`. */
  readonly nothing: string;
}

export const dayWords: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

export const nothingWords = {
  heartbeat: 'Say nothing, but once a week that I am still here',
  silent: 'Say nothing',
  line: 'Say so in a line',
} as const;

/** What of the data of the command `schedule` a form shows. */
const dataSchema = z.object({
  schedule: z
    .object({
      timing: timingSchema,
      quiet: z.object({ from: z.string(), to: z.string() }).nullable(),
      nothingNew: z.enum(nothingNewChoices),
    })
    .nullable(),
});

/** The fields as the channel's schedule has them, or as most channels want them. `data` is what `schedule` says. */
export function scheduleFields(data: object, storyZone: string): ScheduleFields {
  const { schedule } = dataSchema.parse(data);
  const timing = schedule?.timing.kind === 'daily' ? schedule.timing : undefined;
  const nothingNew = schedule?.nothingNew ?? 'heartbeat-weekly';
  return {
    at: timing?.times.join(', ') ?? '07:30',
    days: timing?.days ?? weekdays,
    tz: timing?.timeZone ?? storyZone,
    quiet: schedule?.quiet == null ? '' : `${schedule.quiet.from}-${schedule.quiet.to}`,
    nothing: nothingNew === 'heartbeat-weekly' ? 'heartbeat' : nothingNew,
  };
}

/** The options of `schedule` that filled fields stand for. */
export function scheduleOptions({ at, days, tz, quiet, nothing }: ScheduleFields): Record<string, string> {
  return {
    action: 'set',
    at: at.replaceAll(/\s/g, ''),
    days: days.length === weekdays.length ? 'daily' : days.join(','),
    tz: tz.trim(),
    quiet: quiet.replaceAll(/\s/g, '') || 'none',
    nothing,
  };
}
