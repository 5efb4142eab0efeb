import type { App, RespondFn, SlashCommand } from '@slack/bolt';
import { z } from 'zod';
import type { Bot } from '../../core/chat/bot.ts';
import type { Origin, Place } from '../../core/chat/place.ts';
import type { Reply } from '../../core/commands/reply.ts';
import type { Log } from '../../core/log/log.ts';
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
const rememberedEvents = 2_000;

const messageSchema = z.object({
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string(),
  text: z.string().default(''),
  team: z.string().optional(),
  subtype: z.undefined(),
  bot_id: z.undefined(),
  channel_type: z.string().optional(),
});

type SlackMessage = z.infer<typeof messageSchema>;

/** Hears commands, mentions and threads. Returns what waits until everything heard is answered. */
export function listen({ app, bot, self, log }: ListenNeeds): () => Promise<void> {
  const members = memberships(app.client, log);
  const answering = new Set<Promise<void>>();
  const handled = new Set<string>();

  const inBackground = (work: Promise<void>): void => {
    const tracked = work.catch((error: unknown) => log.error({ err: error }, 'Slack: an answer could not be given')).finally(() => answering.delete(tracked));
    answering.add(tracked);
  };

  /** Slack delivers an event again when it thinks that we missed it; a failed one may come again, a handled one not. */
  const once = (key: string, work: () => Promise<void>): void => {
    if (handled.has(key)) return;
    handled.add(key);
    for (const oldest of handled) if (handled.size > rememberedEvents) handled.delete(oldest);
    inBackground(
      work().catch((error: unknown) => {
        handled.delete(key);
        throw error;
      }),
    );
  };

  const answerIn = async (message: SlackMessage, team: string | undefined, answer: (origin: Origin) => Promise<Reply | undefined>): Promise<void> => {
    const place = placeOf(message, team);
    const reply = await answer({ place, user: { id: message.user, mayManage: await members.mayManage(message.user) } });
    if (reply === undefined) return;
    for (const post of renderSlack(reply.message)) await send(app.client, { channel: message.channel, thread: message.thread_ts ?? message.ts }, { post });
  };

  for (const { key } of bot.stories) {
    app.command(`/${key}`, async ({ command, ack, respond }) => {
      await ack();
      inBackground(
        members.mayManage(command.user_id).then(async (mayManage) => {
          const reply = await bot.run(key, { kind: 'text', text: command.text }, { place: commandPlace(command), user: { id: command.user_id, mayManage } });
          await respondWith(reply, respond, (post) => send(app.client, { channel: command.channel_id }, { post }));
        }),
      );
    });
  }
  app.event('app_mention', async ({ event, body }) => {
    const message = messageSchema.safeParse(event);
    if (!message.success) return;
    const words = plainWords(message.data.text.replaceAll(`<@${self}>`, ' '));
    once(keyOf(message.data), () => answerIn(message.data, body.team_id, (origin) => bot.mention(words, origin)));
  });
  app.event('message', async ({ event, body }) => {
    const message = messageSchema.safeParse(event);
    if (!message.success || message.data.text.includes(`<@${self}>`)) return;
    const { text, thread_ts: thread, channel_type: kind } = message.data;
    if (/^\s*<@[UW]/.test(text)) return;
    const words = plainWords(text);
    if (thread !== undefined) once(keyOf(message.data), () => answerIn(message.data, body.team_id, (origin) => bot.question(words, origin)));
    else if (kind === 'im') once(keyOf(message.data), () => answerIn(message.data, body.team_id, (origin) => bot.mention(words, origin)));
  });

  return async () => {
    await Promise.all(answering);
  };
}

function keyOf({ channel, ts }: SlackMessage): string {
  return `${channel}:${ts}`;
}

function placeOf(message: SlackMessage, team: string | undefined): Place {
  const workspace = message.team ?? team ?? 'unknown';
  return { platform: 'slack', workspace, channel: message.channel, ...(message.thread_ts !== undefined && { thread: message.thread_ts }) };
}

function commandPlace(command: SlashCommand): Place {
  return { platform: 'slack', workspace: command.team_id, channel: command.channel_id };
}

/** A reply to a slash command, to its response_url as long as that takes any. */
async function respondWith(reply: Reply, respond: RespondFn, sendOn: (post: ReturnType<typeof renderSlack>[number]) => Promise<string>): Promise<void> {
  const posts = renderSlack(reply.message);
  const type = reply.visibility === 'private' ? 'ephemeral' : 'in_channel';
  for (const [index, post] of posts.entries()) {
    if (index < responseUrlUses) await respond({ response_type: type, replace_original: false, text: post.text, blocks: [...post.blocks] });
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
