import type { RespondFn } from '@slack/bolt';
import type { Bot } from '../../core/chat/bot.ts';
import type { Reply } from '../../core/commands/reply.ts';
import type { Log } from '../../core/log/log.ts';
import { changeButtons, postsWith, shareButtons } from './below-reply.ts';
import { replace, send, type Sender, type SentPost } from './send.ts';
import { upload } from './upload.ts';

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses; one is kept for a remark. */
const responseUrlUses = 4;

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

export interface Responding {
  readonly respond: RespondFn;
  readonly bot: Bot;
  readonly story: string;
  readonly sender: Sender;
  readonly channel: string;
  /** A post that the first part takes the place of, in direct messages. */
  readonly sign?: string;
  readonly log: Log;
}

/** A reply to a command, to its response address as long as that takes any; what one person sees has a button to share it. */
export async function respondWith(reply: Reply, responding: Responding): Promise<void> {
  const { respond, bot, story, sender, channel, log } = responding;
  if (responding.sign !== undefined) return answerInPlace(reply, responding, responding.sign);
  const type = responseType(reply);
  const buttons = [...(await shareButtons(reply, channel, bot)), ...changeButtons(reply, story)];
  const posts = postsWith(reply.message, buttons);
  for (const [index, post] of posts.entries()) {
    if (index < responseUrlUses) await respond(responseBody({ type }, post));
    else if (type === 'in_channel') await send(sender, { channel }, { post });
    else
      return remark(
        respond,
        `There is more than Slack shows to one person: ${posts.length - index} parts are left out.`,
      );
  }
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
