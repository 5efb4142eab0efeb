import type { Story } from '../stories/story.ts';

/** A source that could not be looked at: nothing new from it is not the same as nothing new. */
export interface BlindSpot {
  readonly publisher: string;
  /** It refuses us, gives what cannot be read, or does not answer in time; `/… health` says more. */
  readonly condition: 'blocked' | 'broken' | 'timeout';
  /** ISO 8601 UTC. */
  readonly since: string | null;
}

/** Says what of a story's sources cannot be looked at now. */
export type FindBlindSpots = (story: Story) => Promise<readonly BlindSpot[]>;
