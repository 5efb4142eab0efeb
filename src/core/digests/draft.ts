import type { Place } from '../chat/place.ts';
import type { Message } from '../messages/message.ts';
import type { Story } from '../stories/story.ts';
import type { Digest } from './digest.ts';

export interface ComposedDigest {
  readonly digest: Digest;
  readonly message: Message;
}

/** What a channel hears when its digest is due: the digest, that nothing is new but the bot still there, or nothing at all. */
export type Speech = 'digest' | 'heartbeat' | 'silence';

/** The digest that would be due to a channel now, in the words in which it would be posted. */
export interface Draft extends ComposedDigest {
  /** What of it the channel would hear. */
  readonly speech: Speech;
  /** How the channel's schedule stands, without which nothing is posted there by itself. */
  readonly schedule: 'active' | 'paused' | 'none';
}

/** Composes the digest of a story that would be due to a channel now. It records nothing. */
export type DraftDigest = (story: Story, place: Place) => Promise<Draft>;
