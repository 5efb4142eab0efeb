import { createHash } from 'node:crypto';
import { DiscordAPIError, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { PostedMessage } from '../../core/chat/chat-platform.ts';
import type { Place } from '../../core/chat/place.ts';
import type { Log } from '../../core/log/log.ts';
import type { Message } from '../../core/messages/message.ts';
import { toPostError } from './errors.ts';
import { limits } from './limits.ts';
import { renderDiscord } from './render-discord.ts';

/** How long Discord keeps a quiet thread open, in minutes; posting to it opens it again. */
const archiveAfterMinutes = 1_440;
const threadExists = 160_004;
const createdSchema = z.object({ id: z.string() });

/**
 * Posts a delivery once: with `enforce_nonce` Discord returns the first message when it sees the same nonce again within
 * minutes. Opens a thread on it, in which a message too long for one post goes on. Throws PostError.
 */
export async function postOnce(
  { rest, log }: { readonly rest: REST; readonly log: Log },
  {
    message,
    place,
    key,
    signal,
  }: { readonly message: Message; readonly place: Place; readonly key: string; readonly signal: AbortSignal },
): Promise<PostedMessage> {
  try {
    const channel = place.thread ?? place.channel;
    const [first, ...more] = renderDiscord(message);
    const posted = createdSchema.parse(
      await rest.post(Routes.channelMessages(channel), {
        body: { ...first, nonce: nonceOf(key), enforce_nonce: true },
        signal,
      }),
    );
    const thread =
      place.thread ?? (await openThread({ rest, log }, { channel, message: posted.id, name: message.title, signal }));
    for (const [index, post] of more.entries()) {
      const body = { ...post, nonce: nonceOf(`${key}/${index + 1}`), enforce_nonce: true };
      await rest.post(Routes.channelMessages(thread ?? channel), { body, signal });
    }
    return { id: posted.id, thread: place.thread ?? posted.id };
  } catch (error) {
    throw toPostError(error);
  }
}

/** The thread's id, which is its first message's; undefined where none can be opened, which loses only the thread. */
async function openThread(
  { rest, log }: { readonly rest: REST; readonly log: Log },
  {
    channel,
    message,
    name,
    signal,
  }: { readonly channel: string; readonly message: string; readonly name: string; readonly signal: AbortSignal },
): Promise<string | undefined> {
  const body = {
    name: name.trim().slice(0, limits.threadName) || 'Digest',
    auto_archive_duration: archiveAfterMinutes,
  };
  try {
    return createdSchema.parse(await rest.post(Routes.threads(channel, message), { body, signal })).id;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === threadExists) return message;
    log.info(
      { err: error, channel },
      'Discord: no thread could be opened on the digest (permission "Create Public Threads")',
    );
    return undefined;
  }
}

/** 25 characters that are the same for the same key. */
function nonceOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, limits.nonce);
}
