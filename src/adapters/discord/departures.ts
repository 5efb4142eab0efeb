import { type Client, Events } from 'discord.js';
import type { Bot } from '../../core/chat/bot.ts';

/** Tells the bot of channels, threads and servers that are gone, or from which it was removed. */
export function watchDepartures(client: Client<true>, bot: Bot): void {
  const gone = (workspace: string, channel?: string): void => {
    void bot.removed({ platform: 'discord', workspace, ...(channel !== undefined && { channel }) });
  };
  client.on(Events.ChannelDelete, (channel) => {
    if (!channel.isDMBased()) gone(channel.guildId, channel.id);
  });
  client.on(Events.ThreadDelete, (thread) => gone(thread.guildId, thread.id));
  // A server that is only out of reach for a while has an event of its own.
  client.on(Events.GuildDelete, (guild) => gone(guild.id));
}
