import type { REST } from 'discord.js';
import type { Log } from '../../core/log/log.ts';
import type { ChannelKind } from './channel-kinds.ts';

/** What posting to Discord is made of. */
export interface PostNeeds {
  readonly rest: REST;
  readonly kinds: (channel: string, signal: AbortSignal) => Promise<ChannelKind>;
  readonly log: Log;
}
