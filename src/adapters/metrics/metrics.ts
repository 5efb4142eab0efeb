import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Bot } from '../../core/chat/bot.ts';
import type { ChatPlatform } from '../../core/chat/chat-platform.ts';
import type { Clock } from '../../core/clock/clock.ts';
import type { Reply } from '../../core/commands/reply.ts';
import { PostError } from '../../core/errors/errors.ts';
import type { JobQueue } from '../../core/jobs/queue.ts';
import type { Outbox } from '../../core/outbox/outbox.ts';
import type { FeedDesk } from '../../core/polling/feed-desk.ts';
import type { Story } from '../../core/stories/story.ts';

/** What is looked at whenever somebody asks. */
export interface Watched {
  readonly outbox: Pick<Outbox, 'summary'>;
  readonly queue: Pick<JobQueue, 'depth'>;
  readonly feedDesk: Pick<FeedDesk, 'health'>;
  readonly stories: readonly Story[];
  readonly clock: Clock;
}

export interface Metrics {
  /** Counts and times what is posted through a platform. */
  watchPlatform(platform: ChatPlatform): ChatPlatform;
  /** Counts and times what the bot is asked. */
  watchBot(bot: Bot): Bot;
  /** All metrics in Prometheus' text format, with its content type. */
  page(): Promise<{ readonly type: string; readonly text: string }>;
}

/** Upper bounds in seconds: a platform's answer or a command takes milliseconds, and half a minute when all goes wrong. */
const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Metrics of one process for Prometheus. A part that cannot be reached is shown as down, and fails no page. */
export function createMetrics(watched: Watched): Metrics {
  const registry = new Registry();
  const { clock } = watched;
  collectDefaultMetrics({ register: registry });
  // Together before a page is made: a gauge's own collecting could show one part of a look and miss another.
  const looks = [watchStore(registry, watched), watchQueue(registry, watched), watchFeeds(registry, watched)];
  const registers = [registry];
  const posts = new Histogram({
    ...{ name: 'communique_post_duration_seconds', help: 'Posting a message to a platform, by how it ended' },
    ...{ labelNames: ['platform', 'outcome'], buckets, registers },
  });
  const commands = new Histogram({
    ...{ name: 'communique_command_duration_seconds', help: 'Answering a command or question, by how it ended' },
    ...{ labelNames: ['command', 'outcome'], buckets, registers },
  });
  const timed = async <Answer extends Reply | undefined>(work: () => Promise<Answer>): Promise<Answer> => {
    const started = clock.now();
    const reply = await work();
    const labels = { command: reply?.command ?? 'none', outcome: reply?.outcome ?? 'unanswered' };
    commands.observe(labels, (clock.now() - started) / 1_000);
    return reply;
  };
  return {
    watchPlatform: (platform) => ({
      ...platform,
      post: async (posting) => {
        const started = clock.now();
        const done = (outcome: string): void =>
          posts.observe({ platform: platform.name, outcome }, (clock.now() - started) / 1_000);
        try {
          const posted = await platform.post(posting);
          done('posted');
          return posted;
        } catch (error) {
          done(error instanceof PostError ? error.failure : 'unavailable');
          throw error;
        }
      },
    }),
    watchBot: (bot) => ({
      ...bot,
      run: (story, input, origin) => timed(() => bot.run(story, input, origin)),
      mention: (text, origin) => timed(() => bot.mention(text, origin)),
      question: (text, origin) => timed(() => bot.question(text, origin)),
      press: (id, origin) => timed(() => bot.press(id, origin)),
    }),
    page: async () => {
      await Promise.all(looks.map((look) => look()));
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

type Look = () => Promise<void>;

function watchStore(registry: Registry, { outbox, clock }: Watched): Look {
  const registers = [registry];
  const up = new Gauge({ name: 'communique_store_up', help: '1 when the store answers', registers });
  const help = 'Age of the oldest delivery on its way; 0 for none';
  const age = new Gauge({ name: 'communique_delivery_oldest_seconds', help, registers });
  const named = { name: 'communique_deliveries', help: 'Deliveries by state' };
  const deliveries = new Gauge({ ...named, labelNames: ['state'], registers });
  return async () => {
    try {
      const { states, oldestOnItsWay } = await outbox.summary();
      for (const [state, count] of Object.entries(states)) deliveries.set({ state }, count);
      const oldest = oldestOnItsWay === undefined ? clock.now() : Date.parse(oldestOnItsWay);
      age.set(Math.max(0, clock.now() - oldest) / 1_000);
      up.set(1);
    } catch {
      deliveries.reset();
      up.set(0);
    }
  };
}

function watchQueue(registry: Registry, { queue }: Watched): Look {
  const registers = [registry];
  const up = new Gauge({ name: 'communique_queue_up', help: '1 when the queue answers', registers });
  const jobs = new Gauge({ name: 'communique_queue_jobs', help: 'Jobs by state', labelNames: ['state'], registers });
  return async () => {
    try {
      for (const [state, count] of Object.entries(await queue.depth())) jobs.set({ state }, count);
      up.set(1);
    } catch {
      jobs.reset();
      up.set(0);
    }
  };
}

function watchFeeds(registry: Registry, { feedDesk, stories }: Watched): Look {
  const feeds = new Gauge({
    name: 'communique_feeds',
    help: 'Feeds of a story by how they stand',
    labelNames: ['story', 'condition'],
    registers: [registry],
  });
  return async () => {
    feeds.reset();
    try {
      for (const story of stories)
        for (const { condition } of await feedDesk.health(story)) feeds.inc({ story: story.key, condition });
    } catch {
      feeds.reset();
    }
  };
}
