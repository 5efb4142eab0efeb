import { expect, it } from 'vitest';
import { openWatchServer, type WatchServer } from '../../src/adapters/metrics/watch-server.ts';
import { newDeliveryId } from '../../src/core/ids/ids.ts';
import { messageDeliver } from '../../src/core/jobs/jobs.ts';
import { describeEachFooting, type Footing } from '../support/each-footing.ts';
import { silentLog } from '../support/memory-database.ts';

const token = 'a-token-for-operators';
const basic = (password: string): string => `Basic ${Buffer.from(`ada:${password}`).toString('base64')}`;

describeEachFooting('the pages about the queue', (footing) => {
  it('show its jobs to who has the token, and change nothing', async () => {
    const { server, delivery, get } = await open(footing);
    const page = await get('/queue/', { authorization: basic(token) });
    expect(page.headers.get('content-type')).toContain('text/html');
    const seen = await get('/queue/api/queues?activeQueue=communique&status=waiting', {
      authorization: `Bearer ${token}`,
    });
    expect(await seen.text()).toContain(delivery);
    const cleaned = await fetch(`http://127.0.0.1:${server.port}/queue/api/queues/communique/clean/completed`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(cleaned.status).toBe(405);
    await server.close();
  });

  it.each([{}, { authorization: basic('another-token-for-all') }, { authorization: 'Bearer a' }])(
    'are shut to everybody else: %j',
    async (headers) => {
      const { server, delivery, get } = await open(footing);
      for (const path of ['/queue', '/queue/', '/queue/api/queues?activeQueue=communique']) {
        const refused = await get(path, headers);
        expect(refused.status).toBe(401);
        expect(await refused.text()).not.toContain(delivery);
      }
      await server.close();
    },
  );
});

interface Opened {
  readonly server: WatchServer;
  /** Its job waits in the queue. */
  readonly delivery: string;
  get(path: string, headers: Readonly<Record<string, string>>): Promise<Response>;
}

async function open(footing: Footing): Promise<Opened> {
  const { queue } = await footing.open();
  const delivery = newDeliveryId();
  await queue.add(messageDeliver, { delivery }, delivery);
  const server = await openWatchServer({
    ...{ host: '127.0.0.1', port: 0, log: silentLog },
    metrics: { page: async () => ({ type: 'text/plain', text: '' }) },
    watched: {
      queue,
      outbox: {
        summary: async () => ({
          states: { waiting: 0, sending: 0, sent: 0, failed: 0, 'given-up': 0 },
          oldestOnItsWay: undefined,
        }),
      },
    },
    board: { token, pages: await queue.pages('/queue') },
  });
  const get = (path: string, headers: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(`http://127.0.0.1:${server.port}${path}`, { headers });
  return { server, delivery, get };
}
