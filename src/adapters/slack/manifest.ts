import { stringify } from 'yaml';
import type { Story } from '../../core/stories/story.ts';
import { neededScopes } from './check-slack.ts';
import { shortcutId } from './hear-commands.ts';

/** https://docs.slack.dev/reference/app-manifest: lengths in characters. */
const longestDescription = 100;
const longestShortcutName = 24;

/**
 * The app's manifest as YAML, for "Create New App" > "From a manifest": a slash command and a message shortcut for each story,
 * the scopes that the bot uses, and Socket Mode.
 */
export function slackManifest(stories: readonly Story[]): string {
  return stringify(
    {
      display_information: {
        name: 'Communiqué',
        description: 'Briefs this channel on a developing story; every sentence stands in a named article',
      },
      features: {
        bot_user: { display_name: 'Communiqué', always_online: true },
        app_home: { messages_tab_enabled: true, messages_tab_read_only_enabled: false },
        slash_commands: stories.map(({ key, title }) => ({
          command: `/${key}`,
          description: title.slice(0, longestDescription),
          usage_hint: 'brief | changes | who | ask QUESTION | help',
          should_escape: false,
        })),
        shortcuts: stories.map(({ key }) => ({
          name: shortcutName(key, stories.length),
          type: 'message',
          callback_id: shortcutId(key),
          description: 'Looks for what the articles say about this message',
        })),
      },
      oauth_config: { scopes: { bot: [...neededScopes] } },
      settings: {
        event_subscriptions: {
          bot_events: ['app_mention', 'message.channels', 'message.groups', 'message.im'],
        },
        interactivity: { is_enabled: true },
        org_deploy_enabled: false,
        socket_mode_enabled: true,
        token_rotation_enabled: false,
      },
    },
    { lineWidth: 0 },
  );
}

function shortcutName(key: string, count: number): string {
  return (count === 1 ? 'Check in the articles' : `Check: ${key}`).slice(0, longestShortcutName);
}
