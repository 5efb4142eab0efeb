import type { Installation as BoltInstallation, InstallationStore as BoltStore } from '@slack/bolt';
import { z } from 'zod';
import { type Clock, isoNow } from '../../core/clock/clock.ts';
import type { Installation, InstallationStore } from '../../core/installations/installation-store.ts';
import type { Log } from '../../core/log/log.ts';
import { inTurn } from './renewal.ts';
import type { Seal } from './seal.ts';
import { type HeardWhere, workspaceOf } from './workspace-of.ts';

const ownerSchema = z.object({ id: z.string(), name: z.string().optional() });
/** What is kept of an installation: the bot's own token and whose it is. Tokens of people are not asked for. */
const keptSchema = z.object({
  /** Absent where a whole organisation installed the app. */
  team: ownerSchema.optional(),
  enterprise: ownerSchema.optional(),
  isEnterpriseInstall: z.boolean().default(false),
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
type Kept = z.infer<typeof keptSchema>;

/** The app is not installed in the workspace that was asked for. */
export class NotInstalled extends Error {
  constructor(workspace: string) {
    super(`the app is not installed in the workspace ${workspace}`);
    this.name = 'NotInstalled';
  }
}

/** Sealing takes no time; a process that dies over it holds up nothing for longer. Milliseconds. */
const resealMs = 5_000;

export interface SealedNeeds {
  readonly installations: InstallationStore;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly log: Log;
}

/** Where Bolt keeps installations: our store, which sees the tokens only sealed. One of an organisation is under its id. */
export function sealedInstallations({ installations, seal, clock, log }: SealedNeeds): BoltStore {
  const read = async (workspace: string): Promise<Kept> => {
    const found = await installations.get('slack', workspace);
    if (found === undefined) throw new NotInstalled(workspace);
    return keptSchema.parse(JSON.parse(seal.open(found.sealed, workspace)));
  };
  return {
    storeInstallation: async (installation) => {
      const kept = keptSchema.parse(installation);
      const { id: workspace, name = workspace } = ownerOf(kept);
      const sealed = seal.close(JSON.stringify(kept), workspace);
      await installations.save({ platform: 'slack', workspace, name, sealed, installedAt: isoNow(clock) });
      log.info({ workspace }, 'Slack: a workspace’s token was stored');
    },
    fetchInstallation: async (asked) => {
      const own = workspaceOf(asked) ?? '';
      const workspace = (await isOrganisations(asked, installations)) ? (asked.enterpriseId ?? own) : own;
      return toInstallation(await inTurn(workspace, () => read(workspace), { installations, clock }));
    },
    deleteInstallation: async (asked) => installations.remove('slack', workspaceOf(asked) ?? ''),
  };
}

/**
 * Whether what was heard in a workspace is for its organisation's installation: the workspace has none of its own, whichever of
 * the two Slack names.
 */
export async function isOrganisations(
  { isEnterpriseInstall, enterpriseId, teamId }: HeardWhere,
  installations: InstallationStore,
): Promise<boolean> {
  if (isEnterpriseInstall) return true;
  if (enterpriseId === undefined || teamId === undefined) return false;
  const [own, shared] = [await installations.get('slack', teamId), await installations.get('slack', enterpriseId)];
  return own === undefined && shared !== undefined;
}

/** The organisation of a workspace that installed the app by itself; undefined without one or the other. */
export async function organisationOf(
  workspace: string,
  { installations, seal }: Pick<SealedNeeds, 'installations' | 'seal'>,
): Promise<string | undefined> {
  const found = await installations.get('slack', workspace);
  if (found === undefined) return undefined;
  try {
    const { enterprise, isEnterpriseInstall } = keptSchema.parse(JSON.parse(seal.open(found.sealed, workspace)));
    return isEnterpriseInstall ? undefined : enterprise?.id;
  } catch {
    // A token whose key is lost must not keep the organisation's installation from answering.
    return undefined;
  }
}

function ownerOf({ team, enterprise, isEnterpriseInstall }: Kept): z.infer<typeof ownerSchema> {
  const owner = isEnterpriseInstall ? enterprise : team;
  if (owner === undefined) throw new Error('Slack told of an installation that is nobody’s');
  return owner;
}

/** Seals anew what an older key sealed, so that the older key may go. Returns how many. */
export async function sealAnew({ installations, seal, clock, log }: SealedNeeds): Promise<number> {
  let count = 0;
  for (const { workspace, sealed: before } of await installations.list('slack')) {
    if (seal.isNewest(before)) continue;
    // Another process may be renewing the token; what it saves must not be overwritten with the one before.
    const isOurs = await installations.takeForRenewal('slack', workspace, { at: isoNow(clock), holdMs: resealMs });
    const installation = isOurs ? await installations.get('slack', workspace) : undefined;
    if (installation === undefined) {
      log.warn({ workspace }, 'Slack: a workspace’s token is being renewed; it is sealed anew at the next start');
      continue;
    }
    try {
      const sealed = seal.close(seal.open(installation.sealed, workspace), workspace);
      await installations.save({ ...installation, sealed });
      count += 1;
    } catch (error) {
      log.error({ err: error, workspace }, 'Slack: a workspace’s token cannot be opened; its posts will fail');
    }
  }
  return count;
}

/** The bot's token in a workspace. Throws UserError when no key opens it. */
export function tokenIn({ sealed, workspace }: Installation, seal: Seal): string {
  return keptSchema.parse(JSON.parse(seal.open(sealed, workspace))).bot.token;
}

function toInstallation({ bot, user, team, enterprise, appId, isEnterpriseInstall }: Kept): BoltInstallation {
  const { refreshToken, expiresAt, ...lasting } = bot;
  const common = {
    user: { id: user.id, token: undefined, scopes: undefined },
    bot: {
      ...lasting,
      ...(refreshToken !== undefined && { refreshToken }),
      ...(expiresAt !== undefined && { expiresAt }),
    },
    ...(appId !== undefined && { appId }),
    authVersion: 'v2' as const,
  };
  if (isEnterpriseInstall) return { ...common, team: undefined, enterprise: named(enterprise), isEnterpriseInstall };
  return { ...common, team: named(team), enterprise: undefined, isEnterpriseInstall };
}

function named(owner: z.infer<typeof ownerSchema> | undefined): { id: string; name?: string } {
  if (owner === undefined) throw new Error('an installation is nobody’s');
  return { id: owner.id, ...(owner.name !== undefined && { name: owner.name }) };
}
