import type { LeftPlace, Origin } from '../chat/place.ts';
import type { Story } from '../stories/story.ts';
import type { Watch, WatchRule } from './watch.ts';

export interface WantedWatch extends WatchRule {
  /** The platform's id of a role to mention; absent, one that is set already stays. */
  readonly role?: string;
}

export interface AddedWatch {
  readonly watch: Watch;
  /** How many alerts it would have given in the week before. */
  readonly firings: number;
}

/** Where watches are set, listed and ended. */
export interface WatchDesk {
  /** Adds a watch to the channel; one that is there stays, and is active again. Throws UserError when there are too many. */
  add(story: Story, wanted: WantedWatch, origin: Origin): Promise<AddedWatch>;
  list(story: Story, origin: Origin): Promise<Watch[]>;
  /** Of all stories and channels of a workspace. */
  inWorkspace(at: LeftPlace): Promise<Watch[]>;
  /** Throws UserError when the channel has no such watch. */
  remove(story: Story, rule: WatchRule, origin: Origin): Promise<Watch>;
  /** Pauses every watch of a place where the bot is no more; adding one again lets it go on. */
  pauseAll(at: LeftPlace): Promise<void>;
  /** Makes the queue look at the watches again and again; run at start. */
  restore(): Promise<void>;
}
