import type { StoryKey } from '../ids/ids.ts';
import { describeTiming } from '../schedules/describe-timing.ts';
import type { ChannelSettings } from '../settings/channel-settings.ts';
import type { BotNeeds } from './bot-needs.ts';
import type { Place } from './place.ts';

export interface HomeStory {
  readonly key: StoryKey;
  readonly title: string;
  readonly articles: number;
  /** ISO 8601 UTC: when the newest article was published; undefined without one. */
  readonly newest: string | undefined;
}

/** A channel that is sent digests. */
export interface HomeChannel {
  readonly story: StoryKey;
  readonly place: Place;
  /** "at 07:30, every day (Europe/Paris)". */
  readonly when: string;
  readonly state: 'active' | 'paused';
  /** ISO 8601 UTC; undefined while paused. */
  readonly nextDue: string | undefined;
  readonly settings: ChannelSettings;
}

/** What the bot does in a workspace, for a platform that gives it a page of its own. */
export interface Home {
  readonly stories: readonly HomeStory[];
  /** Every channel of the workspace; the platform shows only those that the person may see. */
  readonly channels: readonly HomeChannel[];
}

export async function homeOf(
  { stories, libraries, schedules, settings }: BotNeeds,
  at: Pick<Place, 'platform' | 'workspace'>,
): Promise<Home> {
  const views = await schedules.inWorkspace(at);
  return {
    stories: await Promise.all(
      stories.map(async (story) => {
        const { articles } = await libraries.open(story);
        const dates = articles.flatMap(({ article }) => article.published ?? []).toSorted();
        return { key: story.key, title: story.title, articles: articles.length, newest: dates.at(-1) };
      }),
    ),
    channels: await Promise.all(
      views.map(async ({ subscription, nextDue }) => ({
        story: subscription.story,
        place: subscription.place,
        when: describeTiming(subscription.timing),
        state: subscription.state,
        nextDue: nextDue[0],
        settings: await settings.get(subscription.place),
      })),
    ),
  };
}
