/** What the bot does in Slack, by the scope that lets it. */
const uses = {
  'app_mentions:read': 'to hear mentions',
  'channels:history': 'to hear questions in the threads of its digests',
  'channels:read': 'to see where it is, and when it is removed',
  'chat:write': 'to post',
  commands: 'for the slash command',
  'files:write': 'to upload exports',
  'groups:history': 'to hear questions in private channels',
  'groups:read': 'to see in which private channels it is',
  'im:history': 'to hear direct messages',
  'im:write': 'to send previews, and to tell whoever set a schedule that its channel is gone',
  'users:read': 'to tell members from guests',
} as const satisfies Readonly<Record<string, string>>;

type Scope = keyof typeof uses;

function isScope(name: string): name is Scope {
  return name in uses;
}

export const neededScopes: readonly Scope[] = Object.keys(uses).filter(isScope);

/** What the app was not granted, each with what for: "files:write (to upload exports)". */
export function missingScopes(granted: readonly string[]): string[] {
  return neededScopes.filter((scope) => !granted.includes(scope)).map((scope) => `${scope} (${uses[scope]})`);
}

/** Where scopes are ticked. */
export const scopesMend =
  'At https://api.slack.com/apps tick them under "OAuth & Permissions" > "Scopes" > "Bot Token Scopes", then "Install App" > "Reinstall"; the manifest names them all.';
