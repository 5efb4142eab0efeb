import type { PostError } from '../../core/errors/errors.ts';
import type { Bot } from '../../core/chat/bot.ts';
import type { Origin } from '../../core/chat/place.ts';
import type { Reply } from '../../core/commands/reply.ts';
import { changeButtons, postsWith } from './below-reply.ts';
import { pressButton, type SlackButton } from './buttons.ts';
import { keysPosted } from './earlier-posts.ts';
import { toPostError } from './errors.ts';
import type { Hearing } from './hearing.ts';
import { type HeardFrom, originOf } from './origin.ts';
import { renderSlack } from './render-slack.ts';
import { replace, send, type Sender, type SentPost, type SlackTarget, takeBack, whisper } from './send.ts';
import { upload } from './upload.ts';
import { atWork, whileQuick } from './while-quick.ts';

export interface Heard {
  readonly from: HeardFrom;
  /** Where the answer goes; absent: to the top of a direct message. */
  readonly thread?: string;
  /** The event's id, which is the answer's key. */
  readonly key: string;
  /** How often it was tried before. */
  readonly tries: number | undefined;
  /** A question nobody addressed to the bot: whoever does not want it there can send it out. */
  readonly unasked?: 'yes';
  answer(origin: Origin): Promise<Reply | undefined>;
}

/** Answers a message once: what an earlier try posted is not posted again. */
export async function answerMessage(hearing: Hearing, heard: Heard): Promise<void> {
  await hearing.work.run(async () => {
    try {
      await answer(hearing, heard);
    } catch (error) {
      const failure = toPostError(error);
      if (failure.failure !== 'gone' || heard.unasked === 'yes') throw error;
      await tellThatClosed(hearing, heard, failure);
    }
  });
}

async function answer(hearing: Hearing, heard: Heard): Promise<void> {
  const { from, thread, key, tries = 0 } = heard;
  const { bot, pacing, quickMs, log, mayManage } = hearing;
  const sender = { client: from.client, pacing };
  const target = { channel: from.channel, ...(thread !== undefined && { thread }) };
  const there = tries === 0 ? undefined : await keysPosted({ client: from.client, log }, target);
  const origin = await originOf(from, mayManage);
  const signKey = `${key}/sign`;
  let sign = there?.get(signKey);
  const reply = await whileQuick(heard.answer(origin), quickMs, async () => {
    sign ??= await send(sender, target, { post: plainPost(atWork), key: signKey });
  });
  if (reply === undefined || reply.visibility === 'private') {
    if (sign !== undefined) await takeBack(sender, { channel: from.channel, id: sign });
    if (reply !== undefined) await whisperAll(reply, sender, { ...target, user: from.user });
    return;
  }
  const buttons = await buttonsFor(reply, { bot, origin, unasked: heard.unasked });
  for (const [index, post] of postsWith(reply.message, buttons).entries()) {
    const partKey = `${key}/${index}`;
    if (there?.has(partKey) === true) continue;
    if (index === 0 && sign !== undefined)
      await replace(sender, { channel: from.channel, id: sign }, { post, key: partKey });
    else await send(sender, target, { post, key: partKey });
  }
  if (reply.file !== undefined) await upload(from.client, target, { file: reply.file, log });
}

async function buttonsFor(
  reply: Reply,
  { bot, origin, unasked }: { readonly bot: Bot; readonly origin: Origin; readonly unasked: Heard['unasked'] },
): Promise<SlackButton[]> {
  const [story, ...others] = bot.stories;
  // A reply does not say of which story it is.
  const change = story === undefined || others.length > 0 ? [] : changeButtons(reply, story.key);
  if (unasked === undefined) return change;
  return [...change, pressButton(await bot.offer({ does: 'leave-thread', place: origin.place }, 'Leave this thread'))];
}

async function whisperAll(
  reply: Reply,
  sender: Sender,
  target: SlackTarget & { readonly user: string },
): Promise<void> {
  for (const post of renderSlack(reply.message)) await whisper(sender, target, post);
}

/** Who asked in a channel that takes no post from the bot is told so in a direct message. */
async function tellThatClosed({ pacing, log }: Hearing, { from }: Heard, cause: PostError): Promise<void> {
  log.warn({ err: cause, channel: from.channel }, 'Slack: an answer could not be posted where it was asked for');
  const words = 'You asked me in a channel where I may not post. Let somebody invite me there, or ask me here.';
  await send({ client: from.client, pacing }, { channel: from.user }, { post: plainPost(words) });
}

/** A line of the bot's own. */
export function plainPost(text: string): SentPost {
  return {
    text,
    blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] }],
  };
}
