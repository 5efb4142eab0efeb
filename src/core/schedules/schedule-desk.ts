import type { LeftPlace, Origin, Place } from '../chat/place.ts';
import type { Story } from '../stories/story.ts';
import type { Run } from './run.ts';
import type { NothingNew, Quiet, Subscription, Timing } from './subscription.ts';

/** What a schedule says besides its times. What is absent stays as it was; `quiet: 'none'` ends quiet hours. */
export interface ScheduleOptions {
  readonly quiet?: Quiet | 'none';
  readonly nothingNew?: NothingNew;
}

/** A run with what became of the digest that was composed. */
export interface ShownRun extends Run {
  /** The delivery's state, and why it failed; of the newest run only. */
  readonly state?: string;
  readonly reason?: string;
}

/** A subscription with its next due times and what came of the last ones. */
export interface ScheduleView {
  readonly subscription: Subscription;
  /** ISO 8601 UTC, soonest first, at most five; empty while paused. */
  readonly nextDue: readonly string[];
  /** Newest first, at most 50. */
  readonly runs: readonly ShownRun[];
}

/** Where schedules are set, shown and ended. */
export interface ScheduleDesk {
  /**
   * Sets the channel's schedule for a story, or changes it: without a timing the one it has stays. Throws UserError when it
   * has none to change.
   */
  set(story: Story, timing: Timing | undefined, origin: Origin, options?: ScheduleOptions): Promise<ScheduleView>;
  show(story: Story, origin: Origin): Promise<ScheduleView | undefined>;
  /** Of all stories and channels of a workspace. */
  inWorkspace(at: Pick<Place, 'platform' | 'workspace'>): Promise<ScheduleView[]>;
  /** Throws UserError when the channel has no schedule for the story (also `resume` and `remove`). */
  pause(story: Story, origin: Origin): Promise<ScheduleView>;
  resume(story: Story, origin: Origin): Promise<ScheduleView>;
  remove(story: Story, origin: Origin): Promise<void>;
  /** Pauses every schedule of a place where the bot is no more; somebody may resume them when it is back. */
  pauseAll(at: LeftPlace): Promise<void>;
  /**
   * Makes the queue's schedulers agree with the store, and has a look taken at what fell due while no process ran; run at
   * start.
   */
  restore(): Promise<void>;
}
