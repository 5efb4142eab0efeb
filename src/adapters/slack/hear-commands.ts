import type { RespondFn } from '@slack/bolt';
import type { CommandInput } from '../../core/chat/bot.ts';
import { beginning } from '../../core/text/beginning.ts';
import { plainPost } from './answer-message.ts';
import { toPostError } from './errors.ts';
import { cannotPostTo } from './lacks.ts';
import type { Hearing } from './hearing.ts';
import { type HeardFrom, originOf } from './origin.ts';
import { remark, respondWith, responseUses } from './respond.ts';
import { send, type Sender } from './send.ts';
import { shortcutPattern, storyOfShortcut } from './subscribed.ts';
import { atWork, whileQuick } from './while-quick.ts';
import { workspaceOf } from './workspace-of.ts';

/** What `ask` takes; a message may be far longer. Characters. */
const longestQuestion = 1_000;
/** What these commands set is worth nothing where the bot cannot post. */
const setsPosts = new Set(['schedule', 'watch']);

/**
 * Slash commands and message shortcuts: acknowledged at once, answered through their response address. Those of a story that is
 * no longer followed are answered too, with those that are.
 */
export function hearCommands(hearing: Hearing): void {
  const { app, work } = hearing;
  app.command(/^\//, async ({ command, ack, respond, client, context }) => {
    await ack();
    const { user_id: user, channel_id: channel, team_id: team } = command;
    const from = { client, workspace: workspaceOf(context) ?? team, channel, user };
    const asked = { story: command.command.slice(1), input: { kind: 'text', text: command.text } } as const;
    work.start(() => answer(hearing, from, { ...asked, respond }));
  });
  app.shortcut({ type: 'message_action', callback_id: shortcutPattern }, async (args) => {
    const { shortcut, ack, respond, client, context } = args;
    await ack();
    const { user, team, channel, message } = shortcut;
    const from = { client, workspace: workspaceOf(context) ?? team?.id ?? '', channel: channel.id, user: user.id };
    const question = beginning(message.text ?? '', longestQuestion);
    const story = storyOfShortcut(shortcut.callback_id);
    const input = { kind: 'options', verb: 'ask', options: { question } } as const;
    work.start(() => answer(hearing, from, { story, input, respond }));
  });
}

/**
 * Slack changes no message that a command's response address made, for `replace_original` is of messages with something to press
 * (https://docs.slack.dev/messaging/modifying-messages, https://github.com/slackapi/bolt-js/issues/2287). In direct messages with
 * the bot the sign of life is a post, which becomes the answer; elsewhere it would be a second message for good, so it is shown only
 * where silence would be worse: it waits for so many times as long.
 */
const patience = 3;

/** Undefined in direct messages between people, where the bot is not. */
async function signIn(channel: string, sender: Sender): Promise<string | undefined> {
  try {
    return await send(sender, { channel }, { post: plainPost(atWork) });
  } catch (error) {
    if (toPostError(error).failure !== 'gone') throw error;
    return undefined;
  }
}

interface Asked {
  readonly story: string;
  readonly input: CommandInput;
  readonly respond: RespondFn;
}

async function answer(hearing: Hearing, from: HeardFrom, { story, input, respond }: Asked): Promise<void> {
  const { bot, pacing, quickMs, log, mayManage } = hearing;
  const { client, channel } = from;
  const sender = { client, pacing };
  const asked = originOf(from, mayManage).then((origin) => bot.run(story, input, origin));
  const isDirect = channel.startsWith('D');
  let sign: string | undefined;
  let uses = responseUses;
  const reply = await whileQuick(asked, isDirect ? quickMs : quickMs * patience, async () => {
    sign = isDirect ? await signIn(channel, sender) : undefined;
    if (sign !== undefined) return;
    uses -= 1;
    await remark(respond, `${atWork} The answer comes below.`);
  });
  const address = { respond, uses, sender, channel, user: from.user };
  await respondWith(reply, { ...address, bot, story, log, ...(sign !== undefined && { sign }) });
  if (reply.outcome !== 'answered' || !setsPosts.has(reply.command)) return;
  const away = await cannotPostTo(client, channel);
  if (away !== undefined) await remark(respond, away);
}
