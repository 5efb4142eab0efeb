import { type Clock, isoNow } from '../clock/clock.ts';
import type { ComposeDigest } from '../digests/compose-once.ts';
import { beginning, nextDueOf } from '../digests/create-digest-desk.ts';
import type { Digest } from '../digests/digest.ts';
import type { Speech } from '../digests/draft.ts';
import type { DigestWindow } from '../digests/window.ts';
import type { Envelope } from '../outbox/delivery.ts';
import type { Subscription } from '../schedules/subscription.ts';
import type { Occasion } from '../schedules/what-is-due.ts';
import type { Library } from '../stories/library.ts';
import type { LibraryDesk } from '../stories/library-desk.ts';
import type { Story } from '../stories/story.ts';
import { heartbeatDue, withHeartbeat } from './remarks.ts';
import { toldUntil } from './told.ts';
import type { WordDigest, WordedDigest } from './word-once.ts';

/** For whom a digest is composed: what the channel wishes for, if anything, and what it was sent last. */
export interface Listener {
  readonly story: Story;
  readonly subscription: Subscription | undefined;
  readonly latest: Envelope | undefined;
  /** What `ArticleStore.revision` gave just now, if it was asked. */
  readonly revision?: number;
  readonly occasion: Occasion['kind'];
}

/** What is chosen for a channel, and what of it the channel is to hear. */
export interface Choice {
  readonly library: Library;
  readonly window: DigestWindow;
  readonly digest: Digest;
  readonly speech: Speech;
}

export interface WordsNeeds {
  readonly libraries: LibraryDesk;
  readonly compose: ComposeDigest;
  readonly word: WordDigest;
  readonly clock: Clock;
}

/** Chooses what a channel would be told now: what was added since it was told last, or all where it never was. */
export async function chooseDigest(listener: Listener, { libraries, compose, clock }: WordsNeeds): Promise<Choice> {
  const { story, subscription, latest, revision } = listener;
  const library = await libraries.open(story, revision);
  const from = subscription === undefined ? beginning : toldUntil(subscription, latest);
  const window = { from, to: isoNow(clock) };
  const digest = compose(library, window);
  return { library, window, digest, speech: speechFor(digest, listener, clock.now()) };
}

/** Words what was chosen as it is posted to the channel, were it silence too. */
export async function wordChoice(
  { library, digest, speech }: Choice,
  subscription: Subscription | undefined,
  { word, clock }: WordsNeeds,
): Promise<WordedDigest> {
  const worded = await word(digest, library, nextDueOf(subscription, clock.now()));
  return speech === 'heartbeat' ? { ...worded, message: withHeartbeat(worded.message) } : worded;
}

function speechFor(digest: Digest, { subscription, occasion, latest }: Listener, nowMs: number): Speech {
  if (digest.sources.length > 0 || occasion === 'asked' || subscription === undefined) return 'digest';
  if (subscription.nothingNew === 'line') return 'digest';
  if (subscription.nothingNew === 'silent') return 'silence';
  return heartbeatDue(subscription, latest, nowMs) ? 'heartbeat' : 'silence';
}
