import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Log } from '../../core/log/log.ts';

const remembered = 500;
const userSchema = z.object({
  user: z.object({
    deleted: z.boolean().default(false),
    is_restricted: z.boolean().default(false),
    is_ultra_restricted: z.boolean().default(false),
    is_bot: z.boolean().default(false),
  }),
});

/** Who may change what a channel is sent: full members of the workspace; guests and bots may not. */
export function memberships(client: WebClient, log: Log): { mayManage(user: string): Promise<boolean> } {
  const known = new Map<string, boolean>();
  return {
    mayManage: async (user) => {
      const before = known.get(user);
      if (before !== undefined) return before;
      try {
        const { user: found } = userSchema.parse(await client.apiCall('users.info', { user }));
        const may = !(found.deleted || found.is_restricted || found.is_ultra_restricted || found.is_bot);
        if (known.size >= remembered) known.clear();
        known.set(user, may);
        return may;
      } catch (error) {
        log.warn({ err: error }, 'Slack: it cannot be seen who may manage channels (scope users:read), so nobody may');
        return false;
      }
    },
  };
}
