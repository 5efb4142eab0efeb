import { z } from 'zod';
import { UserError } from '../core/errors/errors.ts';

const address = (protocols: string[], example: string) =>
  z
    .string()
    .refine((value) => protocols.includes(protocolOf(value)), { error: `must be an address such as ${example}` })
    .optional();

/** A digest is composed within a minute, and the model is one part of that. */
const longestWritingSeconds = 40;

/** Settings of which one is of no use without the other. */
const together = [
  ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'Slack'],
  ['WRITER_URL', 'WRITER_MODEL', 'the writer'],
] as const;

const wholeNumber = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

const schema = z
  .object({
    DATABASE_URL: address(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/communique'),
    REDIS_URL: address(['redis:', 'rediss:'], 'redis://host:6379'),
    SLACK_BOT_TOKEN: z
      .string()
      .startsWith('xoxb-', { error: 'must begin with xoxb-: it is under "OAuth & Permissions" of the Slack app' })
      .optional(),
    SLACK_APP_TOKEN: z
      .string()
      .startsWith('xapp-', { error: 'must begin with xapp-: it is under "Basic Information" > "App-Level Tokens"' })
      .optional(),
    SLACK_API_URL: address(['http:', 'https:'], 'https://slack.com/api/'),
    DISCORD_TOKEN: z
      .string()
      .min(20, { error: 'is too short: copy it whole from the page "Bot" of the Discord app' })
      .optional(),
    DISCORD_API_URL: address(['http:', 'https:'], 'https://discord.com/api'),
    DISCORD_MESSAGE_CONTENT: z.enum(['on', 'off'], { error: 'must be on or off' }).default('off'),
    WRITER_URL: address(['http:', 'https:'], 'https://models.example/v1'),
    WRITER_KEY: z.string().optional(),
    WRITER_MODEL: z.string().optional(),
    WRITER_CALLS_PER_DAY: wholeNumber(0, 1_000_000).default(200),
    WRITER_TIMEOUT_SECONDS: wholeNumber(1, longestWritingSeconds).default(15),
    COMMUNIQUE_DATA: z.string().default('./data'),
    COMMUNIQUE_STORIES: z.string().optional(),
    COMMUNIQUE_CONTACT: z.string().optional(),
    METRICS_PORT: z.coerce
      .number({ error: 'must be a port, such as 9464' })
      .int({ error: 'must be a port, such as 9464' })
      .min(0, { error: 'must be a port, such as 9464' })
      .max(65_535, { error: 'must be a port, such as 9464' })
      .optional(),
    METRICS_HOST: z.string().default('127.0.0.1'),
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'must be debug, info, warn, error or silent' })
      .optional(),
  })
  .superRefine((settings, context) => {
    for (const [one, other, whose] of together) {
      if ((settings[one] === undefined) === (settings[other] === undefined)) continue;
      const [missing, given] = settings[one] === undefined ? [one, other] : [other, one];
      context.addIssue({ code: 'custom', path: [missing], message: `is missing: ${whose} needs it beside ${given}` });
    }
  });

/** Every setting there is, as the environment gives it; docs/operating.md lists them. */
export interface Settings {
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
  readonly slack?: { readonly botToken: string; readonly appToken: string; readonly apiUrl?: string };
  readonly discord?: { readonly token: string; readonly apiUrl?: string; readonly messageContent: 'on' | 'off' };
  /** Folder of the embedded store. */
  readonly dataFolder: string;
  /** Folder of the story files; absent means the one that is shipped. */
  readonly storiesFolder?: string;
  /** Named in the User-Agent of every request to a publisher. */
  readonly contact?: string;
  /** Where metrics and health are served; absent means nowhere. */
  readonly watch?: { readonly host: string; readonly port: number };
  /** The language model that may word lines; absent means that none does. */
  readonly writer?: {
    readonly url: string;
    readonly key?: string;
    readonly model: string;
    readonly callsPerDay: number;
    readonly timeoutMs: number;
  };
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/**
 * Reads the settings from environment variables. An empty variable counts as absent.
 * Throws UserError that names every faulty variable at once; it never repeats a value, which may be a secret.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new UserError(
      `Settings: ${faults.join('; ')}.`,
      'Correct them in the environment or in the file .env, then start again.',
    );
  }
  const read = parsed.data;
  return {
    dataFolder: read.COMMUNIQUE_DATA,
    ...(read.DATABASE_URL !== undefined && { databaseUrl: read.DATABASE_URL }),
    ...(read.REDIS_URL !== undefined && { redisUrl: read.REDIS_URL }),
    ...(read.COMMUNIQUE_STORIES !== undefined && { storiesFolder: read.COMMUNIQUE_STORIES }),
    ...(read.COMMUNIQUE_CONTACT !== undefined && { contact: read.COMMUNIQUE_CONTACT }),
    ...(read.METRICS_PORT !== undefined && { watch: { host: read.METRICS_HOST, port: read.METRICS_PORT } }),
    ...(read.LOG_LEVEL !== undefined && { logLevel: read.LOG_LEVEL }),
    ...slackSettings(read),
    ...discordSettings(read),
    ...writerSettings(read),
  };
}

function slackSettings(read: z.infer<typeof schema>): Pick<Settings, 'slack'> {
  if (read.SLACK_BOT_TOKEN === undefined || read.SLACK_APP_TOKEN === undefined) return {};
  const apiUrl = read.SLACK_API_URL === undefined ? {} : { apiUrl: read.SLACK_API_URL };
  return { slack: { botToken: read.SLACK_BOT_TOKEN, appToken: read.SLACK_APP_TOKEN, ...apiUrl } };
}

function discordSettings(read: z.infer<typeof schema>): Pick<Settings, 'discord'> {
  if (read.DISCORD_TOKEN === undefined) return {};
  const apiUrl = read.DISCORD_API_URL === undefined ? {} : { apiUrl: read.DISCORD_API_URL };
  return { discord: { token: read.DISCORD_TOKEN, messageContent: read.DISCORD_MESSAGE_CONTENT, ...apiUrl } };
}

function writerSettings(read: z.infer<typeof schema>): Pick<Settings, 'writer'> {
  const { WRITER_URL: url, WRITER_MODEL: model, WRITER_KEY: key } = read;
  if (url === undefined || model === undefined) return {};
  const limits = { callsPerDay: read.WRITER_CALLS_PER_DAY, timeoutMs: read.WRITER_TIMEOUT_SECONDS * 1_000 };
  return { writer: { url, model, ...limits, ...(key !== undefined && { key }) } };
}

function protocolOf(value: string): string {
  return URL.canParse(value) ? new URL(value).protocol : '';
}
