import { discordPlatform } from '../../src/adapters/discord/discord-platform.ts';
import type { ChatPlatform } from '../../src/core/chat/chat-platform.ts';
import type { Log } from '../../src/core/log/log.ts';
import type { Message } from '../../src/core/messages/message.ts';
import { guild } from './discord-events.ts';
import { type FakeDiscord, fakeDiscord } from './fake-discord.ts';
import { openTestBot, type TestBot } from './test-bot.ts';

/** The whole bot, connected to a Discord on loopback. */
export interface DiscordBench {
  readonly discord: FakeDiscord;
  readonly test: TestBot;
  readonly platform: ChatPlatform;
  /** What was logged, as "level message", with its reason where one is given. */
  readonly logged: readonly string[];
  /** Resolves when such a line is logged. */
  lineLogged(pattern: RegExp): Promise<void>;
  /** Another process of the same bot, with the same store; not started. */
  replica(messageContent?: 'on' | 'off'): ChatPlatform;
  close(): Promise<void>;
}

export const token = 'a-token-that-is-long-enough';
export const ephemeral = 64;
export const place = { platform: 'discord', workspace: guild.id, channel: guild.channel };
export const original = 'PATCH /webhooks/800/it/messages/@original';

export const shortMessage: Message = {
  title: 'Digest',
  blocks: [{ kind: 'paragraph', spans: [{ kind: 'text', text: 'News.' }] }],
  citations: [],
};

/** The bot's core with the article that started the project; a file's tests share it. */
export async function openSharedBot(log?: Log): Promise<TestBot> {
  const test = await openTestBot(undefined, undefined, log);
  await test.ingest(['test/fixtures/articles/backstop.txt'], '2025-02-18');
  return test;
}

export async function openDiscordBench(test: TestBot): Promise<DiscordBench> {
  const discord = await fakeDiscord();
  const logged: string[] = [];
  const looks = new Set<() => void>();
  const log = recording(logged, () => {
    for (const look of looks) look();
  });
  const opened: ChatPlatform[] = [];
  const replica = (messageContent: 'on' | 'off' = 'off'): ChatPlatform => {
    const platform = discordPlatform({ token, apiUrl: discord.apiUrl, messageContent, log });
    opened.push(platform);
    return platform;
  };
  return {
    discord,
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
    close: async () => {
      for (const platform of opened) await platform.stop();
      await discord.close();
    },
  };
}

export function recording(lines: string[], whenLogged: () => void = () => undefined): Log {
  const at = (level: string) => (fields: object, message: string) => {
    const reason = 'reason' in fields ? ` reason=${String(fields.reason)}` : '';
    lines.push(`${level} ${message}${reason}`);
    whenLogged();
  };
  const log: Log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error'), child: () => log };
  return log;
}

/** Everything that a post or a request shows, as one text. */
export function shown(body: unknown): string {
  return JSON.stringify(body);
}
