import {
  type BaseInteraction,
  type Message as DiscordMessage,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import type { Origin, Place } from '../../core/chat/place.ts';
import { missingPermissions } from './permissions.ts';
import { roleIdOf } from './roles.ts';

/** Who pressed or typed, and where. In a direct message everybody decides for themselves. */
export function originOf(interaction: BaseInteraction): Origin {
  const mayManage = interaction.inGuild() ? managesChannel(interaction.memberPermissions) : true;
  return {
    place: placeOf(interaction),
    user: { id: interaction.user.id, mayManage },
    ...(interaction.inGuild() && {
      roleOf: (typed: string) => roleIdOf(typed, interaction.guildId),
      lacks: async () => lacksIn(interaction.appPermissions),
    }),
  };
}

/** What the bot may not do in the channel of an interaction, which tells that itself. */
function lacksIn(permissions: Readonly<PermissionsBitField>): string[] {
  const missing = missingPermissions(permissions);
  const mend = 'Tick them in the channel’s settings under Permissions, or under Server Settings > Roles > my role.';
  return missing.length === 0 ? [] : [`I may not: ${missing.join(', ')}. ${mend}`];
}

/** Who wrote a message. A reply outside a thread counts as said in the thread of what it replies to. */
export function originOfMessage(message: DiscordMessage): Origin {
  const place = placeOf(message);
  const thread = place.thread ?? message.reference?.messageId;
  const mayManage = message.inGuild() ? managesChannel(message.member?.permissions ?? null) : true;
  return {
    place: { ...place, ...(thread !== undefined && { thread }) },
    ...(thread !== place.thread && { replying: 'in-channel' as const }),
    ...(begunByBot(message) && { threadBegunBy: 'bot' as const }),
    user: { id: message.author.id, mayManage },
    ...(message.inGuild() && { lacks: async () => lacksOf(message) }),
    ...(message.inGuild() && { roleOf: (typed: string) => roleIdOf(typed, message.guildId) }),
  };
}

function begunByBot({ channel, mentions, client }: DiscordMessage): boolean {
  return channel.isThread() ? channel.ownerId === client.user.id : mentions.repliedUser?.id === client.user.id;
}

/** A message does not tell what the bot may do where it was written; what is known of the server does. */
function lacksOf({ channel, client }: DiscordMessage<true>): string[] {
  const permissions = channel.permissionsFor(client.user);
  return permissions === null ? [] : lacksIn(permissions);
}

/** A thread is a channel of its own in Discord; here it is a thread in its parent. */
export function placeOf({ guildId, channelId, channel }: DiscordMessage | BaseInteraction): Place {
  const thread = channel?.isThread() === true ? channel : undefined;
  const at = { platform: 'discord', workspace: guildId ?? 'dm' };
  if (thread === undefined) return { ...at, channel: channelId ?? 'dm' };
  return { ...at, channel: thread.parentId ?? thread.id, thread: thread.id };
}

function managesChannel(permissions: Readonly<PermissionsBitField> | null): boolean {
  return permissions?.any(PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ManageChannels) ?? false;
}
