import { composeOnce } from '../digests/compose-once.ts';
import type { DraftDigest } from '../digests/draft.ts';
import { chooseDigest, wordChoice } from './compose-for-channel.ts';
import type { DeliveryNeeds } from './delivery-needs.ts';
import { wordOnce } from './word-once.ts';

export type DraftingNeeds = Pick<
  DeliveryNeeds,
  'subscriptions' | 'outbox' | 'libraries' | 'blindSpots' | 'writer' | 'clock'
>;

/** Drafts digests by what composes those that are due, so that both say the same. */
export function draftDigests(needs: DraftingNeeds): DraftDigest {
  const { subscriptions, outbox } = needs;
  const composing = { ...needs, compose: composeOnce(), word: wordOnce(needs) };
  return async (story, place) => {
    const known = await subscriptions.find(story.key, place);
    const standing = known === undefined ? undefined : await outbox.standing(known.id);
    const { subscription, latest } = standing ?? {};
    const choice = await chooseDigest({ story, subscription, latest, occasion: 'slot' }, composing);
    const { digest, message } = await wordChoice(choice, subscription, composing);
    return { digest, message, speech: choice.speech, schedule: subscription?.state ?? 'none' };
  };
}
