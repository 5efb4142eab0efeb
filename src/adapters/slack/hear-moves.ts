import type { Hearing } from './hearing.ts';
import { workspaceOf } from './workspace-of.ts';

/** A private channel that is shared with another company gets another id: https://docs.slack.dev/reference/events/channel_id_changed */
export function hearMoves({ app, bot, work, log }: Hearing): void {
  app.event('channel_id_changed', async ({ event, context }) => {
    const workspace = workspaceOf(context);
    if (workspace === undefined) return;
    const { old_channel_id: channel, new_channel_id: to } = event;
    await work.run(() => bot.moved({ platform: 'slack', workspace, channel }, to));
    log.info({ channel, to }, 'Slack: a channel has another id; what is sent there goes on');
  });
}
