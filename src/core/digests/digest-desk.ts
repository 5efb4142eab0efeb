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
  /** ISO 8601 UTC: up to where digests have told this channel; undefined before the first. */
  toldUntil(story: Story, place: Place): Promise<string | undefined>;
}
