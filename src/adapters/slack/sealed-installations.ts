import type { Installation as BoltInstallation, InstallationStore as BoltStore } from '@slack/bolt';
import { z } from 'zod';
import { type Clock, isoNow } from '../../core/clock/clock.ts';
import { UserError } from '../../core/errors/errors.ts';
import type { Installation, InstallationStore } from '../../core/installations/installation-store.ts';
import type { Log } from '../../core/log/log.ts';
import type { Seal } from './seal.ts';

/** What is kept of an installation: the bot's own token and whose it is. Tokens of people are not asked for. */
const keptSchema = z.object({
  team: z.object({ id: z.string(), name: z.string().optional() }),
  bot: z.object({
    token: z.string(),
    refreshToken: z.string().optional(),
    /** Seconds since the epoch. */
    expiresAt: z.number().optional(),
    scopes: z.array(z.string()),
    id: z.string(),
    userId: z.string(),
  }),
  user: z.object({ id: z.string() }),
  appId: z.string().optional(),
});

/** The app is not installed in the workspace that was asked for. */
export class NotInstalled extends Error {
  constructor(workspace: string) {
    super(`the app is not installed in the workspace ${workspace}`);
    this.name = 'NotInstalled';
  }
}

export interface SealedNeeds {
  readonly installations: InstallationStore;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly log: Log;
}

/** Where Bolt keeps installations: our store, which sees the tokens only sealed. */
export function sealedInstallations({ installations, seal, clock, log }: SealedNeeds): BoltStore {
  return {
    storeInstallation: async (installation) => {
      if (installation.isEnterpriseInstall === true)
        throw new UserError(
          'Communiqué is installed in one workspace at a time.',
          'Choose a workspace, not the organisation.',
        );
      const kept = keptSchema.parse(installation);
      const workspace = kept.team.id;
      const name = kept.team.name ?? workspace;
      const sealed = seal.close(JSON.stringify(kept), workspace);
      await installations.save({ platform: 'slack', workspace, name, sealed, installedAt: isoNow(clock) });
      log.info({ workspace }, 'Slack: a workspace’s token was stored');
    },
    fetchInstallation: async ({ teamId: workspace = '' }) => {
      const found = await installations.get('slack', workspace);
      if (found === undefined) throw new NotInstalled(workspace);
      return toInstallation(seal.open(found.sealed, workspace));
    },
    deleteInstallation: async ({ teamId: workspace = '' }) => installations.remove('slack', workspace),
  };
}

/** Seals anew what an older key sealed, so that the older key may go. Returns how many. */
export async function sealAnew({ installations, seal, log }: SealedNeeds): Promise<number> {
  const old = (await installations.list('slack')).filter(({ sealed }) => !seal.isNewest(sealed));
  for (const installation of old) {
    const { workspace } = installation;
    try {
      const sealed = seal.close(seal.open(installation.sealed, workspace), workspace);
      await installations.save({ ...installation, sealed });
    } catch (error) {
      log.error({ err: error, workspace }, 'Slack: a workspace’s token cannot be opened; its posts will fail');
    }
  }
  return old.length;
}

/** The bot's token in a workspace. Throws UserError when no key opens it. */
export function tokenIn({ sealed, workspace }: Installation, seal: Seal): string {
  return keptSchema.parse(JSON.parse(seal.open(sealed, workspace))).bot.token;
}

function toInstallation(text: string): BoltInstallation<'v2', false> {
  const { bot, user, team, appId } = keptSchema.parse(JSON.parse(text));
  const { refreshToken, expiresAt, ...lasting } = bot;
  return {
    team: { id: team.id, ...(team.name !== undefined && { name: team.name }) },
    enterprise: undefined,
    user: { id: user.id, token: undefined, scopes: undefined },
    bot: {
      ...lasting,
      ...(refreshToken !== undefined && { refreshToken }),
      ...(expiresAt !== undefined && { expiresAt }),
    },
    ...(appId !== undefined && { appId }),
    isEnterpriseInstall: false,
    authVersion: 'v2',
  };
}
