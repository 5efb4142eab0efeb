import { z } from 'zod';
import type { Place } from '../../core/chat/place.ts';
import { channelSettingsSchema, type SettingsStore } from '../../core/settings/channel-settings.ts';
import type { Database } from './database.ts';

const row = z.object({ settings: channelSettingsSchema });

/** Channels' settings in Postgres. */
export function settingsStore(database: Database): SettingsStore {
  return {
    get: async (place) => {
      const where =
        'SELECT settings FROM communique.channel_settings WHERE platform = $1 AND workspace = $2 AND channel = $3';
      const [found] = await database.rows(row, where, channelOf(place));
      return found?.settings ?? channelSettingsSchema.parse({});
    },
    save: async (place, settings) => {
      await database.change(
        `INSERT INTO communique.channel_settings (platform, workspace, channel, settings) VALUES ($1, $2, $3, $4)
         ON CONFLICT (platform, workspace, channel) DO UPDATE SET settings = excluded.settings`,
        [...channelOf(place), JSON.stringify(settings)],
      );
    },
    leave: async (place) => {
      if (place.thread === undefined) return;
      await database.change(
        'INSERT INTO communique.left_threads (platform, workspace, channel, thread) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
        [...channelOf(place), place.thread],
      );
    },
    hasLeft: async (place) => {
      if (place.thread === undefined) return false;
      const where =
        'SELECT thread FROM communique.left_threads WHERE platform = $1 AND workspace = $2 AND channel = $3 AND thread = $4';
      const found = await database.rows(z.object({ thread: z.string() }), where, [...channelOf(place), place.thread]);
      return found.length > 0;
    },
  };
}

function channelOf({ platform, workspace, channel }: Place): string[] {
  return [platform, workspace, channel];
}
