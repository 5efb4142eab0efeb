import { z } from 'zod';
import { settingsFields, threadWords } from '../../core/forms/settings-fields.ts';
import { type About, form, type Form, inputBlock, radio } from './forms.ts';

/** The form for how the bot behaves in a channel. `data` is what the command `settings` says. */
export function settingsForm(about: About, data: object): Form {
  const { threads } = settingsFields(data);
  return form('settings', 'Settings', about, [
    inputBlock('threads', 'In threads I answer', radio('threads', threadWords, threads)),
  ]);
}

const stateSchema = z.object({
  threads: z.object({ threads: z.object({ selected_option: z.object({ value: z.string() }) }) }),
});

/** The options of `settings` that a sent form stands for. */
export function settingsOptions(values: unknown): Record<string, string> {
  return { threads: stateSchema.parse(values).threads.threads.selected_option.value };
}
