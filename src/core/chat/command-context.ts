import type { CommandContext, StuckMessage } from '../commands/define-command.ts';
import { conversationKey, type Numbered } from '../conversations/conversation.ts';
import { putBack } from '../delivery/put-back.ts';
import type { Story } from '../stories/story.ts';
import { noWriter } from '../writing/writer.ts';
import type { BotNeeds } from './bot-needs.ts';
import type { Origin } from './place.ts';

/** What a command may ask for, for one story, place and person. */
export function contextOf(needs: BotNeeds, story: Story, origin: Origin): CommandContext {
  const { clock, digests, schedules, feeds, commands, conversations, outbox } = needs;
  const key = conversationKey(story.key, origin);
  return {
    story,
    origin,
    clock,
    library: () => needs.libraries.open(story),
    digests,
    schedules,
    settings: needs.settings,
    watches: needs.watches,
    feeds,
    writer: needs.writer ?? noWriter,
    commands,
    recall: () => conversations.get(key),
    remember: (news) => conversations.remember(key, news),
    numbered: async () => {
      const { place } = origin;
      const digest =
        place.thread === undefined ? await outbox.newestSent(story.key, place) : await outbox.findByThread(place);
      const { shown } = await conversations.get(key);
      return newest(shown, digest && { title: digest.message.title, at: digest.createdAt, ...citationsOf(digest) });
    },
    digestReceipts: async () => (await outbox.findByThread(origin.place))?.receipts,
    stuck: () => stuckIn(origin.place, needs),
    putBack: async (id) => void (await putBack(id, needs)),
    toldIn: async (article) =>
      (await outbox.sentCiting(article, origin.place)).map(({ createdAt, message }) => ({
        at: createdAt,
        title: message.title,
      })),
  };
}

/** What has waited for less is on its ordinary way. Milliseconds. */
const ordinaryWaitMs = 120_000;
/** What was given up before that is history. Milliseconds. */
const rememberedMs = 24 * 3_600_000;

async function stuckIn(place: Origin['place'], { outbox, clock }: BotNeeds): Promise<StuckMessage[]> {
  const unsent = await outbox.unsent(new Date(clock.now() - rememberedMs).toISOString(), place);
  return unsent.flatMap(({ id, message, state, createdAt, reason, nextTryAt }) => {
    if (state === 'sent') return [];
    const isFresh = clock.now() - Date.parse(createdAt) < ordinaryWaitMs;
    if (isFresh && (state === 'waiting' || state === 'sending')) return [];
    return [
      {
        ...{ id, title: message.title, since: createdAt, state: state === 'sending' ? 'waiting' : state },
        ...(reason !== undefined && { reason }),
        ...(nextTryAt !== undefined && { nextTryAt }),
      },
    ];
  });
}

function citationsOf({ message }: { readonly message: Pick<Numbered, 'citations'> }): Pick<Numbered, 'citations'> {
  return { citations: message.citations };
}

/** People mean the numbers that they saw last. */
function newest(one: Numbered | undefined, other: Numbered | undefined): Numbered | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Date.parse(one.at) >= Date.parse(other.at) ? one : other;
}
