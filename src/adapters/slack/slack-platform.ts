import type { App } from '@slack/bolt';
import type { Bot } from '../../core/chat/bot.ts';
import type { ChatPlatform } from '../../core/chat/chat-platform.ts';
import { UserError } from '../../core/errors/errors.ts';
import type { Inbox } from '../../core/inbox/inbox.ts';
import { slackCode, toPostError } from './errors.ts';
import { hearOnce } from './hear-once.ts';
import { listen } from './listen.ts';
import { type AppNeeds, openApp } from './open-app.ts';
import { createPacing } from './pacing.ts';
import { postOnce } from './post.ts';

export interface SlackNeeds extends AppNeeds {
  readonly inbox: Inbox;
  /** An answer that takes longer shows that the bot is at work; for tests. Milliseconds. */
  readonly quickMs?: number;
}

const usualQuickMs = 1_500;
/** How often it is looked whether another process left an event unanswered. Milliseconds. */
const lookMs = 60_000;

/** Slack, by Socket Mode or HTTP. `start` throws UserError when a token is refused or the port is taken. */
export function slackPlatform(needs: SlackNeeds): ChatPlatform {
  const { connection, installations, clock, log, quickMs = usualQuickMs } = needs;
  const { app, clientOf, organisationOf, prepare } = openApp(needs);
  const pacing = createPacing(clock);
  let finish: (() => Promise<void>) | undefined;

  const start = async (bot: Bot): Promise<void> => {
    await prepare();
    await app.init();
    const answered = listen({ app, clientOf, organisationOf, bot, installations, pacing, quickMs, clock, log });
    const { catchUp, finished } = hearOnce(app, needs);
    await app.start();
    const look = (): void => {
      catchUp().catch((error: unknown) =>
        log.error({ err: error }, 'Slack: events left unanswered could not be looked for'),
      );
    };
    const looking = setInterval(look, lookMs);
    look();
    finish = async () => {
      clearInterval(looking);
      await app.stop();
      await answered();
      await finished();
    };
  };

  return {
    name: 'slack',
    start: async (bot) => {
      try {
        await start(bot);
      } catch (cause) {
        await stopListening(app);
        throw startFault(cause, 'port' in connection ? connection.port : undefined);
      }
      const commands = bot.stories.map(({ key }) => `/${key}`);
      log.info({ commands, by: connection.kind }, 'Slack: connected');
    },
    post: async (posting) => {
      try {
        const client = await clientOf(posting.place.workspace);
        return await postOnce({ client, pacing, log }, posting);
      } catch (error) {
        throw toPostError(error);
      }
    },
    stop: async () => {
      const ending = finish;
      finish = undefined;
      await ending?.();
    },
  };
}

/** A start that failed may have begun to listen. */
async function stopListening(app: App): Promise<void> {
  await app.stop().catch(() => undefined);
}

function startFault(cause: unknown, port: number | undefined): UserError {
  if (cause instanceof Error && 'code' in cause && 'port' in cause)
    return new UserError(
      `SLACK_PORT: nothing can listen at port ${port ?? '?'}: ${cause.message}.`,
      'Name a free port, or stop what listens there.',
      { cause },
    );
  if (cause instanceof UserError) return cause;
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
  token_revoked: 'The token was revoked: install the app again and copy the new token.',
};
