import {
  type ChatInputCommandInteraction,
  type Client,
  Events,
  InteractionResponseType,
  type Message as DiscordMessage,
  MessageFlags,
  PermissionFlagsBits,
  type PermissionsBitField,
  Routes,
} from 'discord.js';
import type { Bot } from '../../core/chat/bot.ts';
import type { Origin, Place } from '../../core/chat/place.ts';
import type { Log } from '../../core/log/log.ts';
import { type DiscordPost, renderDiscord } from './render-discord.ts';

export interface ListenNeeds {
  readonly client: Client<true>;
  readonly bot: Bot;
  readonly log: Log;
}

/** Hears commands, mentions and threads. Returns what waits until everything heard is answered. */
export function listen({ client, bot, log }: ListenNeeds): () => Promise<void> {
  const answering = new Set<Promise<void>>();
  const inBackground = (work: Promise<void>): void => {
    const tracked = work
      .catch((error: unknown) => log.error({ err: error }, 'Discord: an answer could not be given'))
      .finally(() => answering.delete(tracked));
    answering.add(tracked);
  };
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) inBackground(answerCommand(interaction, bot));
  });
  client.on(Events.MessageCreate, (message) => inBackground(answerMessage(message, client, bot)));
  client.on(Events.Error, (error) => log.warn({ err: error }, 'Discord: the connection reported an error'));
  return async () => {
    await Promise.all(answering);
  };
}

/** Discord wants to know at once, and before the answer is there, whether only the asker will see it. */
async function answerCommand(interaction: ChatInputCommandInteraction, bot: Bot): Promise<void> {
  const { rest } = interaction.client;
  const options = Object.fromEntries(
    (interaction.options.data[0]?.options ?? []).map(({ name, value }) => [name, value ?? '']),
  );
  const hidden = options['public'] === 'yes' ? 0 : MessageFlags.Ephemeral;
  const acknowledgement = { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags: hidden } };
  await rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
    body: acknowledgement,
    auth: false,
  });
  const origin: Origin = {
    place: placeOf(interaction),
    user: {
      id: interaction.user.id,
      mayManage: interaction.inGuild() ? mayManage(interaction.memberPermissions) : true,
    },
  };
  const verb = interaction.options.getSubcommand(false) ?? 'help';
  const reply = await bot.run(interaction.commandName, { kind: 'options', verb, options }, origin);
  const [first, ...more] = renderDiscord(reply.message);
  await rest.patch(Routes.webhookMessage(interaction.applicationId, interaction.token), { body: first, auth: false });
  for (const post of more) {
    const body = { ...post, flags: post.flags | hidden };
    await rest.post(Routes.webhook(interaction.applicationId, interaction.token), { body, auth: false });
  }
}

async function answerMessage(message: DiscordMessage, client: Client<true>, bot: Bot): Promise<void> {
  if (message.author.bot || message.system) return;
  const mentioned = message.mentions.users.has(client.user.id);
  const words = message.content.replaceAll(new RegExp(`<@!?${client.user.id}>`, 'g'), ' ').trim();
  const toSomebodyElse = /^\s*<@/.test(message.content) && !mentioned;
  if (words === '' ? !mentioned : toSomebodyElse) return;
  const place = placeOf(message);
  const thread = place.thread ?? message.reference?.messageId;
  const origin: Origin = {
    place: { ...place, ...(thread !== undefined && { thread }) },
    user: {
      id: message.author.id,
      mayManage: message.inGuild() ? mayManage(message.member?.permissions ?? null) : true,
    },
  };
  const spokenTo = mentioned || !message.inGuild();
  const reply = spokenTo
    ? await bot.mention(words, origin)
    : thread === undefined
      ? undefined
      : await bot.question(words, origin);
  if (reply === undefined) return;
  for (const post of renderDiscord(reply.message)) await sendReply(client, message, post);
}

async function sendReply(client: Client<true>, to: DiscordMessage, post: DiscordPost): Promise<void> {
  const body = {
    ...post,
    message_reference: { message_id: to.id, fail_if_not_exists: false },
    allowed_mentions: { ...post.allowed_mentions, replied_user: false },
  };
  await client.rest.post(Routes.channelMessages(to.channelId), { body });
}

/** A thread is a channel of its own in Discord; here it is a thread in its parent. */
function placeOf({ guildId, channelId, channel }: DiscordMessage | ChatInputCommandInteraction): Place {
  const thread = channel?.isThread() === true ? channel : undefined;
  const at = { platform: 'discord', workspace: guildId ?? 'dm' };
  if (thread === undefined) return { ...at, channel: channelId };
  return { ...at, channel: thread.parentId ?? channelId, thread: thread.id };
}

function mayManage(permissions: Readonly<PermissionsBitField> | null): boolean {
  return permissions?.any(PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ManageChannels) ?? false;
}
