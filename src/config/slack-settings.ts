import { z } from 'zod';

/** How Slack reaches the bot, and as whom it speaks; see docs/slack.md. */
export type SlackSettings =
  | { readonly kind: 'socket'; readonly botToken: string; readonly appToken: string }
  | { readonly kind: 'http'; readonly botToken: string; readonly signingSecret: string; readonly port: number }
  | {
      readonly kind: 'oauth';
      readonly clientId: string;
      readonly clientSecret: string;
      readonly signingSecret: string;
      readonly port: number;
      readonly tokenKeys: readonly string[];
    };

const keyBytes = 32;
const badKey = 'must be keys of 32 bytes in base64, the newest first, with commas between: openssl rand -base64 32';
const badPort = 'must be a port, such as 3000';

/** The variables of Slack, each by itself. */
export const slackVariables = {
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith('xoxb-', { error: 'must begin with xoxb-: it is under "OAuth & Permissions" of the Slack app' })
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', { error: 'must begin with xapp-: it is under "Basic Information" > "App-Level Tokens"' })
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .min(16, { error: 'is too short: it is under "Basic Information" > "App Credentials"' })
    .optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_TOKEN_KEYS: z
    .string()
    .transform((text) => text.split(',').map((key) => key.trim()))
    .refine((keys) => keys.every((key) => Buffer.from(key, 'base64').length === keyBytes), { error: badKey })
    .optional(),
  SLACK_PORT: z.coerce
    .number({ error: badPort })
    .int({ error: badPort })
    .min(1, { error: badPort })
    .max(65_535, { error: badPort })
    .default(3_000),
} as const;

type Variables = z.infer<z.ZodObject<typeof slackVariables>>;
type Name = keyof Variables;

/** What each way to connect is made of. */
const ways = {
  oauth: ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_SIGNING_SECRET', 'SLACK_TOKEN_KEYS'],
  http: ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'],
  socket: ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'],
} as const satisfies Readonly<Record<SlackSettings['kind'], readonly Name[]>>;

export interface SlackFault {
  readonly variable: Name;
  readonly message: string;
}

/** The way to connect that the variables name, if any, or what is wrong with them together. */
export function slackConnection(read: Variables): {
  readonly slack?: SlackSettings;
  readonly faults: readonly SlackFault[];
} {
  const kind = wayOf(read);
  if (kind === undefined) return { faults: [] };
  const missing = ways[kind].filter((name) => read[name] === undefined);
  const beside = ways[kind].filter((name) => !missing.includes(name)).join(' and ');
  const faults = missing.map((variable) => ({ variable, message: `is missing: Slack needs it beside ${beside}` }));
  if (kind === 'oauth' && read.SLACK_BOT_TOKEN !== undefined)
    faults.push({
      variable: 'SLACK_BOT_TOKEN',
      message: 'is for one workspace, and SLACK_CLIENT_ID for many: keep one',
    });
  const slack = connectionOf(kind, read);
  return faults.length > 0 || slack === undefined ? { faults } : { slack, faults };
}

function wayOf(read: Variables): SlackSettings['kind'] | undefined {
  const isSet = (...names: Name[]): boolean => names.some((name) => read[name] !== undefined);
  if (isSet('SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_TOKEN_KEYS')) return 'oauth';
  if (isSet('SLACK_APP_TOKEN')) return 'socket';
  if (isSet('SLACK_SIGNING_SECRET')) return 'http';
  return isSet('SLACK_BOT_TOKEN') ? 'socket' : undefined;
}

function connectionOf(kind: SlackSettings['kind'], read: Variables): SlackSettings | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = read;
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_TOKEN_KEYS: tokenKeys } = read;
  const port = read.SLACK_PORT;
  switch (kind) {
    case 'socket':
      return botToken === undefined || appToken === undefined ? undefined : { kind, botToken, appToken };
    case 'http':
      return botToken === undefined || signingSecret === undefined
        ? undefined
        : { kind, botToken, signingSecret, port };
    case 'oauth':
      if (clientId === undefined || clientSecret === undefined) return undefined;
      if (signingSecret === undefined || tokenKeys === undefined) return undefined;
      return { kind, clientId, clientSecret, signingSecret, port, tokenKeys };
  }
}
