import { ChannelFlags, ChannelType, type REST, Routes } from 'discord.js';
import { z } from 'zod';

/** How a digest gets into a channel: as a message, or as a post of a forum, with a tag where the forum wants one. */
export type ChannelKind = { readonly kind: 'messages' } | { readonly kind: 'forum'; readonly tags: readonly string[] };

const forums: ReadonlySet<number> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia]);

const channelSchema = z.object({
  type: z.number(),
  flags: z.number().default(0),
  available_tags: z.array(z.object({ id: z.string(), moderated: z.boolean().default(false) })).default([]),
});

/** Knows the kind of each channel. A channel never becomes a forum or stops being one, so Discord is asked once. */
export function channelKinds(rest: REST): (channel: string, signal: AbortSignal) => Promise<ChannelKind> {
  const known = new Set<string>();
  return async (channel, signal) => {
    if (known.has(channel)) return { kind: 'messages' };
    const {
      type,
      flags,
      available_tags: tags,
    } = channelSchema.parse(await rest.get(Routes.channel(channel), { signal }));
    if (forums.has(type)) {
      const wanted = (flags & ChannelFlags.RequireTag) === 0 ? [] : tags.filter(({ moderated }) => !moderated);
      return { kind: 'forum', tags: wanted.slice(0, 1).map(({ id }) => id) };
    }
    known.add(channel);
    return { kind: 'messages' };
  };
}
