/** The one source of the present moment: everything that asks what time it is asks this, so that tests can move it. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
}

/** The clock's present moment as an ISO 8601 UTC string. */
export function isoNow(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}
