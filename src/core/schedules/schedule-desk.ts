import type { LeftPlace, Origin } from '../chat/place.ts';
import type { Story } from '../stories/story.ts';
import type { Subscription, Timing } from './subscription.ts';

/** A subscription with its next due times. */
export interface ScheduleView {
  readonly subscription: Subscription;
  /** ISO 8601 UTC, soonest first, at most five; empty while paused. */
  readonly nextDue: readonly string[];
}

/** Where schedules are set, shown and ended. */
export interface ScheduleDesk {
  /** Sets or replaces the channel's schedule for a story. Throws UserError for a time zone that does not exist. */
  set(story: Story, timing: Timing, origin: Origin): Promise<ScheduleView>;
  show(story: Story, origin: Origin): Promise<ScheduleView | undefined>;
  /** Throws UserError when the channel has no schedule for the story (also `resume` and `remove`). */
  pause(story: Story, origin: Origin): Promise<ScheduleView>;
  resume(story: Story, origin: Origin): Promise<ScheduleView>;
  remove(story: Story, origin: Origin): Promise<void>;
  /** Pauses every schedule of a place where the bot is no more; somebody may resume them when it is back. */
  pauseAll(at: LeftPlace): Promise<void>;
  /** Makes the queue's schedulers agree with the store; run at start. */
  restore(): Promise<void>;
}
