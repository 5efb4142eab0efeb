import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { feedReader } from '../../../src/adapters/files/feed-reader.ts';
import { page } from '../../support/feed-server.ts';

const never = new AbortController().signal;
const reading = { items: [], faults: [] };

describe('the articles behind items', () => {
  let open = 0;
  let most = 0;
  let port = 0;
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    open += 1;
    most = Math.max(most, open);
    const answer = (): void => {
      open -= 1;
      response.writeHead(200, { 'content-type': 'text/html' }).end(page('storm'));
    };
    if (request.url === '/silent') waiting.push(answer);
    else setImmediate(() => setImmediate(answer));
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = z.object({ port: z.number() }).parse(server.address()).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('are asked of one host one at a time, whichever feeds name them', async () => {
    const reader = feedReader({ allowLoopback: true });
    const results = await Promise.all(
      ['a', 'b', 'c', 'd'].map((id) => reader.article({ id, url: `http://127.0.0.1:${port}/${id}` }, reading, never)),
    );
    expect(results.map((result) => 'draft' in result)).toEqual([true, true, true, true]);
    expect(most).toBe(1);
  });

  test('of a host that does not answer hold up no other host', async () => {
    const reader = feedReader({ allowLoopback: true });
    const late = reader.article({ id: 'a', url: `http://localhost:${port}/silent` }, reading, never);
    expect(await reader.article({ id: 'b', url: `http://127.0.0.1:${port}/b` }, reading, never)).toHaveProperty(
      'draft',
    );
    await expect.poll(() => waiting.length).toBe(1);
    waiting[0]?.();
    expect(await late).toHaveProperty('draft');
  });
});
