import { GatewayCloseCodes, GatewayIntentBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkDiscord } from '../../src/adapters/discord/check-discord.ts';
import type { Bot } from '../../src/core/chat/bot.ts';
import type { LeftPlace } from '../../src/core/chat/place.ts';
import { UserError } from '../../src/core/errors/errors.ts';
import { guild, slashCommand } from '../support/discord-events.ts';
import { type DiscordBench, openDiscordBench, openSharedBot, original, token } from '../support/discord-bench.ts';
import type { TestBot } from '../support/test-bot.ts';

let test: TestBot;
let bench: DiscordBench;

beforeAll(async () => {
  test = await openSharedBot();
});
afterAll(() => test.close());
beforeEach(async () => {
  bench = await openDiscordBench(test);
});
afterEach(() => bench.close());

const content = GatewayIntentBits.MessageContent;

describe('the connection to Discord', () => {
  it('asks for the content of messages only where that is set', async () => {
    await bench.replica('off').start(test.bot);
    await bench.replica('on').start(test.bot);
    expect(bench.discord.identified.map(({ intents }) => intents & content)).toEqual([0, content]);
  });

  it('does without the content where the intent is not ticked, and says where to tick it', async () => {
    bench.discord.disallow(content);
    await bench.replica('on').start(test.bot);
    expect(bench.discord.identified.map(({ intents }) => intents & content)).toEqual([content, 0]);
    expect(bench.logged.find((line) => line.startsWith('warn'))).toContain('Message Content Intent');
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('who'));
    await bench.discord.called(original, 1);
  });

  it('does without it from then on when it is unticked while the bot runs', async () => {
    await bench.replica('on').start(test.bot);
    bench.discord.disallow(content);
    bench.discord.shut(GatewayCloseCodes.DisallowedIntents);
    await bench.discord.whenIdentified(2);
    expect(bench.discord.identified.map(({ intents }) => intents & content)).toEqual([content, 0]);
  });

  it('has as many shards as Discord asks for', async () => {
    bench.discord.setShards(2);
    await bench.platform.start(test.bot);
    expect(bench.discord.identified.map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  it('that breaks is taken up again, and what was said meanwhile is answered', async () => {
    await bench.platform.start(test.bot);
    bench.discord.drop();
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('who'));
    await bench.discord.called(original, 1);
    expect(bench.discord.resumed).toHaveLength(1);
  });

  it('hears what Discord sends to each of its shards', async () => {
    bench.discord.setShards(2);
    await bench.platform.start(test.bot);
    bench.discord.dispatchOn(1, 'INTERACTION_CREATE', slashCommand('who'));
    await bench.discord.called(original, 1);
  });

  it('whose heartbeat is not answered is taken up again', async () => {
    bench.discord.setHeartbeat(200);
    await bench.platform.start(test.bot);
    bench.discord.missHeartbeat();
    await bench.discord.whenResumed(1);
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('who'));
    await bench.discord.called(original, 1);
    expect(bench.discord.identified).toHaveLength(1);
  });

  it('goes on with its session when Discord asks it to connect again', async () => {
    await bench.platform.start(test.bot);
    bench.discord.ask('reconnect');
    await bench.discord.whenResumed(1);
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('who'));
    await bench.discord.called(original, 1);
    expect(bench.discord.identified).toHaveLength(1);
  });

  it('begins anew when Discord says that its session is over', async () => {
    await bench.platform.start(test.bot);
    bench.discord.ask('begin anew');
    await bench.discord.whenIdentified(2);
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('who'));
    await bench.discord.called(original, 1);
  });

  it('that Discord closes for good is logged with what to do, and the process goes on', async () => {
    await bench.platform.start(test.bot);
    bench.discord.shut(GatewayCloseCodes.AuthenticationFailed);
    await bench.lineLogged(/closed for good/);
    expect(bench.logged.find((line) => line.includes('closed for good'))).toContain('communique doctor');
  });

  it('with a refused token is no start, and the mend says where to get another', async () => {
    bench.discord.answer('GET /gateway/bot', 401, { code: 0, message: '401: Unauthorized' });
    const error = await bench.platform.start(test.bot).catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(UserError);
    expect(error instanceof UserError ? error.mend : '').toContain('page "Bot"');
    expect(String(error)).not.toContain(token);
  });

  it('that Discord closes at once because of the token is no start, and the mend says where to get another', async () => {
    bench.discord.disallow(GatewayIntentBits.Guilds, GatewayCloseCodes.AuthenticationFailed);
    const error = await bench.platform.start(test.bot).catch((refused: unknown) => refused);
    expect(error instanceof UserError ? error.mend : '').toContain('page "Bot"');
  });

  it('that does not come about while Discord is down does not blame the token', async () => {
    for (let time = 0; time < 4; time += 1) bench.discord.answer('GET /gateway/bot', 503);
    const error = await bench.platform.start(test.bot).catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(UserError);
    expect(error instanceof UserError ? error.mend : '').toContain('discordstatus.com');
  });
});

describe('a place that is gone', () => {
  const told: LeftPlace[] = [];
  let heard: (() => void) | undefined;
  const listening = (): Bot => ({
    ...test.bot,
    removed: async (from) => {
      told.push(from);
      heard?.();
    },
  });
  const toldAfter = async (event: string, data: object): Promise<LeftPlace | undefined> => {
    const hearing = new Promise<void>((resolve) => (heard = resolve));
    bench.discord.dispatch(event, data);
    await hearing;
    return told.at(-1);
  };
  const at = { platform: 'discord', workspace: guild.id };

  beforeEach(() => bench.replica().start(listening()));

  it.each([
    ['a channel', 'CHANNEL_DELETE', { id: guild.channel, type: 0, guild_id: guild.id }, { channel: guild.channel }],
    ['a forum', 'CHANNEL_DELETE', { id: guild.forum, type: 15, guild_id: guild.id }, { channel: guild.forum }],
    [
      'a thread',
      'THREAD_DELETE',
      { id: guild.thread, type: 11, guild_id: guild.id, parent_id: guild.channel },
      { channel: guild.thread },
    ],
    ['a server', 'GUILD_DELETE', { id: guild.id }, {}],
  ])('%s is told to the core', async (_case, event, data, channel) => {
    expect(await toldAfter(event, data)).toEqual({ ...at, ...channel });
  });

  it('for a while only is not gone', async () => {
    const before = told.length;
    bench.discord.dispatch('GUILD_DELETE', { id: guild.id, unavailable: true });
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('who'));
    await bench.discord.called(original, 1);
    expect(told).toHaveLength(before);
  });
});

describe('doctor, of Discord', () => {
  const check = (messageContent: 'on' | 'off' = 'off'): Promise<string> =>
    checkDiscord({ token, apiUrl: bench.discord.apiUrl, messageContent });
  const refusal = async (messageContent?: 'on' | 'off'): Promise<UserError> => {
    const error = await check(messageContent).catch((refused: unknown) => refused);
    if (error instanceof UserError) return error;
    throw new Error(`doctor found nothing: ${String(error)}`);
  };

  it('says as whom the token connects, where it is and how to invite it', async () => {
    const words = await check();
    expect(words).toContain('connects as Communiqué, hears mentions and replies, on the server "Newsroom"');
    expect(words).toContain('https://discord.com/oauth2/authorize?client_id=800');
  });

  it('says that the bot is on no server yet', async () => {
    bench.discord.servers.splice(0);
    expect(await check('on')).toContain('hears plain words in threads, on no server yet');
  });

  it('names the missing intent and where it is ticked', async () => {
    bench.discord.application.flags = 0;
    expect(await check('off')).toContain('connects as');
    expect((await refusal('on')).mend).toContain('Tick "Message Content Intent" on the page "Bot"');
  });

  it('names each missing permission, the server and where it is ticked', async () => {
    bench.discord.servers.splice(0, 1, { id: '1', name: 'Newsroom', permissions: String(1 << 10) });
    const { message, mend } = await refusal();
    expect(message).toContain('may not: Send Messages, Send Messages in Threads, Create Public Threads');
    expect(mend).toContain('Server Settings > Roles');
    expect(mend).toContain('https://discord.com/oauth2/authorize?client_id=800');
  });

  it('asks nothing more of a server whose administrator the bot is', async () => {
    bench.discord.servers.splice(0, 1, { id: '1', name: 'Newsroom', permissions: String(1 << 3) });
    expect(await check()).toContain('connects as');
  });

  it('does not blame the token while Discord is down', async () => {
    bench.discord.answer('GET /applications/@me', 503);
    expect((await refusal()).mend).toContain('discordstatus.com');
  });

  it('says what to do about a refused token, and never shows it', async () => {
    bench.discord.answer('GET /applications/@me', 401, { code: 0, message: '401: Unauthorized' });
    const error = await refusal();
    expect(error.mend).toContain('Reset the token');
    expect(`${String(error)} ${error.mend}`).not.toContain(token);
  });
});
