import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Clock } from '../../core/clock/clock.ts';
import type { Log } from '../../core/log/log.ts';

/** Somebody who became a guest, or was removed, may go on for so long. Milliseconds. */
const trustedMs = 600_000;
const remembered = 500;
const userSchema = z.object({
  user: z.object({
    deleted: z.boolean().default(false),
    is_restricted: z.boolean().default(false),
    is_ultra_restricted: z.boolean().default(false),
    is_stranger: z.boolean().default(false),
    is_bot: z.boolean().default(false),
  }),
});

/** Somebody in a channel, and the Web API of the workspace. */
export interface Somebody {
  readonly client: WebClient;
  readonly workspace: string;
  readonly channel: string;
  readonly user: string;
}

export type MayManage = (somebody: Somebody) => Promise<boolean>;

/**
 * Who may change what a channel is sent: full members of the workspace; guests, bots and people of other workspaces may not.
 * In a direct message everybody decides for themselves.
 */
export function memberships(clock: Clock, log: Log): MayManage {
  const known = new Map<string, { readonly may: boolean; readonly until: number }>();
  return async ({ client, workspace, channel, user }) => {
    if (channel.startsWith('D')) return true;
    const key = `${workspace}/${user}`;
    const before = known.get(key);
    if (before !== undefined && before.until > clock.now()) return before.may;
    try {
      const { user: found } = userSchema.parse(await client.apiCall('users.info', { user }));
      const { deleted, is_restricted: guest, is_ultra_restricted: limited, is_stranger: stranger, is_bot: bot } = found;
      const may = !(deleted || guest || limited || stranger || bot);
      if (known.size >= remembered) known.clear();
      known.set(key, { may, until: clock.now() + trustedMs });
      return may;
    } catch (error) {
      log.warn({ err: error }, 'Slack: it cannot be seen who may manage channels (scope users:read), so nobody may');
      return false;
    }
  };
}
