import type { RespondFn } from '@slack/bolt';
import type { CommandInput } from '../../core/chat/bot.ts';
import { cannotPostTo } from './lacks.ts';
import type { Hearing } from './listen.ts';
import { type HeardFrom, originOf } from './origin.ts';
import { remark, respondWith } from './respond.ts';
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
    const question = (message.text ?? '').slice(0, longestQuestion);
    const story = storyOfShortcut(shortcut.callback_id);
    const input = { kind: 'options', verb: 'ask', options: { question } } as const;
    work.start(() => answer(hearing, from, { story, input, respond }));
  });
}

interface Asked {
  readonly story: string;
  readonly input: CommandInput;
  readonly respond: RespondFn;
}

async function answer(hearing: Hearing, from: HeardFrom, { story, input, respond }: Asked): Promise<void> {
  const { bot, pacing, quickMs, log, mayManage } = hearing;
  const { client, channel } = from;
  const asked = originOf(from, mayManage).then((origin) => bot.run(story, input, origin));
  const reply = await whileQuick(asked, quickMs, () => remark(respond, atWork));
  await respondWith(reply, { respond, bot, story, sender: { client, pacing }, channel, log });
  if (reply.outcome !== 'answered' || !setsPosts.has(reply.command)) return;
  const away = await cannotPostTo(client, channel);
  if (away !== undefined) await remark(respond, away);
}
