import { z } from 'zod';
import type { Origin } from '../chat/place.ts';
import type { StoryKey } from '../ids/ids.ts';
import { citationSchema } from '../messages/message.ts';

const numberedSchema = z.object({
  title: z.string(),
  /** ISO 8601 UTC. */
  at: z.string(),
  citations: z.array(citationSchema),
});

/** A message with numbers, which somebody may ask about. */
export type Numbered = z.infer<typeof numberedSchema>;

/** What the bot remembers of what it told somebody, so that "source 3", "and the mayor?" and "since last" mean something. */
export const conversationSchema = z.object({
  /** ISO 8601 UTC: what was added up to this moment has been told by `changes`. */
  toldUntil: z.string().optional(),
  /** The question asked last, completed where it leaned on the one before. */
  question: z.string().optional(),
  /** The answer whose numbers "source 3" means. */
  shown: numberedSchema.optional(),
});

export type Conversation = z.infer<typeof conversationSchema>;

/** Keeps conversations by key. */
export interface ConversationStore {
  /** Empty when nothing was said yet. */
  get(key: string): Promise<Conversation>;
  /** Changes what is given and keeps the rest. */
  remember(key: string, news: Conversation): Promise<void>;
}

/** In a thread all people share one conversation; elsewhere each person has their own in each channel. */
export function conversationKey(story: StoryKey, { place, user }: Origin): string {
  const { platform, workspace, channel, thread } = place;
  const within = thread === undefined ? ['user', user.id] : ['thread', thread];
  return JSON.stringify([story, platform, workspace, channel, ...within]);
}
