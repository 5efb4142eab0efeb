import { z } from 'zod';
import type { Place } from '../chat/place.ts';

/** When the bot speaks up in threads: only when mentioned, also for plain questions in its own digests' threads, or never. */
export const threadChoices = ['mention', 'questions', 'off'] as const;

/** How the bot behaves in one channel. */
export const channelSettingsSchema = z.object({ threads: z.enum(threadChoices).default('questions') });

export type ChannelSettings = z.infer<typeof channelSettingsSchema>;

/** Keeps channels' settings, and the threads that people have sent the bot out of. */
export interface SettingsStore {
  /** The channel's settings (the place's thread is ignored); the usual ones when nobody has changed them. */
  get(place: Place): Promise<ChannelSettings>;
  save(place: Place, settings: ChannelSettings): Promise<void>;
  /** Remembers that the bot was sent out of the place's thread. */
  leave(place: Place): Promise<void>;
  hasLeft(place: Place): Promise<boolean>;
}
