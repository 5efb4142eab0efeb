import type { PreviewAsked, PreviewWish } from '../digests/digest-desk.ts';
import { UserError } from '../errors/errors.ts';
import { digestPreview } from '../jobs/jobs.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { previewKey, previewsOf } from './previews.ts';

/** Gives what adds the job that makes a preview, and throws UserError when the one of this minute did not reach the person. */
export function sendPreviews({
  outbox,
  queue,
}: {
  readonly outbox: Outbox;
  readonly queue: JobQueue;
}): (wish: PreviewWish) => Promise<PreviewAsked> {
  return async (wish) => {
    const key = previewKey(wish);
    const last = await outbox.latest(previewsOf(wish));
    const lastUnreached = last?.state === 'given-up' ? last.createdAt : undefined;
    if (lastUnreached !== undefined && last?.key === key)
      throw new UserError(
        'The preview that you asked for just now did not reach you.',
        `See whether I may write to you directly, and ask again in a minute; or see the digest here: /${wish.story} digest.`,
      );
    await queue.add(digestPreview, wish, key);
    return { asked: wish.at, ...(lastUnreached !== undefined && { lastUnreached }) };
  };
}
