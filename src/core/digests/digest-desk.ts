import type { Place } from '../chat/place.ts';
import type { Message } from '../messages/message.ts';
import type { Story } from '../stories/story.ts';
import type { Digest } from './digest.ts';

export interface ComposedDigest {
  readonly digest: Digest;
  readonly message: Message;
}

/** Where digests are made. */
export interface DigestDesk {
  /**
   * The digest a channel would get now: what was added since the last one posted there, or the whole story when none was.
   * It records nothing.
   */
  preview(story: Story, place: Place): Promise<ComposedDigest>;
  /**
   * Has the digest composed and posted to the channel as one that is due, whatever the hour. Asked for again within the
   * minute it comes once. Returns the moment (ISO 8601 UTC) for which it was asked; undefined when the channel has no
   * schedule, which keeps what was told there.
   */
  now(story: Story, place: Place): Promise<string | undefined>;
  /** ISO 8601 UTC: up to where digests have told this channel; undefined before the first. */
  toldUntil(story: Story, place: Place): Promise<string | undefined>;
}
