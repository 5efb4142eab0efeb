import { type Message as DiscordMessage, Routes } from 'discord.js';
import { z } from 'zod';
import type { Reply } from '../../core/commands/reply.ts';
import type { Log } from '../../core/log/log.ts';
import type { Message } from '../../core/messages/message.ts';
import { note, paragraph, text } from '../../core/messages/spans.ts';
import { refusalCode } from './errors.ts';
import { nonceOf } from './nonce.ts';
import { outgoing, type PostButton } from './outgoing.ts';

export interface MessageAnswer {
  readonly reply: Reply;
  readonly buttons: readonly PostButton[];
}

/** What Discord says where the bot may not see the place, not write there, or where a thread is locked. */
const mayNotWrite: ReadonlySet<number> = new Set([50_001, 50_013, 160_005]);

/**
 * Answers a message once, whichever replica heard it and however often it was delivered: the nonce is the message's. What
 * only the person should hear, and that the bot may not write here, is said to them in direct messages.
 */
export async function replyTo(message: DiscordMessage, answer: MessageAnswer, log: Log): Promise<void> {
  const { reply } = answer;
  if (reply.visibility === 'private' && message.inGuild()) return sayAside(message, reply.message, log);
  try {
    await replyHere(message, answer);
  } catch (error) {
    const code = refusalCode(error);
    if (!mayNotWrite.has(code) || !message.inGuild()) throw error;
    if (reply.file !== undefined) return replyTo(message, { ...answer, reply: withoutFile(reply, reply.file) }, log);
    log.warn(
      { err: error, code, channel: message.channelId },
      'Discord: an answer may not be written where it was asked for (permissions "Send Messages", "Send Messages in Threads")',
    );
    await sayAside(message, onlyWords(cannotWrite), log);
  }
}

const cannotWrite =
  'I may not write there. Ask somebody who manages the channel to let me: its settings > Permissions > Send Messages, Send Messages in Threads.';

async function replyHere(to: DiscordMessage, { reply, buttons }: MessageAnswer): Promise<void> {
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

/** Discord has no reply that one person alone sees. Who takes no direct messages from servers hears nothing. */
async function sayAside(to: DiscordMessage<true>, message: Message, log: Log): Promise<void> {
  const { rest } = to.client;
  const about = note(text(`About your message in #${to.channel.name}:`));
  const posts = outgoing({ ...message, blocks: [about, ...message.blocks] }, { buttons: [], file: undefined });
  try {
    const opened = await rest.post(Routes.userChannels(), { body: { recipient_id: to.author.id } });
    const { id } = z.object({ id: z.string() }).parse(opened);
    for (const [index, { body }] of posts.entries()) {
      const nonce = nonceOf(`${to.id}/aside/${index}`);
      await rest.post(Routes.channelMessages(id), { body: { ...body, nonce, enforce_nonce: true } });
    }
    log.info({ channel: to.channelId }, 'Discord: somebody was answered in direct messages');
  } catch (error) {
    log.warn({ err: error, channel: to.channelId }, 'Discord: somebody could not be answered in direct messages');
  }
}

/** What a reply says where its file may not be attached. */
function withoutFile({ file: _file, ...reply }: Reply, { name }: NonNullable<Reply['file']>): Reply {
  const left = note(text(`${name} is left out: I may not attach files here. A slash command gives it to you alone.`));
  return { ...reply, message: { ...reply.message, blocks: [...reply.message.blocks, left] } };
}

function onlyWords(words: string): Message {
  return { title: '', blocks: [paragraph(text(words))], citations: [] };
}
