import { PermissionFlagsBits, PermissionsBitField } from 'discord.js';

/** What the bot needs in a channel, as Discord's settings call it. */
const needed = [
  ['View Channels', PermissionFlagsBits.ViewChannel],
  ['Send Messages', PermissionFlagsBits.SendMessages],
  ['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads],
  ['Create Public Threads', PermissionFlagsBits.CreatePublicThreads],
  ['Read Message History', PermissionFlagsBits.ReadMessageHistory],
  ['Attach Files', PermissionFlagsBits.AttachFiles],
] as const;

export const neededPermissions = new PermissionsBitField(needed.map(([, permission]) => permission)).bitfield;

/** What the bot may not do of what it needs, as Discord's settings call it. */
export function missingPermissions(held: Readonly<PermissionsBitField>): string[] {
  return needed.filter(([, permission]) => !held.has(permission)).map(([words]) => words);
}

/** What the bot may not do of what a post in a channel needs, or in a thread. */
export function missingToPost(held: Readonly<PermissionsBitField>, where: 'channel' | 'thread'): string[] {
  const send = where === 'thread' ? 'Send Messages in Threads' : 'Send Messages';
  return missingPermissions(held).filter((words) => words === 'View Channels' || words === send);
}
