import { z } from 'zod';
import { channelSettingsSchema, type ChannelSettings } from '../../core/settings/channel-settings.ts';
import { type About, form, type Form, inputBlock, radio } from './forms.ts';

const threads = {
  questions: 'To questions in the threads of my digests, and when I am mentioned',
  mention: 'Only when I am mentioned',
  off: 'Never',
} as const satisfies Readonly<Record<ChannelSettings['threads'], string>>;

/** The form for how the bot behaves in a channel. `data` is what the command `settings` says. */
export function settingsForm(about: About, data: object): Form {
  const { settings } = z.object({ settings: channelSettingsSchema }).parse(data);
  return form('settings', 'Settings', about, [
    inputBlock('threads', 'In threads I answer', radio('threads', threads, settings.threads)),
  ]);
}

const stateSchema = z.object({
  threads: z.object({ threads: z.object({ selected_option: z.object({ value: z.string() }) }) }),
});

/** The options of `settings` that a sent form stands for. */
export function settingsOptions(values: unknown): Record<string, string> {
  return { threads: stateSchema.parse(values).threads.threads.selected_option.value };
}
