import { quietUntil } from '../schedules/quiet-hours.ts';
import type { Quiet } from '../schedules/subscription.ts';

/** A channel gets at most one alert in so long. Milliseconds. */
export const pauseMs = 3_600_000;

/**
 * How many alerts would have come of matches at these moments (milliseconds since the epoch, in any order), up to `toMs`: at
 * most one an hour, none in quiet hours, and each telling all that came before it.
 */
export function countFirings(
  moments: readonly number[],
  { quiet, toMs }: { readonly quiet?: Quiet | undefined; readonly toMs: number },
): number {
  let fired = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const moment of moments.toSorted((left, right) => left - right)) {
    if (moment <= last) continue;
    const soonest = Math.max(moment, last + pauseMs);
    const at = quietUntil(quiet, soonest) ?? soonest;
    if (at > toMs) break;
    fired += 1;
    last = at;
  }
  return fired;
}
