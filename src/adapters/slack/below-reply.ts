import type { Bot } from '../../core/chat/bot.ts';
import type { Reply } from '../../core/commands/reply.ts';
import { pressButton, type SlackButton } from './buttons.ts';
import { formButton } from './forms.ts';

/** What can be changed in a form is offered below the command's answer. */
export function changeButtons(reply: Reply, story: string): SlackButton[] {
  if (reply.outcome !== 'answered') return [];
  if (reply.command === 'schedule') return [formButton('schedule', story, 'Change the schedule')];
  return reply.command === 'settings' ? [formButton('settings', story, 'Change the settings')] : [];
}

/** What one person sees and the articles say can be shown to the channel as it stands. */
export async function shareButtons(
  { outcome, visibility, message, command, asOf }: Reply,
  bot: Bot,
): Promise<SlackButton[]> {
  if (outcome !== 'answered' || visibility !== 'private' || message.citations.length === 0) return [];
  return [pressButton(await bot.offer({ does: 'share', command, asOf, message }, 'Share'))];
}
