import { stringify } from 'yaml';
import type { CommandDefinition } from '../../core/commands/define-command.ts';
import type { Story } from '../../core/stories/story.ts';
import { beginning } from '../../core/text/beginning.ts';
import { neededScopes } from './scopes.ts';
import { organisationEvents, shortcutId, subscribedEvents } from './subscribed.ts';

/** https://docs.slack.dev/reference/app-manifest: lengths in characters. */
const longestDescription = 100;
const longestShortcutName = 24;
const longestHint = 60;

export interface ManifestNeeds {
  readonly stories: readonly Story[];
  readonly commands: readonly CommandDefinition[];
  /** Where Slack reaches the bot, "https://bot.example"; absent: by Socket Mode. */
  readonly publicUrl?: string;
  /** The bot is installed in many workspaces, each of which gives it a token that expires. */
  readonly workspaces: 'one' | 'many';
}

/**
 * The app's manifest as YAML, for "Create New App" > "From a manifest": a slash command and a message shortcut for each story,
 * the scopes that the bot uses, the events that it hears, and how Slack reaches it.
 */
export function slackManifest({ stories, commands, publicUrl, workspaces }: ManifestNeeds): string {
  const base = publicUrl?.replace(/\/+$/, '');
  const events = workspaces === 'many' ? [...subscribedEvents, ...organisationEvents] : subscribedEvents;
  const calls = (key: 'url' | 'request_url'): object => (base === undefined ? {} : { [key]: `${base}/slack/events` });
  return stringify(
    {
      display_information: {
        name: 'Communiqué',
        description: 'Briefs this channel on a developing story; every sentence stands in a named article',
      },
      features: {
        bot_user: { display_name: 'Communiqué', always_online: true },
        app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
        slash_commands: stories.map(({ key, title }) => ({
          command: `/${key}`,
          description: beginning(title, longestDescription),
          usage_hint: usageHint(commands),
          should_escape: false,
          ...calls('url'),
        })),
        shortcuts: stories.map(({ key }) => ({
          name: shortcutName(key, stories.length),
          type: 'message',
          callback_id: shortcutId(key),
          description: 'Looks for what the articles say about this message',
        })),
      },
      oauth_config: {
        ...(base !== undefined && workspaces === 'many' && { redirect_urls: [`${base}/slack/oauth_redirect`] }),
        scopes: { bot: [...neededScopes] },
      },
      settings: {
        event_subscriptions: { ...calls('request_url'), bot_events: events.toSorted() },
        interactivity: { is_enabled: true, ...calls('request_url') },
        // Where many install it, an organisation may do so for all of its workspaces.
        org_deploy_enabled: workspaces === 'many',
        socket_mode_enabled: base === undefined,
        token_rotation_enabled: workspaces === 'many',
      },
    },
    { lineWidth: 0 },
  );
}

/** As many verbs as there is room for, in the order of help, and where all of them are told. */
function usageHint(commands: readonly CommandDefinition[]): string {
  const names = commands.map(({ name }) => name).filter((name) => name !== 'help');
  let hint = 'help';
  for (let count = 1; count <= names.length; count += 1) {
    const longer = [...names.slice(0, count), 'help'].join(' | ');
    if (longer.length > longestHint) break;
    hint = longer;
  }
  return hint;
}

function shortcutName(key: string, count: number): string {
  return (count === 1 ? 'Check in the articles' : `Check: ${key}`).slice(0, longestShortcutName);
}
