import type { Origin } from '../../core/chat/place.ts';
import type { Hearing } from './listen.ts';
import { respondWith } from './respond.ts';

/** The callback id of a story's message shortcut "Check against the articles". */
export function shortcutId(story: string): string {
  return `check-${story}`;
}

/** Slash commands and message shortcuts: acknowledged at once, answered through their response address. */
export function hearCommands({ app, bot, members, work, log }: Hearing): void {
  const originOf = async (user: string, team: string, channel: string): Promise<Origin> => ({
    place: { platform: 'slack', workspace: team, channel },
    user: { id: user, mayManage: await members.mayManage(user) },
  });
  for (const { key } of bot.stories) {
    app.command(`/${key}`, async ({ command, ack, respond }) => {
      await ack();
      work.start(async () => {
        const origin = await originOf(command.user_id, command.team_id, command.channel_id);
        const reply = await bot.run(key, { kind: 'text', text: command.text }, origin);
        await respondWith(reply, { respond, bot, client: app.client, channel: command.channel_id, log });
      });
    });
    app.shortcut({ type: 'message_action', callback_id: shortcutId(key) }, async ({ shortcut, ack, respond }) => {
      await ack();
      work.start(async () => {
        const { user, team, channel, message } = shortcut;
        const origin = await originOf(user.id, team?.id ?? 'unknown', channel.id);
        const question = (message.text ?? '').slice(0, longestQuestion);
        const reply = await bot.run(key, { kind: 'options', verb: 'ask', options: { question } }, origin);
        await respondWith(reply, { respond, bot, client: app.client, channel: channel.id, log });
      });
    });
  }
}

/** What `ask` takes; a message may be far longer. Characters. */
const longestQuestion = 1_000;
