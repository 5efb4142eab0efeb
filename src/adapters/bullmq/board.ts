import type { RequestListener } from 'node:http';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { Queue } from 'bullmq';
import { z } from 'zod';
import type { OpenQueue } from './backend.ts';

/** The board's types know a queue on Redis alone; it shows one on Postgres just so. */
const shownQueue = z.custom<Queue>((value) => value instanceof Queue);
const listener = z.custom<RequestListener>((value) => typeof value === 'function');

/**
 * Pages that show the queue's jobs, for a server that serves them below `path` ("/queue"). They only show: what is done to a
 * job behind the store's back makes the two differ, and `communique deliveries retry` does it in both.
 */
export function queuePages(queue: OpenQueue, path: string): RequestListener {
  const server = new ExpressAdapter();
  server.setBasePath(path);
  createBullBoard({
    queues: [new BullMQAdapter(shownQueue.parse(queue), { readOnlyMode: true })],
    serverAdapter: server,
    options: { uiConfig: { boardTitle: 'Communiqué', hideRedisDetails: true } },
  });
  const serve = listener.parse(server.getRouter());
  return (request, response) => {
    request.url = (request.url ?? '').slice(path.length) || '/';
    serve(request, response);
  };
}
