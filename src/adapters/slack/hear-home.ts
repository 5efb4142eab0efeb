import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { slackCode } from './errors.ts';
import { homeView } from './home-view.ts';
import type { Hearing } from './hearing.ts';
import { workspaceOf } from './workspace-of.ts';

const pageSchema = z.object({
  channels: z.array(z.object({ id: z.string() })).default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});
/** Nobody reads a page of more channels. */
const mostPages = 5;

/** The bot's page, made anew whenever somebody opens it. */
export function hearHome({ app, bot, work, log }: Hearing): void {
  app.event('app_home_opened', async ({ event, client, context }) => {
    const workspace = workspaceOf(context);
    if (event.tab !== 'home' || workspace === undefined) return;
    await work.run(async () => {
      const { stories, channels } = await bot.home({ platform: 'slack', workspace });
      const seen = await channelsOf(client, event.user);
      if (seen === undefined)
        log.warn({}, 'Slack: the page cannot show channels without channels:read and groups:read');
      const shown = channels.filter(({ place }) => seen?.has(place.channel) === true);
      const { type, blocks } = homeView({ stories, channels: shown });
      await client.apiCall('views.publish', { user_id: event.user, view: { type, blocks } });
    });
  });
}

/** The channels that somebody is in, and the bot may know of; undefined when it may not ask. */
async function channelsOf(client: WebClient, user: string): Promise<ReadonlySet<string> | undefined> {
  const seen = new Set<string>();
  let cursor: string | undefined;
  try {
    for (let page = 0; page < mostPages; page += 1) {
      const asked = { user, types: 'public_channel,private_channel', exclude_archived: true, limit: 200 };
      const answer = await client.apiCall('users.conversations', { ...asked, ...(cursor !== undefined && { cursor }) });
      const { channels, response_metadata: next } = pageSchema.parse(answer);
      for (const { id } of channels) seen.add(id);
      cursor = next?.next_cursor;
      if (cursor === undefined || cursor === '') return seen;
    }
    return seen;
  } catch (error) {
    if (slackCode(error) === undefined) throw error;
    return undefined;
  }
}
