import { z } from 'zod';

/** Where in which platform something is said. Its ids are the platform's own, as text. */
export const placeSchema = z.object({
  platform: z.string().min(1),
  /** Slack: team id. Discord: guild id, or "dm". Terminal: "local". */
  workspace: z.string().min(1),
  /** The platform's id of a channel; or, where `personalPlace` made it, of a person to whom alone something goes. */
  channel: z.string().min(1),
  /** The thread in the channel, absent at the channel's top. Slack: thread_ts. Discord: thread id (= its first message's id). */
  thread: z.string().min(1).optional(),
});

export type Place = z.infer<typeof placeSchema>;

/** No platform's ids of channels begin so. */
const personMark = '@';

/** Where a person of a place's workspace alone reads what is posted. `person` is the platform's id. */
export function personalPlace(person: string, { platform, workspace }: Place): Place {
  return { platform, workspace, channel: `${personMark}${person}` };
}

/** The platform's id of the person to whom alone something goes; undefined for a channel. */
export function personOf({ channel }: Place): string | undefined {
  return channel.startsWith(personMark) ? channel.slice(personMark.length) : undefined;
}

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
  /** Nothing that is sent later reaches whoever asks: the process ends with its answer. */
  readonly hears?: 'answer-only';
  /** Said in the open channel, in reply to a message that `place.thread` names: no thread of its own, as people see it. */
  readonly replying?: 'in-channel';
  /** The bot wrote what `place.thread` begins with, as the platform itself tells: whoever writes there speaks to the bot. */
  readonly threadBegunBy?: 'bot';
  /**
   * The platform's id of the role that somebody typed, by its id or its mention; undefined for anything else. Absent where
   * nobody can be mentioned.
   */
  readonly roleOf?: (typed: string) => string | undefined;
  /** What the bot lacks here to do its work, each fault with its mend; for people who may manage the channel. */
  readonly lacks?: () => Promise<readonly string[]>;
}
