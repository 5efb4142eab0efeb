/** How often a feed is looked at when nothing is said about it, and the bounds of what is obeyed. Milliseconds. */
const usualMs = 15 * 60_000;
const soonestMs = 5 * 60_000;
const latestMs = 6 * 3_600_000;
const longestRetryMs = 24 * 3_600_000;

/** The wait until the next look after a success, in milliseconds: what the server asks for, within bounds. */
export function waitAfterSuccess(maxAgeMs: number | undefined): number {
  return Math.min(Math.max(maxAgeMs ?? usualMs, soonestMs), latestMs);
}

/** The wait after a failure, in milliseconds: it doubles with each one in a row; a server's Retry-After is obeyed. */
export function waitAfterFailure(failures: number, retryAfterMs: number | undefined): number {
  const backOff = Math.min(usualMs * 2 ** Math.min(failures - 1, 10), latestMs);
  return Math.max(backOff, Math.min(retryAfterMs ?? 0, longestRetryMs));
}
