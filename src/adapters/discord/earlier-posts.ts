import { DiscordAPIError, Routes } from 'discord.js';
import { z } from 'zod';
import { markOf } from './nonce.ts';
import type { PostNeeds } from './post-needs.ts';
import type { DiscordPost } from './render-discord.ts';

/** How many of the newest messages are looked through for one that an earlier attempt posted. */
const recentMessages = 50;
/** How many of a forum's newest posts with the same name are looked at. */
const recentForumPosts = 3;

const messageSchema = z.object({
  id: z.string(),
  components: z.array(z.object({ id: z.number().optional() })).default([]),
});
const threadsSchema = z.object({
  threads: z.array(z.object({ id: z.string(), name: z.string(), parent_id: z.string().nullish() })),
});

/** A post whose first component bears a number that is the same for the same key; Discord keeps it with the message. */
export function marked(post: DiscordPost, key: string): DiscordPost {
  const [first, ...rest] = post.components;
  return first === undefined ? post : { ...post, components: [{ ...first, id: markOf(key) }, ...rest] };
}

interface Looking {
  readonly channel: string;
  readonly post: DiscordPost;
  readonly signal: AbortSignal;
}

/** The id of the message that was posted from the same key; undefined when there is none, or history may not be read. */
export async function findMarked(needs: PostNeeds, { channel, post, signal }: Looking): Promise<string | undefined> {
  const query = new URLSearchParams({ limit: String(recentMessages) });
  const messages = await mayFail(needs, needs.rest.get(Routes.channelMessages(channel), { query, signal }));
  return z
    .array(messageSchema)
    .parse(messages ?? [])
    .find((message) => bears(message, post))?.id;
}

/** The forum post that was made from the same key, if it is among the newest ones of that name. */
export async function findInForum(
  needs: PostNeeds,
  {
    forum,
    guild,
    name,
    post,
    signal,
  }: {
    readonly forum: string;
    readonly guild: string;
    readonly name: string;
    readonly post: DiscordPost;
    readonly signal: AbortSignal;
  },
): Promise<string | undefined> {
  const active = await mayFail(needs, needs.rest.get(Routes.guildActiveThreads(guild), { signal }));
  const { threads } = threadsSchema.parse(active ?? { threads: [] });
  const candidates = threads
    .filter((thread) => thread.parent_id === forum && thread.name === name)
    .toSorted((left, right) => (BigInt(left.id) < BigInt(right.id) ? 1 : -1))
    .slice(0, recentForumPosts);
  for (const { id } of candidates) {
    const message = await mayFail(needs, needs.rest.get(Routes.channelMessage(id, id), { signal }));
    if (message !== undefined && bears(messageSchema.parse(message), post)) return id;
  }
  return undefined;
}

function bears(message: z.infer<typeof messageSchema>, post: DiscordPost): boolean {
  const mark = post.components[0]?.id;
  return mark !== undefined && message.components[0]?.id === mark;
}

/** What may not be read, or is not there, was not posted as far as anybody can tell. */
async function mayFail({ log }: PostNeeds, look: Promise<unknown>): Promise<unknown> {
  try {
    return await look;
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || ![403, 404].includes(error.status)) throw error;
    log.debug({ err: error }, 'Discord: earlier posts could not be read (permission "Read Message History")');
    return undefined;
  }
}
