import { type Client, type Message as DiscordMessage, Routes } from 'discord.js';
import type { Reply } from '../../core/commands/reply.ts';
import type { AnswerNeeds } from './answer-interaction.ts';
import { nonceOf } from './nonce.ts';
import { originOfMessage, placeOf } from './origin.ts';
import { outgoing } from './outgoing.ts';

/** An answer that takes longer than this shows that somebody is typing. Milliseconds. */
const quickMs = 1_000;

/**
 * Hears a mention, a direct message, or plain words in a thread or in reply. What people say to each other is left alone:
 * a message that begins with somebody else's name is for them.
 */
export async function hearMessage(message: DiscordMessage, client: Client<true>, needs: AnswerNeeds): Promise<void> {
  if (message.author.bot || message.system) return;
  const mentioned = message.mentions.users.has(client.user.id);
  const words = message.content.replaceAll(new RegExp(`<@!?${client.user.id}>`, 'g'), ' ').trim();
  const toSomebodyElse = /^\s*<@/.test(message.content) && !mentioned;
  if (words === '' ? !mentioned : toSomebodyElse) return;
  const origin = originOfMessage(message);
  if (mentioned || !message.inGuild()) {
    const reply = await whileTyping(message, needs.bot.mention(words, origin));
    return sendReply(message, { reply, buttons: [] });
  }
  if (origin.place.thread === undefined) return;
  const reply = await needs.bot.question(words, origin);
  if (reply === undefined) return;
  const place = placeOf(message);
  const buttons =
    place.thread === undefined ? [] : [await needs.bot.offer({ does: 'leave-thread', place }, 'Leave this thread')];
  await sendReply(message, { reply, buttons });
}

async function whileTyping(message: DiscordMessage, work: Promise<Reply>): Promise<Reply> {
  const slow = setTimeout(() => {
    // Only a sign of life: an answer that comes without it is as good.
    message.client.rest.post(Routes.channelTyping(message.channelId)).catch(() => undefined);
  }, quickMs);
  try {
    return await work;
  } finally {
    clearTimeout(slow);
  }
}

/** Replies once, whichever replica heard the message and however often it was delivered: the nonce is the message's. */
async function sendReply(
  to: DiscordMessage,
  { reply, buttons }: { readonly reply: Reply; readonly buttons: Parameters<typeof outgoing>[1]['buttons'] },
): Promise<void> {
  for (const [index, { body, files }] of outgoing(reply.message, { buttons, file: reply.file }).entries()) {
    const replying = {
      ...body,
      message_reference: { message_id: to.id, fail_if_not_exists: false },
      allowed_mentions: { ...body.allowed_mentions, replied_user: false },
      nonce: nonceOf(`${to.id}/${index}`),
      enforce_nonce: true,
    };
    await to.client.rest.post(Routes.channelMessages(to.channelId), {
      body: replying,
      ...(files !== undefined && { files }),
    });
  }
}
