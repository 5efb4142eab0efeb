import { type Clock, isoNow } from '../clock/clock.ts';
import { newDeliveryId } from '../ids/ids.ts';
import type { Message } from '../messages/message.ts';
import { command, note, paragraph, text, time } from '../messages/spans.ts';
import type { Delivery } from '../outbox/delivery.ts';
import type { SubscriptionStore } from '../schedules/subscription-store.ts';
import type { Story } from '../stories/story.ts';
import { type FeedState, isInTrouble } from './feed-state.ts';

/** Channels are told of a feed's trouble when it has lasted so long, and once. Milliseconds. */
const tellAfterMs = 3 * 3_600_000;
/** A notice tells no articles: nothing counts as told by it. */
const tellsNothing = '1970-01-01T00:00:00.000Z';

/** The notices that are due for a feed: one for each channel with an active schedule of a story that follows it. */
export async function troubleNotices(
  state: FeedState,
  needs: { readonly stories: readonly Story[]; readonly subscriptions: SubscriptionStore; readonly clock: Clock },
): Promise<Delivery[]> {
  const { stories, subscriptions, clock } = needs;
  const since = state.troubleSince;
  if (since === undefined || !isInTrouble(state) || state.troubleTold) return [];
  if (clock.now() - Date.parse(since) < tellAfterMs) return [];
  const following = stories.filter(({ sources }) => sources.some(({ feed }) => feed === state.feed));
  return (await subscriptions.list()).flatMap((subscription) => {
    const story = following.find(({ key }) => key === subscription.story);
    if (story === undefined || subscription.state === 'paused') return [];
    return [
      {
        id: newDeliveryId(),
        key: `feed:${state.feed}:${since}:${subscription.id}`,
        subscription: subscription.id,
        story: story.key,
        place: subscription.place,
        message: notice(state, story),
        state: 'waiting',
        createdAt: isoNow(clock),
        tellsUntil: tellsNothing,
      } satisfies Delivery,
    ];
  });
}

function notice(state: FeedState, story: Story): Message {
  const last = state.succeededAt ?? state.troubleSince;
  return {
    title: `${state.publisher} cannot be read`,
    blocks: [
      paragraph(
        text(`${story.title}: nothing has come from ${state.publisher}`),
        ...(last === undefined ? [] : [text(' since '), time(last, 'datetime')]),
        text(`. ${state.reason ?? ''} Digests may miss what it reports; I keep trying.`),
      ),
      note(text('How all feeds stand: '), command(`/${story.key} health`), text('.')),
    ],
    citations: [],
  };
}
