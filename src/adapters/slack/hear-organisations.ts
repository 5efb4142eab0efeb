import { toPostError } from './errors.ts';
import type { Hearing } from './hearing.ts';
import { isOrganisations } from './sealed-installations.ts';

/**
 * A workspace may have an installation of its own and come under its organisation's, and tokens of before go on serving
 * (https://docs.slack.dev/enterprise/migrating-to-organization-wide-deployment). What was set under the one goes on under the other
 * as soon as that serves there, so that a channel has one schedule, which people find.
 */
export function hearOrganisations(hearing: Hearing): void {
  const { app, installations, work } = hearing;
  app.use(async ({ context, next }) => {
    const { teamId, enterpriseId, botToken } = context;
    // What tells that an installation is over comes without a token, and is of the one that it names.
    if (botToken !== undefined && teamId !== undefined && enterpriseId !== undefined) {
      context.isEnterpriseInstall = await isOrganisations(context, installations);
      const hasOwnToo = context.isEnterpriseInstall && (await hearing.organisationOf(teamId)) === enterpriseId;
      if (hasOwnToo) await join(teamId, enterpriseId, hearing);
    }
    await next();
  });
  app.event('team_access_granted', async ({ event, context: { enterpriseId } }) => {
    if (enterpriseId === undefined) return;
    await work.run(async () => {
      for (const team of event.team_ids) await join(team, enterpriseId, hearing);
    });
  });
  app.event('team_access_revoked', async ({ context: { enterpriseId } }) => {
    if (enterpriseId !== undefined) await work.run(() => leaveClosed(enterpriseId, hearing));
  });
}

/** Doing it again changes nothing. */
async function join(workspace: string, organisation: string, { bot, installations, log }: Hearing): Promise<void> {
  await bot.workspaceMoved({ platform: 'slack', workspace }, organisation);
  await installations.remove('slack', workspace);
  log.info({ workspace, organisation }, 'Slack: a workspace is served by its organisation’s installation from now on');
}

/** A channel does not tell of which workspaces it is, so Slack is asked of each whether the bot may still see it. */
async function leaveClosed(workspace: string, { bot, clientOf, log }: Hearing): Promise<void> {
  const client = await clientOf(workspace);
  const at = { platform: 'slack', workspace };
  for (const channel of await bot.channels(at)) {
    try {
      await client.apiCall('conversations.info', { channel });
    } catch (cause) {
      const error = toPostError(cause);
      // Another reason is no answer; the next post to the channel gives one.
      if (error.failure === 'gone') await bot.removed({ ...at, channel });
      log.warn({ err: error, workspace, channel }, 'Slack: a workspace was taken from its organisation’s installation');
    }
  }
}
