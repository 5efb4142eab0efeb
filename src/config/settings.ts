import { z } from 'zod';
import { UserError } from '../core/errors/errors.ts';
import { slackConnection, type SlackSettings, slackVariables } from './slack-settings.ts';

const address = (protocols: string[], example: string) =>
  z
    .string()
    .refine((value) => protocols.includes(protocolOf(value)), { error: `must be an address such as ${example}` })
    .optional();

/** A digest is composed within a minute, and the model is one part of that. */
const longestWritingSeconds = 40;

const wholeNumber = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

const schema = z
  .object({
    DATABASE_URL: address(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/communique'),
    REDIS_URL: address(['redis:', 'rediss:'], 'redis://host:6379'),
    ...slackVariables,
    SLACK_API_URL: address(['http:', 'https:'], 'https://slack.com/api/'),
    SLACK_PUBLIC_URL: address(['https:'], 'https://bot.example'),
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
    COMMUNIQUE_LOOPBACK: z.enum(['on', 'off'], { error: 'must be on or off' }).default('off'),
    COMMUNIQUE_KEEP_DAYS: wholeNumber(30, 36_500).optional(),
    METRICS_PORT: z.coerce
      .number({ error: 'must be a port, such as 9464' })
      .int({ error: 'must be a port, such as 9464' })
      .min(0, { error: 'must be a port, such as 9464' })
      .max(65_535, { error: 'must be a port, such as 9464' })
      .optional(),
    METRICS_HOST: z.string().default('127.0.0.1'),
    COMMUNIQUE_BOARD_TOKEN: z
      .string()
      .min(16, { error: 'must have at least 16 characters: openssl rand -hex 16 makes one' })
      .optional(),
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'must be debug, info, warn, error or silent' })
      .optional(),
  })
  .superRefine((settings, context) => {
    for (const { variable, message } of slackConnection(settings).faults)
      context.addIssue({ code: 'custom', path: [variable], message });
    if ((settings.WRITER_URL === undefined) !== (settings.WRITER_MODEL === undefined)) {
      const [missing, given] =
        settings.WRITER_URL === undefined ? ['WRITER_URL', 'WRITER_MODEL'] : ['WRITER_MODEL', 'WRITER_URL'];
      context.addIssue({ code: 'custom', path: [missing], message: `is missing: the writer needs it beside ${given}` });
    }
  });

/** Every setting there is, as the environment gives it; docs/operating.md lists them. */
export interface Settings {
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
  readonly slack?: SlackSettings;
  /** Another server than Slack's own; for tests. */
  readonly slackApiUrl?: string;
  /** Where Slack reaches the bot, for the app's manifest. */
  readonly slackPublicUrl?: string;
  readonly discord?: { readonly token: string; readonly apiUrl?: string; readonly messageContent: 'on' | 'off' };
  /** Folder of the embedded store. */
  readonly dataFolder: string;
  /** Folder of the story files; absent means the one that is shipped. */
  readonly storiesFolder?: string;
  /** Named in the User-Agent of every request to a publisher. */
  readonly contact?: string;
  /** Documents on this machine's own servers are read too; for trials. */
  readonly allowLoopback?: boolean;
  /** How long deliveries that are over are kept. */
  readonly keepDays?: number;
  /** Where metrics and health are served; absent means nowhere. */
  readonly watch?: {
    readonly host: string;
    readonly port: number;
    /** Opens the pages about the queue; absent: there are none. */
    readonly boardToken?: string;
  };
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
    ...(read.COMMUNIQUE_KEEP_DAYS !== undefined && { keepDays: read.COMMUNIQUE_KEEP_DAYS }),
    ...(read.COMMUNIQUE_STORIES !== undefined && { storiesFolder: read.COMMUNIQUE_STORIES }),
    ...(read.COMMUNIQUE_CONTACT !== undefined && { contact: read.COMMUNIQUE_CONTACT }),
    ...(read.COMMUNIQUE_LOOPBACK === 'on' && { allowLoopback: true }),
    ...watchSettings(read),
    ...(read.LOG_LEVEL !== undefined && { logLevel: read.LOG_LEVEL }),
    ...slackSettings(read),
    ...discordSettings(read),
    ...writerSettings(read),
  };
}

function watchSettings(read: z.infer<typeof schema>): Pick<Settings, 'watch'> {
  const { METRICS_HOST: host, METRICS_PORT: port, COMMUNIQUE_BOARD_TOKEN: boardToken } = read;
  return port === undefined ? {} : { watch: { host, port, ...(boardToken !== undefined && { boardToken }) } };
}

function slackSettings(read: z.infer<typeof schema>): Pick<Settings, 'slack' | 'slackApiUrl' | 'slackPublicUrl'> {
  const { slack } = slackConnection(read);
  return {
    ...(slack !== undefined && { slack }),
    ...(read.SLACK_API_URL !== undefined && { slackApiUrl: read.SLACK_API_URL }),
    ...(read.SLACK_PUBLIC_URL !== undefined && { slackPublicUrl: read.SLACK_PUBLIC_URL }),
  };
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
