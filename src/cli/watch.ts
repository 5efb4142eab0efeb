import type { ChatPlatform } from '../core/chat/chat-platform.ts';
import type { Bot } from '../core/chat/bot.ts';
import type { Services } from './services.ts';

/** The bot and the platforms as the rest of the process is to use them, and the port for operators if one is set. */
export interface Watch {
  readonly bot: Bot;
  readonly platforms: ChatPlatform[];
  /** From now on the port says that the process is not ready. */
  leave(): void;
  close(): Promise<void>;
}

/** Opens the port of METRICS_PORT; without one nothing is measured. Throws UserError when the port cannot be had. */
export async function openWatch(services: Services, platforms: ChatPlatform[]): Promise<Watch> {
  const { settings, bot, log } = services;
  if (settings.watch === undefined) return { bot, platforms, leave: () => undefined, close: async () => undefined };
  const { createMetrics } = await import('../adapters/metrics/metrics.ts');
  const { boardPath, openWatchServer } = await import('../adapters/metrics/watch-server.ts');
  const metrics = createMetrics(services);
  const { boardToken: token } = settings.watch;
  const board = token === undefined ? {} : { board: { token, pages: await services.queue.pages(boardPath) } };
  const { port, leave, close } = await openWatchServer({
    ...{ host: settings.watch.host, port: settings.watch.port, metrics, watched: services, log },
    ...board,
  });
  log.info({ host: settings.watch.host, port }, 'metrics and health are served');
  return { bot: metrics.watchBot(bot), platforms: platforms.map(metrics.watchPlatform), leave, close };
}
