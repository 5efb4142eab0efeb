/** Channels that the bot has left, or that are no more; https://docs.slack.dev/reference/events */
export const channelsLost = [
  'channel_left',
  'group_left',
  'channel_archive',
  'group_archive',
  'channel_deleted',
  'group_deleted',
] as const;

/** The events that the bot hears, for the manifest. */
export const subscribedEvents = [
  ...['app_home_opened', 'app_mention', 'message.channels', 'message.groups', 'message.im'],
  ...channelsLost,
  ...['channel_id_changed', 'member_joined_channel', 'member_left_channel', 'app_uninstalled', 'tokens_revoked'],
] as const;

/** What an organisation's installation hears besides: which of its workspaces it may, and may no longer, speak in. */
export const organisationEvents = ['team_access_granted', 'team_access_revoked'] as const;

/** Begins the callback id of a story's message shortcut "Check against the articles". */
const shortcutPrefix = 'check-';
export const shortcutPattern = /^check-/;

export function shortcutId(story: string): string {
  return `${shortcutPrefix}${story}`;
}

export function storyOfShortcut(callbackId: string): string {
  return callbackId.slice(shortcutPrefix.length);
}
