import { DefaultRestOptions, REST, RESTEvents, type RESTOptions } from 'discord.js';
import { PostError } from '../../core/errors/errors.ts';
import type { Log } from '../../core/log/log.ts';
import { limits } from './limits.ts';

/** How long one request may take, and how long a post waits for its own bucket before the queue is told to wait. Milliseconds. */
const requestTimeoutMs = 15_000;
const shortWaitMs = 5_000;

/** Stops all requests before Discord bans the address for having refused too many. */
export interface RefusalGuard {
  readonly makeRequest: RESTOptions['makeRequest'];
  /** How many refusals there may be between two looks at their number. */
  readonly invalidRequestWarningInterval: number;
  watch(rest: REST): void;
}

/** `most` refused requests within Discord's ten minutes close the guard until the ten minutes are over. */
export function refusalGuard(log: Log, most: number = limits.refusedRequests): RefusalGuard {
  let closedForMs = 0;
  return {
    invalidRequestWarningInterval: Math.ceil(most / 10),
    makeRequest: (url, init) => {
      if (closedForMs === 0) return DefaultRestOptions.makeRequest(url, init);
      const said = 'Discord has refused too many requests; nothing is asked of it for a while';
      return Promise.reject(new PostError('rate-limited', said, { retryAfterMs: closedForMs }));
    },
    watch: (rest) => {
      rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
        log.warn({ count, remainingTime }, 'Discord refuses many requests; 10,000 in ten minutes ban this address');
        if (count < most || closedForMs > 0) return;
        closedForMs = remainingTime;
        setTimeout(() => (closedForMs = 0), remainingTime).unref();
      });
    },
  };
}

/** What the gateway's own HTTP client is told: it answers people, so it waits for its bucket and tries again. */
export function answeringOptions(guard: RefusalGuard, apiUrl?: string): Partial<RESTOptions> {
  const { makeRequest, invalidRequestWarningInterval } = guard;
  return {
    timeout: requestTimeoutMs,
    makeRequest,
    invalidRequestWarningInterval,
    ...(apiUrl !== undefined && { api: apiUrl }),
  };
}

/**
 * The HTTP client that posts: the queue decides about retries and long waits. A bucket holds up only its own channel, and
 * 50 requests a second go out in all, which the library sees to.
 */
export function postingClient(guard: RefusalGuard, apiUrl?: string): REST {
  const rest = new REST({
    ...answeringOptions(guard, apiUrl),
    retries: 0,
    rejectOnRateLimit: ({ timeToReset, retryAfter }) => Math.max(timeToReset, retryAfter) > shortWaitMs,
  });
  guard.watch(rest);
  return rest;
}
