import type { LeftPlace } from './place.ts';

/** Where platforms give a channel another id, everything that is kept under the old one goes with it. */
export interface ChannelMoves {
  /** All or nothing; what the new channel has of its own stays as it is. Doing it again changes nothing. */
  move(from: Required<LeftPlace>, to: string): Promise<void>;
}
