import type { CommandContext } from '../commands/define-command.ts';
import { conversationKey, type Numbered } from '../conversations/conversation.ts';
import type { Story } from '../stories/story.ts';
import type { BotNeeds } from './create-bot.ts';
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
    feeds,
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
    toldIn: async (article) =>
      (await outbox.sentCiting(article, origin.place)).map(({ createdAt, message }) => ({
        at: createdAt,
        title: message.title,
      })),
  };
}

function citationsOf({ message }: { readonly message: Pick<Numbered, 'citations'> }): Pick<Numbered, 'citations'> {
  return { citations: message.citations };
}

/** People mean the numbers that they saw last. */
function newest(one: Numbered | undefined, other: Numbered | undefined): Numbered | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Date.parse(one.at) >= Date.parse(other.at) ? one : other;
}
