import type { BlindSpot } from '../digests/blind-spots.ts';
import type { Story } from '../stories/story.ts';
import type { FeedDesk } from './feed-desk.ts';
import { isTrouble } from './feed-state.ts';

/** The feeds of a story that cannot be read now. */
export async function blindSpotsOf(story: Story, feeds: FeedDesk): Promise<BlindSpot[]> {
  return (await feeds.health(story)).flatMap(({ publisher, condition, troubleSince }) =>
    isTrouble(condition) ? [{ publisher, condition, since: troubleSince ?? null }] : [],
  );
}
