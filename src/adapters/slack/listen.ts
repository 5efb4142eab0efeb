import type { App, RespondFn, SlashCommand } from '@slack/bolt';
import { z } from 'zod';
import type { Bot } from '../../core/chat/bot.ts';
import type { Origin, Place } from '../../core/chat/place.ts';
import type { Reply } from '../../core/commands/reply.ts';
import type { Log } from '../../core/log/log.ts';
import { type BackgroundWork, backgroundWork } from './background-work.ts';
import { memberships } from './members.ts';
import { send } from './post.ts';
import { renderSlack } from './render-slack.ts';

export interface ListenNeeds {
  readonly app: App;
  readonly bot: Bot;
  /** The bot's own user id. */
  readonly self: string;
  readonly log: Log;
}

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const responseUrlUses = 5;

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

/** Hears commands, mentions and threads. Returns what waits until everything heard is answered. */
export function listen(needs: ListenNeeds): () => Promise<void> {
  const work = backgroundWork(needs.log);
  const hearing: Hearing = { ...needs, work, members: memberships(needs.app.client, needs.log) };
  for (const { key } of needs.bot.stories) hearCommand(key, hearing);
  hearMentions(hearing);
  hearMessages(hearing);
  return work.finished;
}

interface Hearing extends ListenNeeds {
  readonly work: BackgroundWork;
  readonly members: ReturnType<typeof memberships>;
}

function hearCommand(key: string, { app, bot, members, work }: Hearing): void {
  app.command(`/${key}`, async ({ command, ack, respond }) => {
    await ack();
    work.start(async () => {
      const user = { id: command.user_id, mayManage: await members.mayManage(command.user_id) };
      const reply = await bot.run(key, { kind: 'text', text: command.text }, { place: commandPlace(command), user });
      await respondWith(reply, respond, (post) => send(app.client, { channel: command.channel_id }, { post }));
    });
  });
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
function hearMessages(hearing: Hearing): void {
  const { app, bot, self } = hearing;
  app.event('message', async ({ event, body }) => {
    const message = messageSchema.safeParse(event);
    if (!message.success || message.data.text.includes(`<@${self}>`)) return;
    const { text, thread_ts: thread, channel_type: kind } = message.data;
    if (/^\s*<@[UW]/.test(text)) return;
    const words = plainWords(text);
    const heard = { message: message.data, team: body.team_id };
    if (kind === 'im') answerOnce(hearing, heard, (origin) => bot.mention(words, origin));
    else if (thread !== undefined) answerOnce(hearing, heard, (origin) => bot.question(words, origin));
  });
}

interface Heard {
  readonly message: SlackMessage;
  readonly team: string | undefined;
}

function answerOnce(
  { app, members, work }: Hearing,
  { message, team }: Heard,
  answer: (origin: Origin) => Promise<Reply | undefined>,
): void {
  work.startOnce(`${message.channel}:${message.ts}`, async () => {
    const mayManage = await members.mayManage(message.user);
    const reply = await answer({ place: placeOf(message, team), user: { id: message.user, mayManage } });
    if (reply === undefined) return;
    const target = { channel: message.channel, thread: message.thread_ts ?? message.ts };
    for (const post of renderSlack(reply.message)) await send(app.client, target, { post });
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

function commandPlace(command: SlashCommand): Place {
  return { platform: 'slack', workspace: command.team_id, channel: command.channel_id };
}

/** A reply to a slash command, to its response_url as long as that takes any. */
async function respondWith(
  reply: Reply,
  respond: RespondFn,
  sendOn: (post: ReturnType<typeof renderSlack>[number]) => Promise<string>,
): Promise<void> {
  const posts = renderSlack(reply.message);
  const type = reply.visibility === 'private' ? 'ephemeral' : 'in_channel';
  for (const [index, post] of posts.entries()) {
    if (index < responseUrlUses)
      await respond({ response_type: type, replace_original: false, text: post.text, blocks: [...post.blocks] });
    else if (type === 'in_channel') await sendOn(post);
  }
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
