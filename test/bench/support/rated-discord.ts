import type { REST } from 'discord.js';
import { postingClient, type RefusalGuard } from '../../../src/adapters/discord/rest-client.ts';
import { pause } from './moved-clock.ts';
import { limitsByName, rateLimit } from './rate-limit.ts';

/** How long Discord takes to answer. Milliseconds. */
const answerMs = 100;

/** Threads and messages that are made have ids from here on: channels are older. */
const firstNewId = 2n ** 60n;

export interface RatedDiscord {
  /** The client that posts, as the program has it, connected to nothing but this. */
  readonly rest: REST;
  /** When each message came that is not in a thread. */
  readonly posted: readonly number[];
  readonly counts: { requests: number; refused: number };
}

/** https://discord.com/developers/docs/topics/rate-limits: 50 requests a second in all, five in five seconds to a route of a channel. */
export function ratedDiscord(): RatedDiscord {
  const posted: number[] = [];
  const counts = { requests: 0, refused: 0 };
  const all = rateLimit(50, 1_000);
  const routes = limitsByName(5, 5_000);
  const makeRequest: RefusalGuard['makeRequest'] = async (url, { method = 'GET' }) => {
    counts.requests += 1;
    const now = Date.now();
    const path = new URL(url).pathname.replace(/\/messages\/\d+\/threads$/, '/threads');
    const route = routes(`${method} ${path}`);
    const [globalMs, routeMs] = [all.take(now), route.take(now)];
    const waitMs = Math.max(globalMs, routeMs);
    const headers = {
      'content-type': 'application/json',
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': `${route.left(now)}`,
      'x-ratelimit-reset-after': '5',
      'x-ratelimit-bucket': `${method}${path.replace(/\d{5,}/, '')}`,
    };
    await pause(answerMs);
    if (waitMs > 0) {
      counts.refused += 1;
      const wait = { 'retry-after': `${waitMs / 1_000}`, ...(globalMs > 0 && { 'x-ratelimit-global': 'true' }) };
      const body = { message: 'You are being rate limited.', retry_after: waitMs / 1_000, global: globalMs > 0 };
      return Response.json(body, { status: 429, headers: { ...headers, ...wait } });
    }
    if (method === 'POST' && isMessageInChannel(path)) posted.push(Date.now());
    return Response.json(answerTo(method, path, counts.requests), { headers });
  };
  const guard: RefusalGuard = { makeRequest, invalidRequestWarningInterval: 0, watch: () => undefined };
  return { rest: postingClient(guard).setToken('a-token-that-nobody-checks'), posted, counts };
}

function answerTo(method: string, path: string, count: number): object {
  if (method === 'POST') return { id: `${firstNewId + BigInt(count)}` };
  return path.endsWith('/messages') ? [] : { type: 0 };
}

function isMessageInChannel(path: string): boolean {
  const channel = /\/channels\/(\d+)\/messages$/.exec(path)?.[1];
  return channel !== undefined && BigInt(channel) < firstNewId;
}
