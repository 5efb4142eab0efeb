import { z } from 'zod';
import { dayWords, nothingWords, scheduleFields, scheduleOptions } from '../../core/forms/schedule-fields.ts';
import { type About, checkboxes, form, type Form, inputBlock, radio, textInput } from './forms.ts';

/** The form for a channel's schedule, filled with the one it has. `data` is what the command `schedule` says. */
export function scheduleForm(about: About, data: object, storyZone: string): Form {
  const { at, days, tz, quiet, nothing } = scheduleFields(data, storyZone);
  return form('schedule', 'Digests', about, [
    inputBlock('at', 'At', textInput('at', at, '07:30, 18:00'), {
      hint: 'Local times of day, with commas between them.',
    }),
    inputBlock('days', 'On', checkboxes('days', dayWords, days)),
    inputBlock('tz', 'Time zone', textInput('tz', tz, 'Europe/Paris')),
    inputBlock('quiet', 'Quiet hours', textInput('quiet', quiet, '22:00-06:30'), {
      hint: 'What is due then waits and comes as one.',
      optional: 'optional',
    }),
    inputBlock('nothing', 'When nothing is new', radio('nothing', nothingWords, nothing)),
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
export function scheduleFormOptions(values: unknown): Record<string, string> {
  const { at, days, tz, quiet, nothing } = stateSchema.parse(values);
  return scheduleOptions({
    at: at.at.value ?? '',
    days: days.days.selected_options.map(({ value }) => value),
    tz: tz.tz.value ?? '',
    quiet: quiet.quiet.value ?? '',
    nothing: nothing.nothing.selected_option?.value ?? 'heartbeat',
  });
}
