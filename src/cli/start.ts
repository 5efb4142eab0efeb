import { fileURLToPath } from 'node:url';
import { renderText } from '../adapters/terminal/render-text.ts';
import { terminalOrigin, terminalPlatform } from '../adapters/terminal/terminal-platform.ts';
import type { Settings } from '../config/settings.ts';
import type { ChatPlatform } from '../core/chat/chat-platform.ts';
import type { Clock } from '../core/clock/clock.ts';
import { previewHandlers } from '../core/delivery/compose-preview.ts';
import { deliveryHandlers } from '../core/delivery/delivery-handlers.ts';
import { keepPruning } from '../core/delivery/prune-outbox.ts';
import { keepTending } from '../core/delivery/tend-outbox.ts';
import type { Log } from '../core/log/log.ts';
import { watchingHandlers } from '../core/watches/watching-handlers.ts';
import { pollingHandlers } from '../core/polling/polling-handlers.ts';
import type { Story } from '../core/stories/story.ts';
import { checkModelFiles } from '../core/trained/model-files.ts';
import type { CommandLine } from './arguments.ts';
import { intakeLine } from './ingest.ts';
import type { Io } from './io.ts';
import { platformsFor } from './platforms.ts';
import { openServices, type Services } from './services.ts';
import { openWatch, type Watch } from './watch.ts';

export interface StartNeeds {
  readonly line: CommandLine;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly io: Io;
}

const samples = fileURLToPath(new URL('../../config/samples', import.meta.url));
const longestStopMs = 20_000;

/** Runs the bot until it is told to stop (Ctrl-C, SIGTERM, /quit), then finishes what is in flight. */
export async function start(needs: StartNeeds): Promise<number> {
  const { settings, clock, log, io, line } = needs;
  checkModelFiles();
  const stop = stopRequest();
  const services = await openServices(settings, clock, log);
  const connected = await platformsFor(settings, services, log);
  const talksHere = connected.length === 0 && line.options.role !== 'worker';
  const reached = talksHere ? [terminal(io, stop.now, log)] : connected;
  const watch = await openWatchOr(services, reached);
  const { platforms } = watch;
  try {
    if (talksHere) await greet(services, io);
    if (line.options.role !== 'bot') await work(services, platforms);
    await services.schedules.restore();
    await services.feedDesk.restore();
    await services.watchDesk.restore();
    await keepTending(services.queue);
    await keepPruning(services.queue);
    if (line.options.role !== 'worker') for (const platform of platforms) await platform.start(watch.bot);
    log.info({ role: line.options.role, platforms: platforms.map((platform) => platform.name) }, 'the bot is running');
    await stop.requested;
  } finally {
    await shutDown(services, watch);
  }
  if (talksHere) io.output('Stopped. Everything is kept for the next start.\n');
  return 0;
}

async function openWatchOr(services: Services, platforms: ChatPlatform[]): Promise<Watch> {
  try {
    return await openWatch(services, platforms);
  } catch (error) {
    await services.close();
    throw error;
  }
}

function terminal(io: Io, leave: () => void, log: Log): ChatPlatform {
  const mode = process.stdin.isTTY && process.stdout.isTTY ? 'prompts' : 'silent';
  return terminalPlatform({ input: process.stdin, output: process.stdout, style: io.style, mode, leave, log });
}

/** What a newcomer sees: articles being read at the first start, today's digest, when the next one is due, what to type. */
async function greet(services: Services, io: Io): Promise<void> {
  const [story] = services.stories;
  if (story === undefined) throw new Error('the story files were loaded and hold no story');
  const library = await services.libraries.open(story);
  if (library.articles.length === 0) await firstStart(services, story, io);
  for (const words of ['digest', 'schedule show']) {
    const reply = await services.bot.run(story.key, { kind: 'text', text: words }, terminalOrigin);
    io.output(`${renderText(reply.message, io.style)}\n`);
  }
  io.output(
    [
      `Ask in plain words, or type /${story.key} who, /${story.key} timeline, /${story.key} help.`,
      `A digest every minute, to see it happen: /${story.key} schedule set every:1m nothing:line. Leave with Ctrl-C or /quit.`,
      '',
      '',
    ].join('\n'),
  );
}

async function firstStart(services: Services, story: Story, io: Io): Promise<void> {
  io.output('First start without any article: reading the samples that are shipped.\n');
  const { readSources } = await import('../adapters/files/read-sources.ts');
  for await (const result of readSources([samples], {})) {
    if ('error' in result) throw result.error;
    io.output(intakeLine(await services.ingest.take(result.draft, [story.key])));
  }
  io.output('\n');
  const daily = { kind: 'text', text: 'schedule set at:07:30 days:daily' } as const;
  await services.bot.run(story.key, daily, terminalOrigin);
}

async function work(services: Services, platforms: readonly ChatPlatform[]): Promise<void> {
  const { subscriptions, outbox, queue, libraries, stories, blindSpots, writer, clock, log } = services;
  const { keepDays } = services.settings;
  const handlers = deliveryHandlers({
    subscriptions,
    outbox,
    queue,
    libraries,
    stories,
    blindSpots,
    writer,
    platforms: new Map(platforms.map((platform) => [platform.name, platform])),
    clock,
    log,
    ...(keepDays !== undefined && { keepDays }),
  });
  const { feedReader } = await import('../adapters/files/feed-reader.ts');
  const { contact, allowLoopback = false } = services.settings;
  const reader = feedReader({ log, allowLoopback, ...(contact !== undefined && { contact }) });
  const others = [...pollingHandlers({ ...services, reader }), ...watchingHandlers(services)];
  await queue.work([...handlers, ...previewHandlers(services), ...others]);
}

/** A promise of the wish to stop. The timer keeps the process alive while nothing else does; a second signal does not wait. */
function stopRequest(): { readonly requested: Promise<void>; readonly now: () => void } {
  const alive = setInterval(() => undefined, 60_000);
  let now = (): void => undefined;
  const requested = new Promise<void>((resolve) => {
    now = () => {
      clearInterval(alive);
      resolve();
    };
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      now();
      process.once(signal, () => process.exit(1));
    });
  }
  return { requested, now };
}

async function shutDown(services: Services, watch: Watch): Promise<void> {
  const late = setTimeout(() => {
    services.log.error({}, 'what is in flight did not finish in 20 s; stopping all the same');
    process.exit(1);
  }, longestStopMs);
  watch.leave();
  for (const platform of watch.platforms) await platform.stop();
  await services.close();
  await watch.close();
  clearTimeout(late);
}
