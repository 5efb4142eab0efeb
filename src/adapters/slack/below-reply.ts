import type { Bot } from '../../core/chat/bot.ts';
import { isShareable, type Reply } from '../../core/commands/reply.ts';
import type { Message } from '../../core/messages/message.ts';
import { actionsBlocks, pressButton, type SlackButton } from './buttons.ts';
import { formButton } from './forms.ts';
import { renderSlack } from './render-slack.ts';
import type { SentPost } from './send.ts';

/** A message as posts, the last of which bears the buttons. */
export function postsWith(message: Message, buttons: readonly SlackButton[]): SentPost[] {
  const posts = renderSlack(message);
  return posts.map(({ text, blocks }, index) => ({
    text,
    blocks: [...blocks, ...(index === posts.length - 1 ? actionsBlocks(buttons) : [])],
  }));
}

/** What can be changed in a form is offered below the command's answer. */
export function changeButtons(reply: Reply, story: string): SlackButton[] {
  if (reply.outcome !== 'answered') return [];
  if (reply.command === 'schedule') return [formButton('schedule', story, 'Change the schedule')];
  return reply.command === 'settings' ? [formButton('settings', story, 'Change the settings')] : [];
}

/** What one person sees of the articles can be shown to the channel as it stands; in direct messages nobody else reads along. */
export async function shareButtons(reply: Reply, channel: string, bot: Bot): Promise<SlackButton[]> {
  if (!isShareable(reply) || channel.startsWith('D')) return [];
  const { command, asOf, message } = reply;
  return [pressButton(await bot.offer({ does: 'share', command, asOf, message }, 'Share'))];
}
