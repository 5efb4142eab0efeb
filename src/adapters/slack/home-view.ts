import type { Home, HomeChannel, HomeStory } from '../../core/chat/home.ts';
import type { ChannelSettings } from '../../core/settings/channel-settings.ts';
import { type ActionsBlock, actionsBlocks } from './buttons.ts';
import { formButton } from './forms.ts';
import { bold, type Inline, moment, plain, richText, section, type SlackBlock, titleBlock } from './render-slack.ts';

/** The bot's page: https://docs.slack.dev/reference/views/home-tab-views */
export interface HomeView {
  readonly type: 'home';
  readonly blocks: readonly (SlackBlock | ActionsBlock)[];
}

/** A view has at most 100 blocks; a channel takes two. */
const mostChannels = 30;
const mostStories = 20;

const threadWords: Readonly<Record<ChannelSettings['threads'], string>> = {
  questions: 'questions in its digests’ threads are answered',
  mention: 'in threads only mentions are answered',
  off: 'threads are left alone',
};

/**
 * The stories that are followed, and when their digests come to which channels, with the channels' settings and what changes
 * them. `home` holds the channels that the person may see and no others.
 */
export function homeView({ stories, channels }: Home): HomeView {
  const shown = channels.slice(0, mostChannels);
  const left = channels.length - shown.length;
  return {
    type: 'home',
    blocks: [
      ...titleBlock('Stories that I follow'),
      ...stories.slice(0, mostStories).map((story) => richText([section(storyLine(story))])),
      ...titleBlock('Digests in your channels'),
      ...(channels.length === 0 ? [richText([section(howToBegin(stories))])] : shown.flatMap(channelBlocks)),
      ...(left > 0 ? [richText([section([plain(`And ${left} more channels.`)])])] : []),
    ],
  };
}

function storyLine({ key, title, articles, newest }: HomeStory): Inline[] {
  const count = articles === 1 ? '1 article' : `${articles} articles`;
  return [
    { type: 'text', text: `/${key}`, style: { code: true } },
    plain(' '),
    bold(title),
    plain(` — ${count}`),
    ...(newest === undefined ? [] : [plain(', the newest of '), moment(newest, 'datetime')]),
  ];
}

function channelBlocks({ story, place, when, state, nextDue, settings }: HomeChannel): (SlackBlock | ActionsBlock)[] {
  const due = nextDue === undefined ? [] : [plain('; the next one '), moment(nextDue, 'datetime')];
  const line: Inline[] = [
    { type: 'channel', channel_id: place.channel },
    plain(` — /${story} ${when}${state === 'paused' ? ', paused' : ''}`),
    ...due,
    plain(`; ${threadWords[settings.threads]}.`),
  ];
  const buttons = [
    formButton('schedule', story, 'Change the schedule', place.channel),
    formButton('settings', story, 'Change the settings', place.channel),
  ];
  return [richText([section(line)]), ...actionsBlocks(buttons)];
}

function howToBegin(stories: readonly HomeStory[]): Inline[] {
  const line = `/${stories[0]?.key ?? 'story'} schedule set at:07:30 days:mon-fri`;
  return [
    plain('None yet. Invite me to a channel and type there '),
    { type: 'text', text: line, style: { code: true } },
  ];
}
