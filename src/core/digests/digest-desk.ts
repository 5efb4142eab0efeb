import type { Origin, Place } from '../chat/place.ts';
import type { StoryKey } from '../ids/ids.ts';
import type { Story } from '../stories/story.ts';
import type { ComposedDigest } from './draft.ts';

/** A wish for a preview, by ids alone. */
export interface PreviewWish {
  readonly story: StoryKey;
  /** The channel whose digest it is. */
  readonly place: Place;
  /** The platform's id of the person who asks, and who alone gets it. */
  readonly person: string;
  /** ISO 8601 UTC: when it was asked for. */
  readonly at: string;
}

/** A preview that comes by itself. */
export interface PreviewAsked {
  /** ISO 8601 UTC. */
  readonly asked: string;
  /** ISO 8601 UTC: when the person's last preview of this channel was made, if it could not reach them. */
  readonly lastUnreached?: string;
}

/** Where digests are made. */
export interface DigestDesk {
  /**
   * The digest a channel would get now: what was added since the last one posted there, or the whole story when none was.
   * It records nothing.
   */
  show(story: Story, place: Place): Promise<ComposedDigest>;
  /**
   * Has the digest that a channel would get now composed and sent to whoever asks alone, by the jobs that post digests;
   * who would not be reached later is given it at once. It counts nothing as told. Asked for again within the minute it
   * comes once. Throws UserError when the one of this minute could not reach the person.
   */
  preview(story: Story, origin: Origin): Promise<PreviewAsked | ComposedDigest>;
  /**
   * Has the digest composed and posted to the channel as one that is due, whatever the hour. Asked for again within the
   * minute it comes once. Returns the moment (ISO 8601 UTC) for which it was asked; undefined when the channel has no
   * schedule, which keeps what was told there.
   */
  now(story: Story, place: Place): Promise<string | undefined>;
  /** ISO 8601 UTC: up to where digests have told this channel; undefined before the first. */
  toldUntil(story: Story, place: Place): Promise<string | undefined>;
}
