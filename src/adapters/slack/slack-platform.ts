import { App } from '@slack/bolt';
import type { Bot } from '../../core/chat/bot.ts';
import type { ChatPlatform } from '../../core/chat/chat-platform.ts';
import { UserError } from '../../core/errors/errors.ts';
import type { Log } from '../../core/log/log.ts';
import { boltLogger } from './bolt-logger.ts';
import { slackCode } from './errors.ts';
import { listen } from './listen.ts';
import { postOnce } from './post.ts';

export interface SlackNeeds {
  /** xoxb-… */
  readonly botToken: string;
  /** xapp-… with connections:write, for Socket Mode. */
  readonly appToken: string;
  /** Another server than Slack's own, ending in "/api/"; for tests. */
  readonly slackApiUrl?: string;
  readonly log: Log;
}

const requestTimeoutMs = 15_000;

/** Slack by Socket Mode. `start` throws UserError when a token is refused. */
export function slackPlatform({ botToken, appToken, slackApiUrl, log }: SlackNeeds): ChatPlatform {
  const app = new App({
    token: botToken,
    appToken,
    socketMode: true,
    deferInitialization: true,
    convoStore: false,
    logger: boltLogger(log),
    clientOptions: clientOptions(slackApiUrl),
  });
  // Without a listener an error of a handler would end the process.
  app.error(async (error) => log.error({ err: error }, 'Slack: an event could not be handled'));
  let finish: () => Promise<void> = async () => undefined;
  return {
    name: 'slack',
    start: async (bot: Bot) => {
      try {
        await app.init();
        const { user_id: self } = await app.client.auth.test();
        finish = listen({ app, bot, self: self ?? '', log });
        await app.start();
      } catch (cause) {
        throw startFault(cause);
      }
      log.info({ commands: bot.stories.map(({ key }) => `/${key}`) }, 'Slack: connected');
    },
    post: (message, place, key) => postOnce({ client: app.client, log }, { message, place, key }),
    stop: async () => {
      await app.stop();
      await finish();
    },
  };
}

/** The queue decides about retries and waits, so the library does neither. */
export function clientOptions(
  slackApiUrl: string | undefined,
): NonNullable<ConstructorParameters<typeof App>[0]>['clientOptions'] & object {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: requestTimeoutMs,
    ...(slackApiUrl !== undefined && { slackApiUrl }),
  };
}

function startFault(cause: unknown): UserError {
  const reason = slackCode(cause) ?? (cause instanceof Error ? cause.message : String(cause));
  return new UserError(
    `Slack does not let the bot in: ${reason}.`,
    mends[reason] ?? 'Run communique doctor to see which token or scope is wrong.',
    { cause },
  );
}

const mends: Readonly<Record<string, string>> = {
  invalid_auth: 'Copy both tokens anew: xoxb- from "OAuth & Permissions", xapp- from "Basic Information".',
  not_allowed_token_type: 'SLACK_APP_TOKEN must be the xapp- token with the scope connections:write.',
  missing_scope: 'Re-install the app from config/slack-manifest.yaml, which names every scope.',
  account_inactive: 'The app was removed from the workspace: install it again and copy the new token.',
};
