import type { Story } from '../stories/story.ts';
import type { FeedState } from './feed-state.ts';

/** The feeds of the stories: how they stand, and when they are looked at. */
export interface FeedDesk {
  /** How each feed of a story stands, in the order of the story file; `new` for one that was never looked at. */
  health(story: Story): Promise<FeedState[]>;
  /** Makes the queue's schedulers those of the story files: one for each feed. Called at start. */
  restore(): Promise<void>;
}
