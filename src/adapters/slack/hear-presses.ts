import { postsWith, shareButtons } from './below-reply.ts';
import { pressPattern, readPressed } from './buttons.ts';
import type { Hearing } from './hearing.ts';
import { originOf } from './origin.ts';
import { responseType, responseUses, sendPosts } from './respond.ts';
import { workspaceOf } from './workspace-of.ts';

/** Buttons: what one does is in the store, so it works after a restart and whichever replica hears of it. */
export function hearPresses({ app, bot, mayManage, pacing, work, log }: Hearing): void {
  app.action(
    { type: 'block_actions', action_id: pressPattern },
    async ({ action, body, ack, respond, client, context }) => {
      await ack();
      const pressed = readPressed(body, action.action_id);
      const workspace = workspaceOf(context);
      if (pressed === undefined || workspace === undefined)
        return log.warn({}, 'Slack: a button was pressed that is in no channel');
      work.start(async () => {
        const reply = await bot.press(pressed.id, await originOf({ ...pressed, client, workspace }, mayManage));
        const type = responseType(reply);
        const target = { type, ...(pressed.thread !== undefined && { thread: pressed.thread }) } as const;
        const share = await shareButtons(reply, pressed.channel, bot);
        const address = { respond, uses: responseUses, sender: { client, pacing }, ...pressed };
        await sendPosts(postsWith(reply.message, share), target, address);
        if (type === 'in_channel' && pressed.seenBy === 'presser')
          await respond({ replace_original: true, text: 'Shared with the channel.' });
      });
    },
  );
}
