import { z } from 'zod';
import { type About, checkboxes, form, type Form, inputBlock, radio, textInput } from './forms.ts';

const days = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
} as const;

const nothing = {
  heartbeat: 'Say nothing, but once a week that I am still here',
  silent: 'Say nothing',
  line: 'Say so in a line',
} as const;

/** What of the data of the command `schedule` the form shows. */
const dataSchema = z.object({
  schedule: z
    .object({
      timing: z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('daily'),
          times: z.array(z.string()),
          days: z.array(z.string()),
          timeZone: z.string(),
        }),
        z.object({ kind: z.literal('every') }),
      ]),
      quiet: z.object({ from: z.string(), to: z.string() }).nullable(),
      nothingNew: z.string(),
    })
    .nullable(),
});

/** The form for a channel's schedule, filled with the one it has. `data` is what the command `schedule` says. */
export function scheduleForm(about: About, data: object, storyZone: string): Form {
  const { schedule } = dataSchema.parse(data);
  const timing = schedule?.timing.kind === 'daily' ? schedule.timing : undefined;
  const quiet = schedule?.quiet == null ? '' : `${schedule.quiet.from}-${schedule.quiet.to}`;
  const whenNothing = (schedule?.nothingNew ?? 'heartbeat').replace('heartbeat-weekly', 'heartbeat');
  return form('schedule', 'Digests', about, [
    inputBlock('at', 'At', textInput('at', timing?.times.join(', ') ?? '07:30', '07:30, 18:00'), {
      hint: 'Local times of day, with commas between them.',
    }),
    inputBlock('days', 'On', checkboxes('days', days, timing?.days ?? Object.keys(days))),
    inputBlock('tz', 'Time zone', textInput('tz', timing?.timeZone ?? storyZone, 'Europe/Paris')),
    inputBlock('quiet', 'Quiet hours', textInput('quiet', quiet, '22:00-06:30'), {
      hint: 'What is due then waits and comes as one.',
      optional: 'optional',
    }),
    inputBlock('nothing', 'When nothing is new', radio('nothing', nothing, whenNothing)),
  ]);
}

const text = z.object({ value: z.string().nullish() });
const stateSchema = z.object({
  at: z.object({ at: text }),
  days: z.object({ days: z.object({ selected_options: z.array(z.object({ value: z.string() })) }) }),
  tz: z.object({ tz: text }),
  quiet: z.object({ quiet: text }),
  nothing: z.object({ nothing: z.object({ selected_option: z.object({ value: z.string() }).nullish() }) }),
});

/** The options of `schedule` that a sent form stands for. */
export function scheduleOptions(values: unknown): Record<string, string> {
  const { at, days: on, tz, quiet, nothing: none } = stateSchema.parse(values);
  const chosen = on.days.selected_options.map(({ value }) => value);
  return {
    action: 'set',
    at: (at.at.value ?? '').replaceAll(/\s/g, ''),
    days: chosen.length === Object.keys(days).length ? 'daily' : chosen.join(','),
    tz: tz.tz.value ?? '',
    quiet: quiet.quiet.value?.replaceAll(/\s/g, '') || 'none',
    nothing: none.nothing.selected_option?.value ?? 'heartbeat',
  };
}
