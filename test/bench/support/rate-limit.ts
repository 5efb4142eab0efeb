/** A limit as platforms publish them: so many requests in any span of time. */
export interface RateLimit {
  /** Takes one request; 0 when it is allowed, else the milliseconds until one is. */
  take(now: number): number;
  readonly left: (now: number) => number;
}

export function rateLimit(most: number, spanMs: number): RateLimit {
  const taken: number[] = [];
  const forget = (now: number): void => {
    while (taken[0] !== undefined && taken[0] <= now - spanMs) taken.shift();
  };
  return {
    take: (now) => {
      forget(now);
      const [oldest] = taken;
      if (taken.length >= most && oldest !== undefined) return oldest + spanMs - now;
      taken.push(now);
      return 0;
    },
    left: (now) => {
      forget(now);
      return most - taken.length;
    },
  };
}

/** One limit for each name. */
export function limitsByName(most: number, spanMs: number): (name: string) => RateLimit {
  const known = new Map<string, RateLimit>();
  return (name) => {
    const limit = known.get(name) ?? rateLimit(most, spanMs);
    known.set(name, limit);
    return limit;
  };
}
