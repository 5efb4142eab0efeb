import { z } from 'zod';
import { answerMessage } from './answer-message.ts';
import type { Hearing } from './hearing.ts';
import { addressesOthers, plainWords } from './message-words.ts';
import type { HeardFrom } from './origin.ts';
import { workspaceOf } from './workspace-of.ts';

const messageSchema = z.object({
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string(),
  /** Who wrote what the thread begins with; in threads only. */
  parent_user_id: z.string().optional(),
  text: z.string().default(''),
  /** What else is told as a message (edits, joins, topics) is nothing that somebody says. */
  subtype: z.enum(['thread_broadcast', 'file_share']).optional(),
  bot_id: z.undefined().optional(),
  channel_type: z.string().optional(),
});

type SlackMessage = z.infer<typeof messageSchema>;

/** Mentions, questions in threads, and direct messages. */
export function hearMessages(hearing: Hearing): void {
  const { app, bot } = hearing;
  app.event('app_mention', async ({ event, body, client, context }) => {
    const message = messageSchema.safeParse(event);
    const workspace = workspaceOf(context) ?? body.team_id;
    if (!message.success) return;
    const words = plainWords(message.data.text, context.botUserId);
    await answerMessage(hearing, {
      from: fromOf(message.data, { client, workspace, botUserId: context.botUserId }),
      thread: message.data.thread_ts ?? message.data.ts,
      key: body.event_id,
      tries: context.retryNum,
      answer: (origin) => bot.mention(words, origin),
    });
  });
  hearPlainWords(hearing);
}

/**
 * Plain words: in a thread a question, in a direct message spoken to the bot. What mentions the bot in a channel comes as a
 * mention too; what mentions others is for them.
 */
function hearPlainWords(hearing: Hearing): void {
  const { app, bot } = hearing;
  app.event('message', async ({ event, body, client, context }) => {
    const message = messageSchema.safeParse(event);
    if (!message.success) return;
    const { text, thread_ts: thread, channel_type: kind } = message.data;
    const words = plainWords(text, context.botUserId);
    const { botUserId } = context;
    const from = fromOf(message.data, { client, workspace: workspaceOf(context) ?? body.team_id, botUserId });
    const heard = { from, key: body.event_id, tries: context.retryNum };
    if (kind === 'im') {
      const answer = (origin: Parameters<typeof bot.mention>[1]) => bot.mention(words, origin);
      return answerMessage(hearing, { ...heard, ...(thread !== undefined && { thread }), answer });
    }
    if (thread === undefined || addressesOthers(text)) return;
    await answerMessage(hearing, { ...heard, thread, unasked: 'yes', answer: (origin) => bot.question(words, origin) });
  });
}

function fromOf(
  { channel, user, thread_ts: thread, parent_user_id: beganThread }: SlackMessage,
  { botUserId, ...at }: Pick<HeardFrom, 'client' | 'workspace'> & { readonly botUserId: string | undefined },
): HeardFrom {
  const isOurs = thread !== undefined && beganThread !== undefined && beganThread === botUserId;
  return {
    ...{ ...at, channel, user },
    ...(thread !== undefined && { thread }),
    ...(isOurs && { threadBegunBy: 'bot' as const }),
  };
}
