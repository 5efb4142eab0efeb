import { z } from 'zod';
import type { SlackConnection } from '../../src/adapters/slack/open-app.ts';
import { slackPlatform } from '../../src/adapters/slack/slack-platform.ts';
import type { ChatPlatform } from '../../src/core/chat/chat-platform.ts';
import type { Log } from '../../src/core/log/log.ts';
import type { Message } from '../../src/core/messages/message.ts';
import { type FakeSlack, fakeSlack } from './fake-slack.ts';
import { type Answered, eventOf, slashCommand } from './slack-events.ts';
import { openTestBot, type TestBot } from './test-bot.ts';

/** The whole bot, and a Slack on loopback for it to connect to. */
export interface SlackBench {
  readonly slack: FakeSlack;
  readonly test: TestBot;
  /** By Socket Mode; not started. */
  readonly platform: ChatPlatform;
  /** What was logged, as "level message {fields}". */
  readonly logged: readonly string[];
  lineLogged(pattern: RegExp): Promise<void>;
  /** Another process of the same bot, with the same store; not started. */
  replica(more?: { readonly connection?: SlackConnection; readonly quickMs?: number }): ChatPlatform;
  /** A response address and a trigger. */
  answered(): Answered;
  /** Types a slash command; resolves when it is acknowledged. */
  type(text: string, more?: object): Promise<unknown>;
  /** Something happens in a workspace. */
  tell(event: object): Promise<unknown>;
  close(): Promise<void>;
}

export const socket: SlackConnection = { kind: 'socket', botToken: 'xoxb-test', appToken: 'xapp-test' };
export const place = { platform: 'slack', workspace: 'T1', channel: 'C1' };
export const shortMessage: Message = {
  title: 'Digest',
  blocks: [{ kind: 'paragraph', spans: [{ kind: 'text', text: 'News.' }] }],
  citations: [],
};

/** The bot's core with the article that started the project; the tests of a file may share it. */
export async function openNewsBot(log?: Log): Promise<TestBot> {
  const test = await openTestBot(undefined, undefined, log);
  await test.ingest(['test/fixtures/articles/backstop.txt'], '2025-02-18');
  return test;
}

/** Without a core of its own it works with the one that is given, and leaves that open. */
export async function openSlackBench(shared?: TestBot): Promise<SlackBench> {
  const slack = await fakeSlack();
  const test = shared ?? (await openNewsBot());
  const logged: string[] = [];
  const looks = new Set<() => void>();
  const log = recordingLog(logged, () => {
    for (const look of looks) look();
  });
  const opened: ChatPlatform[] = [];
  // Nobody is in a hurry but where a test says so: a busy machine must not look like a slow answer.
  const replica: SlackBench['replica'] = ({ connection = socket, quickMs = 600_000 } = {}) => {
    const { inbox, installations, clock } = test;
    const platform = slackPlatform({
      connection,
      slackApiUrl: slack.apiUrl,
      inbox,
      installations,
      clock,
      log,
      quickMs,
    });
    opened.push(platform);
    return platform;
  };
  const answered = (): Answered => ({ response_url: slack.responseUrl(), trigger_id: slack.trigger() });
  return {
    slack,
    test,
    platform: replica(),
    logged,
    lineLogged: (pattern) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!logged.some((line) => pattern.test(line))) return;
          looks.delete(look);
          resolve();
        };
        looks.add(look);
        look();
      }),
    replica,
    answered,
    type: (text, more) => slack.send('slash_commands', slashCommand(text, answered(), more)),
    tell: (event) => slack.send('events_api', eventOf(event)),
    close: async () => {
      for (const platform of opened) await platform.stop();
      if (shared === undefined) await test.close();
      await slack.close();
    },
  };
}

/** Keeps what is logged, as "level message {fields}". */
export function recordingLog(lines: string[], whenLogged: () => void = () => undefined): Log {
  const at = (level: string) => (fields: object, words: string) => {
    const told = Object.entries(fields).map(
      ([name, value]) => `${name}=${value instanceof Error ? worded(value) : String(value)}`,
    );
    lines.push(`${level} ${words} ${told.join(' ')}`);
    whenLogged();
  };
  const log: Log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error'), child: () => log };
  return log;
}

/** An error and what caused it, as a log shows them. */
function worded(error: Error): string {
  const { cause, stack } = error;
  return `${stack ?? error.message}${cause instanceof Error ? ` <- ${worded(cause)}` : ''}`;
}

const withButtons = z.object({
  blocks: z.array(
    z.looseObject({
      type: z.string(),
      elements: z.array(z.looseObject({ action_id: z.string().optional() })).optional(),
    }),
  ),
});

/** The action ids of a post's buttons. */
export function buttonsOf(body: unknown): string[] {
  const actions = withButtons.parse(body).blocks.filter(({ type }) => type === 'actions');
  return actions.flatMap(({ elements = [] }) => elements.flatMap(({ action_id: id }) => id ?? []));
}

/** The action id of a post's button whose id begins so. */
export function buttonOf(body: unknown, beginning = 'press:'): string {
  return buttonsOf(body).find((id) => id.startsWith(beginning)) ?? 'no button';
}
