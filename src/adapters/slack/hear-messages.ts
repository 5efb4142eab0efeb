import { z } from 'zod';
import type { Origin, Place } from '../../core/chat/place.ts';
import type { Reply } from '../../core/commands/reply.ts';
import { actionsBlock } from './buttons.ts';
import type { Hearing } from './listen.ts';
import { send } from './post.ts';
import { renderSlack } from './render-slack.ts';
import { upload } from './upload.ts';

const messageSchema = z.object({
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string(),
  text: z.string().default(''),
  team: z.string().optional(),
  subtype: z.undefined().optional(),
  bot_id: z.undefined().optional(),
  channel_type: z.string().optional(),
});

type SlackMessage = z.infer<typeof messageSchema>;

/** Mentions, questions in threads, and direct messages. */
export function hearMessages(hearing: Hearing): void {
  hearMentions(hearing);
  hearPlainWords(hearing);
}

function hearMentions(hearing: Hearing): void {
  const { app, bot, self } = hearing;
  app.event('app_mention', async ({ event, body }) => {
    const message = messageSchema.safeParse(event);
    if (!message.success) return;
    const words = plainWords(message.data.text.replaceAll(`<@${self}>`, ' '));
    answerOnce(hearing, { message: message.data, team: body.team_id }, (origin) => bot.mention(words, origin));
  });
}

/** Plain words: in a thread a question, in a direct message spoken to the bot; what mentions it comes as a mention too. */
function hearPlainWords(hearing: Hearing): void {
  const { app, bot, self } = hearing;
  app.event('message', async ({ event, body }) => {
    const message = messageSchema.safeParse(event);
    if (!message.success || message.data.text.includes(`<@${self}>`)) return;
    const { text, thread_ts: thread, channel_type: kind } = message.data;
    if (/^\s*<@[UW]/.test(text)) return;
    const words = plainWords(text);
    const heard = { message: message.data, team: body.team_id };
    if (kind === 'im') answerOnce(hearing, heard, (origin) => bot.mention(words, origin));
    else if (thread !== undefined)
      answerOnce(hearing, { ...heard, unasked: 'yes' }, (origin) => bot.question(words, origin));
  });
}

interface Heard {
  readonly message: SlackMessage;
  readonly team: string | undefined;
  /** A question nobody addressed to the bot: whoever does not want it there can send it out. */
  readonly unasked?: 'yes';
}

function answerOnce(
  { app, bot, members, work, log }: Hearing,
  { message, team, unasked }: Heard,
  answer: (origin: Origin) => Promise<Reply | undefined>,
): void {
  work.startOnce(`${message.channel}:${message.ts}`, async () => {
    const place = placeOf(message, team);
    const reply = await answer({ place, user: { id: message.user, mayManage: await members.mayManage(message.user) } });
    if (reply === undefined) return;
    const target = { channel: message.channel, thread: message.thread_ts ?? message.ts };
    const posts = renderSlack(reply.message);
    const leave =
      unasked === undefined
        ? []
        : [actionsBlock([await bot.offer({ does: 'leave-thread', place }, 'Leave this thread')])];
    for (const [index, post] of posts.entries()) {
      const blocks = [...post.blocks, ...(index === posts.length - 1 ? leave : [])];
      await send(app.client, target, { post: { text: post.text, blocks } });
    }
    if (reply.file !== undefined) await upload(app.client, target, { file: reply.file, log });
  });
}

function placeOf(message: SlackMessage, team: string | undefined): Place {
  const workspace = message.team ?? team ?? 'unknown';
  return {
    platform: 'slack',
    workspace,
    channel: message.channel,
    ...(message.thread_ts !== undefined && { thread: message.thread_ts }),
  };
}

/** Slack's escapes undone, links and mentions as their words. */
function plainWords(text: string): string {
  return text
    .replaceAll(/<[^>|]*\|([^>]*)>/g, '$1')
    .replaceAll(/<(https?:[^>]*)>/g, '$1')
    .replaceAll(/<[@#!][^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}
