import { personalPlace } from '../chat/place.ts';
import { type Clock, isoNow } from '../clock/clock.ts';
import { conversationKey, type ConversationStore } from '../conversations/conversation.ts';
import { beginning } from '../digests/create-digest-desk.ts';
import type { PreviewWish } from '../digests/digest-desk.ts';
import type { DraftDigest } from '../digests/draft.ts';
import { previewMessage } from '../digests/preview-message.ts';
import { newDeliveryId } from '../ids/ids.ts';
import { digestPreview, messageDeliver } from '../jobs/jobs.ts';
import { handle, type JobHandler, type JobQueue, NeverRetry } from '../jobs/queue.ts';
import type { Log } from '../log/log.ts';
import type { Message } from '../messages/message.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Story } from '../stories/story.ts';
import { inTurn } from './in-turn.ts';
import { answers, previewKey, previewsOf, previewUsefulMs } from './previews.ts';
import { isOnItsWay } from './told.ts';

export interface PreviewNeeds {
  readonly draft: DraftDigest;
  readonly outbox: Outbox;
  readonly queue: JobQueue;
  readonly conversations: ConversationStore;
  readonly stories: readonly Story[];
  readonly clock: Clock;
  readonly log: Log;
}

/** The worker of previews. */
export function previewHandlers(needs: PreviewNeeds): JobHandler[] {
  const composing = inTurn();
  return [handle(digestPreview, ({ payload }) => composing(previewsOf(payload), () => composePreview(payload, needs)))];
}

/**
 * Composes a preview into the outbox, for the direct messages of whoever asked, and adds the job that posts it. Run again
 * it makes no other. It belongs to no subscription, so whatever becomes of it, nothing counts as told and no schedule rests.
 */
async function composePreview(wish: PreviewWish, needs: PreviewNeeds): Promise<void> {
  const { outbox, queue, stories, clock, log } = needs;
  const story = stories.find(({ key }) => key === wish.story);
  if (story === undefined) throw new NeverRetry(`the story "${wish.story}" is no longer followed`);
  const last = await outbox.latest(previewsOf(wish));
  if (last !== undefined && answers(last, wish.at, clock.now())) {
    if (isOnItsWay(last)) await queue.add(messageDeliver, { delivery: last.id }, last.id);
    return;
  }
  if (clock.now() - Date.parse(wish.at) > previewUsefulMs)
    return log.warn({ story: story.key, asked: wish.at }, 'a preview was left out: it is too late for it');
  const message = previewMessage(await needs.draft(story, wish.place), wish.place);
  await remember(message, wish, needs);
  const { id } = await outbox.put({
    id: newDeliveryId(),
    key: previewKey(wish),
    story: story.key,
    place: personalPlace(wish.person, wish.place),
    message,
    state: 'waiting',
    createdAt: isoNow(clock),
    // It tells the channel nothing.
    tellsUntil: beginning,
  });
  await queue.add(messageDeliver, { delivery: id }, id);
  log.info({ delivery: id, story: story.key }, 'a preview is in the outbox');
}

/** Where it was asked for, its numbers are what "source 3" means from now on. */
async function remember(
  { title, citations }: Message,
  { story, place, person }: PreviewWish,
  { conversations, clock }: PreviewNeeds,
): Promise<void> {
  if (citations.length === 0) return;
  const key = conversationKey(story, { place, user: { id: person, mayManage: false } });
  await conversations.remember(key, { shown: { title, at: isoNow(clock), citations } });
}
