import type { RespondFn } from '@slack/bolt';
import type { Bot } from '../../core/chat/bot.ts';
import type { Reply } from '../../core/commands/reply.ts';
import type { Log } from '../../core/log/log.ts';
import { changeButtons, postsWith, shareButtons } from './below-reply.ts';
import { toPostError } from './errors.ts';
import { replace, send, type Sender, type SentPost, whisper } from './send.ts';
import { upload } from './upload.ts';

/** Five, https://docs.slack.dev/interactivity/handling-user-interaction#message_responses, of which one is kept for a remark. */
export const responseUses = 4;

export interface ResponseTarget {
  /** Who sees it. */
  readonly type: 'ephemeral' | 'in_channel';
  /** The thread in which it is shown; absent: the channel. */
  readonly thread?: string;
}

export function responseType({ visibility }: Reply): ResponseTarget['type'] {
  return visibility === 'private' ? 'ephemeral' : 'in_channel';
}

/** A post as a response address takes it; its links are never unfurled there either. */
export function responseBody({ type, thread }: ResponseTarget, { text, blocks }: SentPost) {
  return {
    response_type: type,
    ...(thread !== undefined && { thread_ts: thread }),
    replace_original: false,
    ...{ text, blocks: [...blocks], unfurl_links: false, unfurl_media: false },
  };
}

/** A response address, and where what it does not take is sent. */
export interface ResponseAddress {
  readonly respond: RespondFn;
  /** How many posts it still takes, beside a remark. */
  readonly uses: number;
  readonly sender: Sender;
  readonly channel: string;
  /** Who typed or pressed. */
  readonly user: string;
}

/** Sends posts in order; the last ones are left out, and the person is told so, where the bot may not post itself. */
export async function sendPosts(
  posts: readonly SentPost[],
  { type, thread }: ResponseTarget,
  { respond, uses, sender, channel, user }: ResponseAddress,
): Promise<void> {
  for (const post of posts.slice(0, uses))
    await respond(responseBody({ type, ...(thread !== undefined && { thread }) }, post));
  const target = { channel, ...(thread !== undefined && { thread }) };
  for (const [index, post] of posts.slice(uses).entries()) {
    try {
      await (type === 'in_channel' ? send(sender, target, { post }) : whisper(sender, { ...target, user }, post));
    } catch (error) {
      if (toPostError(error).failure !== 'gone') throw error;
      const left = posts.length - uses - index;
      return remark(
        respond,
        `${left} more parts are left out: I may not post here. Let somebody invite me, or ask me alone.`,
      );
    }
  }
}

export interface Responding extends ResponseAddress {
  readonly bot: Bot;
  readonly story: string;
  /** A post that the first part takes the place of, in direct messages. */
  readonly sign?: string;
  readonly log: Log;
}

/** A reply to a command, to its response address as long as that takes any; what one person sees has a button to share it. */
export async function respondWith(reply: Reply, responding: Responding): Promise<void> {
  const { bot, story, respond, sender, channel, log } = responding;
  if (responding.sign !== undefined) return answerInPlace(reply, responding, responding.sign);
  const buttons = [...(await shareButtons(reply, channel, bot)), ...changeButtons(reply, story)];
  await sendPosts(postsWith(reply.message, buttons), { type: responseType(reply) }, responding);
  if (reply.file === undefined) return;
  await remark(respond, await upload(sender.client, { channel }, { file: reply.file, log }));
}

/** In direct messages nobody else reads along, so the parts are posts, and there is nobody to share them with. */
async function answerInPlace(reply: Reply, { story, sender, channel, log }: Responding, sign: string): Promise<void> {
  for (const [index, post] of postsWith(reply.message, changeButtons(reply, story)).entries()) {
    if (index === 0) await replace(sender, { channel, id: sign }, { post });
    else await send(sender, { channel }, { post });
  }
  if (reply.file !== undefined) await upload(sender.client, { channel }, { file: reply.file, log });
}

/** A line that only the person sees. */
export async function remark(respond: RespondFn, text: string): Promise<void> {
  await respond({ response_type: 'ephemeral', replace_original: false, text });
}
