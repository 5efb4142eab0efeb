import type { FindBlindSpots } from '../digests/blind-spots.ts';
import { digestMessage } from '../digests/digest-message.ts';
import type { Digest } from '../digests/digest.ts';
import { wordDigest } from '../digests/word-digest.ts';
import type { Message } from '../messages/message.ts';
import { type ReceiptsFile, receiptsOf } from '../receipts/receipts-file.ts';
import type { Library } from '../stories/library.ts';
import type { Writer } from '../writing/writer.ts';

/** What a channel is told, and what that rests on. */
export interface WordedDigest {
  readonly digest: Digest;
  readonly message: Message;
  readonly receipts: ReceiptsFile;
}

/** Words a digest of a library for channels whose next one comes at `nextDue`: ISO 8601 UTC, undefined when none does. */
export type WordDigest = (digest: Digest, library: Library, nextDue: string | undefined) => Promise<WordedDigest>;

interface WordingNeeds {
  readonly blindSpots: FindBlindSpots;
  readonly writer?: Writer;
}

/**
 * Words a digest that was composed once for many channels once for all those whose next one comes at the same time; the
 * writer and the feeds are asked once for all of them. They get the same objects, by which the outbox knows what it holds.
 */
export function wordOnce(needs: WordingNeeds): WordDigest {
  const known = new WeakMap<Digest, Promise<(nextDue: string | undefined) => WordedDigest>>();
  return async (digest, library, nextDue) => {
    const wording = known.get(digest) ?? begin(digest, library, needs);
    known.set(digest, wording);
    wording.catch(() => known.delete(digest));
    return (await wording)(nextDue);
  };
}

async function begin(
  chosen: Digest,
  library: Library,
  { writer, blindSpots }: WordingNeeds,
): Promise<(nextDue: string | undefined) => WordedDigest> {
  const digest = await wordDigest(chosen, library, writer);
  const receipts = receiptsOf(digest, library);
  const spots = await blindSpots(library.story);
  const messages = new Map<string | undefined, Message>();
  return (nextDue) => {
    const message = messages.get(nextDue) ?? digestMessage(digest, library, { nextDue, blindSpots: spots });
    messages.set(nextDue, message);
    return { digest, message, receipts };
  };
}
