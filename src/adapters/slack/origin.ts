import type { Origin } from '../../core/chat/place.ts';
import { lacksIn } from './lacks.ts';
import type { MayManage, Somebody } from './members.ts';
import { groupIdOf } from './user-groups.ts';

/** Somebody who typed or pressed, where they did, and the Web API of the workspace in which the bot heard it. */
export interface HeardFrom extends Somebody {
  readonly thread?: string;
  /** As in `Origin`. */
  readonly threadBegunBy?: 'bot';
}

export async function originOf(from: HeardFrom, mayManage: MayManage): Promise<Origin> {
  const { client, workspace, channel, thread, threadBegunBy, user } = from;
  return {
    place: { platform: 'slack', workspace, channel, ...(thread !== undefined && { thread }) },
    user: { id: user, mayManage: await mayManage(from) },
    ...(threadBegunBy !== undefined && { threadBegunBy }),
    roleOf: groupIdOf,
    lacks: () => lacksIn(client, channel),
  };
}
