import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkRedis } from '../adapters/bullmq/backend.ts';
import { checkDatabase } from '../adapters/postgres/check-database.ts';
import { folderHolder } from '../adapters/postgres/data-folder.ts';
import type { Settings } from '../config/settings.ts';
import { loadStories } from '../config/stories.ts';
import { UserError } from '../core/errors/errors.ts';
import { checkModelFiles } from '../core/trained/model-files.ts';
import type { Io } from './io.ts';
import { openServices } from './services.ts';
import type { StartNeeds } from './start.ts';

/** One thing looked at: `ok`, `off` (not configured, and how to), or `bad` (configured and not working, and the mend). */
interface Finding {
  readonly state: 'ok' | 'off' | 'bad';
  readonly subject: string;
  readonly text: string;
}

const shippedStories = fileURLToPath(new URL('../../config/stories', import.meta.url));

/** Says line by line what is configured, reachable and missing, with the mend. Exit code 1 when anything is `bad`. */
export async function doctor(needs: StartNeeds): Promise<number> {
  const { settings, line, io } = needs;
  const findings: Finding[] = [
    { state: 'ok', subject: 'Node', text: process.version },
    await find('Models', async () => checkModelFiles().join(', ')),
    await find('Stories', async () => describeStories(settings)),
    await find('Store', () => describeStore(needs)),
    await queueFinding(settings),
    await slackFinding(needs),
    await discordFinding(settings),
    await writerFinding(settings),
  ];
  if (!line.options.quiet) for (const finding of findings) io.output(findingLine(finding, io));
  const bad = findings.filter((finding) => finding.state === 'bad');
  if (line.options.quiet) for (const finding of bad) io.error(findingLine(finding, io));
  return bad.length === 0 ? 0 : 1;
}

function findingLine({ state, subject, text }: Finding, io: Io): string {
  const marks = { ok: 'ok ', off: 'off', bad: 'BAD' } as const;
  const mark = io.style.emphasis === 'ansi' && state === 'bad' ? `\u001B[31m${marks.bad}\u001B[39m` : marks[state];
  return `${mark}  ${subject.padEnd(8)} ${text}\n`;
}

async function find(subject: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { state: 'ok', subject, text: await look() };
  } catch (error) {
    if (error instanceof UserError) return { state: 'bad', subject, text: `${error.message} ${error.mend}` };
    const reason = error instanceof Error ? error.message : String(error);
    return { state: 'bad', subject, text: `${reason}. This is not a known fault: please report it.` };
  }
}

function describeStories(settings: Settings): string {
  const stories = loadStories(settings.storiesFolder ?? shippedStories);
  return stories.map((story) => `/${story.key} (${story.title})`).join(', ');
}

async function describeStore({ settings, clock, log }: StartNeeds): Promise<string> {
  if (settings.databaseUrl !== undefined) return `${await checkDatabase(settings.databaseUrl, log)}, by DATABASE_URL`;
  const holder = folderHolder(settings.dataFolder);
  if (holder !== undefined)
    return `embedded, in ${settings.dataFolder}; open in process ${holder}, so the bot is running`;
  if (!existsSync(settings.dataFolder))
    return `embedded, in ${settings.dataFolder}; made at the first start. For a server set DATABASE_URL.`;
  const services = await openServices(settings, clock, log);
  try {
    const counts = await Promise.all(
      services.stories.map(
        async (story) => `${(await services.libraries.open(story)).articles.length} articles for /${story.key}`,
      ),
    );
    return `embedded, in ${settings.dataFolder}; ${counts.join(', ')}. For a server set DATABASE_URL.`;
  } finally {
    await services.close();
  }
}

async function queueFinding({ redisUrl }: Settings): Promise<Finding> {
  if (redisUrl !== undefined) return find('Queue', async () => `${await checkRedis(redisUrl)}, by REDIS_URL`);
  return { state: 'ok', subject: 'Queue', text: 'in the store. For Redis set REDIS_URL.' };
}

async function slackFinding(needs: StartNeeds): Promise<Finding> {
  const { slack, slackApiUrl, dataFolder, databaseUrl } = needs.settings;
  const how = 'not configured. Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN in .env; docs/slack.md says where to get them.';
  if (slack === undefined) return { state: 'off', subject: 'Slack', text: how };
  const { checkSlack } = await import('../adapters/slack/check-slack.ts');
  const checking = { connection: slack, ...(slackApiUrl !== undefined && { slackApiUrl }) };
  const isClosed = databaseUrl === undefined && (!existsSync(dataFolder) || folderHolder(dataFolder) !== undefined);
  if (slack.kind !== 'oauth' || isClosed) return find('Slack', () => checkSlack(checking));
  return find('Slack', async () => {
    const services = await openServices(needs.settings, needs.clock, needs.log);
    try {
      return await checkSlack({ ...checking, installations: services.installations });
    } finally {
      await services.close();
    }
  });
}

async function discordFinding({ discord }: Settings): Promise<Finding> {
  const how = 'not configured. Set DISCORD_TOKEN in .env; docs/discord.md says where to get it.';
  if (discord === undefined) return { state: 'off', subject: 'Discord', text: how };
  const { checkDiscord } = await import('../adapters/discord/check-discord.ts');
  return find('Discord', () => checkDiscord(discord));
}

async function writerFinding({ writer }: Settings): Promise<Finding> {
  const how = 'off: every line keeps the words of its article. docs/writer.md says how a language model may word them.';
  if (writer === undefined) return { state: 'off', subject: 'Writer', text: how };
  const { checkModel } = await import('../adapters/llm/check-model.ts');
  return find('Writer', async () => `${await checkModel(writer)}; at most ${writer.callsPerDay} calls a day`);
}
