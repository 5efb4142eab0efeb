import { pressPattern, readPressed } from './buttons.ts';
import type { Hearing } from './listen.ts';
import { renderSlack } from './render-slack.ts';

/** Buttons: what one does is in the store, so it works after a restart and whichever replica hears of it. */
export function hearPresses({ app, bot, members, work, log }: Hearing): void {
  app.action({ type: 'block_actions', action_id: pressPattern }, async ({ action, body, ack, respond }) => {
    await ack();
    const pressed = readPressed(body, action.action_id);
    if (pressed === undefined) return log.warn({}, 'Slack: a button was pressed that is in no channel');
    work.start(async () => {
      const { workspace, channel, thread, user } = pressed;
      const place = { platform: 'slack', workspace, channel, ...(thread !== undefined && { thread }) };
      const reply = await bot.press(pressed.id, {
        place,
        user: { id: user, mayManage: await members.mayManage(user) },
      });
      const type = reply.visibility === 'channel' ? 'in_channel' : 'ephemeral';
      for (const { text, blocks } of renderSlack(reply.message))
        await respond({ response_type: type, replace_original: false, text, blocks: [...blocks] });
      if (type === 'in_channel' && pressed.seenBy === 'presser')
        await respond({ replace_original: true, text: 'Shared with the channel.' });
    });
  });
}
