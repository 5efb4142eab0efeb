import { z } from 'zod';
import { type ChannelSettings, channelSettingsSchema } from '../settings/channel-settings.ts';

/** When the bot speaks up in threads, as a form words it. */
export const threadWords = {
  questions: 'To questions in the threads of my digests, and when I am mentioned',
  mention: 'Only when I am mentioned',
  off: 'Never',
} as const satisfies Readonly<Record<ChannelSettings['threads'], string>>;

/** The settings that a channel has. `data` is what the command `settings` says. */
export function settingsFields(data: object): ChannelSettings {
  return z.object({ settings: channelSettingsSchema }).parse(data).settings;
}
