import type { Hearing } from './hearing.ts';
import { channelsLost } from './subscribed.ts';
import { workspaceOf } from './workspace-of.ts';

/**
 * Hears that the bot was removed from a channel or a workspace. What it would post there rests; nothing else is lost, so a
 * bot that comes back goes on where somebody says so.
 */
export function hearDepartures(hearing: Hearing): void {
  const { app, bot, work } = hearing;
  for (const name of channelsLost) {
    app.event(name, async ({ event, context }) =>
      work.run(async () => {
        const workspace = workspaceOf(context);
        if (workspace !== undefined) await bot.removed({ platform: 'slack', workspace, channel: event.channel });
      }),
    );
  }
  app.event('member_left_channel', async ({ event, context }) => {
    const workspace = workspaceOf(context);
    if (workspace === undefined || event.user !== context.botUserId) return;
    await work.run(() => bot.removed({ platform: 'slack', workspace, channel: event.channel }));
  });
  app.event('app_uninstalled', async ({ context }) => work.run(() => leave(hearing, workspaceOf(context))));
  app.event('tokens_revoked', async ({ event, context }) => {
    if ((event.tokens.bot ?? []).length > 0) await work.run(() => leave(hearing, workspaceOf(context)));
  });
}

async function leave({ bot, installations, log }: Hearing, workspace: string | undefined): Promise<void> {
  if (workspace === undefined) return;
  await installations.remove('slack', workspace);
  await bot.removed({ platform: 'slack', workspace });
  log.warn(
    { workspace },
    'Slack: the app was removed from a workspace, or its token revoked; what it posts there rests',
  );
}
