import { z } from 'zod';

/** Where in which platform something is said. Its ids are the platform's own, as text. */
export const placeSchema = z.object({
  platform: z.string().min(1),
  /** Slack: team id. Discord: guild id, or "dm". Terminal: "local". */
  workspace: z.string().min(1),
  channel: z.string().min(1),
  /** The thread in the channel, absent at the channel's top. Slack: thread_ts. Discord: thread id (= its first message's id). */
  thread: z.string().min(1).optional(),
});

export type Place = z.infer<typeof placeSchema>;

/** Where the bot is no more: a channel, or a whole workspace when none is named. */
export interface LeftPlace {
  readonly platform: string;
  readonly workspace: string;
  readonly channel?: string;
}

/** Who asks, and where. */
export interface Origin {
  readonly place: Place;
  readonly user: {
    readonly id: string;
    /** May change what this channel is sent; each platform decides by its own permissions. */
    readonly mayManage: boolean;
  };
  /** What the bot lacks here to do its work, each fault with its mend; for people who may manage the channel. */
  readonly lacks?: () => Promise<readonly string[]>;
}
