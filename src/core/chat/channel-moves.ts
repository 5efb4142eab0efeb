import type { LeftPlace } from './place.ts';

/** Where platforms give a channel or its workspace another id, everything that is kept under the old one goes with it. */
export interface ChannelMoves {
  /** All or nothing; what the new channel has of its own stays as it is. Doing it again changes nothing. */
  move(from: Required<LeftPlace>, to: string): Promise<void>;
  /** The same for all channels of a workspace, which are another workspace's from now on and keep their ids. */
  moveWorkspace(from: Pick<LeftPlace, 'platform' | 'workspace'>, to: string): Promise<void>;
}
