import { dueTimesBetween, lastDueTime, slotOf } from './due-times.ts';
import { quietUntil } from './quiet-hours.ts';
import type { Subscription } from './subscription.ts';

/**
 * A digest may come so long after it was due, because the process or its machine stood still; what is older is skipped,
 * for people take a digest for the time at which it comes. Two hours are long enough for an update or a short failure and
 * short enough for a morning's digest to be read in the morning. The next digest tells what a skipped one would have told.
 */
export const graceMs = 2 * 3_600_000;
/** A digest that comes so long after it was due says so. A queue that is busy for some minutes is nobody's concern. */
const lateAfterMs = 900_000;
/** So many skipped ones are counted; beyond, people only need to know that there were many. */
const mostCounted = 1_000;

/** Why a digest is looked at: it is its time, quiet hours end, or somebody asked. `at` is ISO 8601 UTC. */
export interface Occasion {
  readonly kind: 'slot' | 'quiet-end' | 'asked';
  readonly at: string;
}

/** Missed and too old to be sent. Moments in milliseconds since the epoch. */
export interface Skipped {
  readonly count: number;
  readonly first: number;
  readonly last: number;
}

export interface WhatIsDue {
  /** `send` it now; `hold` it until a moment; `skip` it, for it is too late. */
  readonly verdict:
    | { readonly kind: 'send'; readonly late: 'late' | 'in-time' }
    | { readonly kind: 'hold'; readonly until: number }
    | { readonly kind: 'skip' };
  readonly slot: string;
  readonly dueAt: number;
  readonly skipped?: Skipped;
}

type Wish = Pick<Subscription, 'timing' | 'quiet'>;

/**
 * What an occasion means at the present moment. Of several times that were missed only the newest counts, so that what
 * comes after a pause of the process is one digest and never a flood.
 */
export function whatIsDue(occasion: Occasion, { timing, quiet }: Wish, nowMs: number): WhatIsDue {
  const at = Date.parse(occasion.at);
  if (occasion.kind === 'asked') {
    const verdict = nowMs - at > graceMs ? ({ kind: 'skip' } as const) : ({ kind: 'send', late: 'in-time' } as const);
    return { verdict, slot: `now:${occasion.at}`, dueAt: at };
  }
  const newest = lastDueTime(timing, nowMs);
  const isSlot = occasion.kind === 'slot' || newest > at;
  const dueAt = Math.max(newest, at);
  const slot = isSlot ? slotOf(timing, dueAt) : `quiet-end:${occasion.at}`;
  const skipped = occasion.kind === 'slot' ? skippedSince(at, { timing, quiet }, nowMs) : undefined;
  return { verdict: verdictOn(dueAt, quiet, nowMs), slot, dueAt, ...(skipped !== undefined && { skipped }) };
}

function verdictOn(dueAt: number, quiet: Subscription['quiet'], nowMs: number): WhatIsDue['verdict'] {
  const wanted = quietUntil(quiet, dueAt) ?? dueAt;
  if (nowMs - wanted > graceMs) return { kind: 'skip' };
  const until = quietUntil(quiet, nowMs);
  if (until !== undefined) return { kind: 'hold', until };
  return { kind: 'send', late: nowMs - wanted > lateAfterMs ? 'late' : 'in-time' };
}

/** The times from `fromMs` on for which it is too late. */
function skippedSince(fromMs: number, { timing, quiet }: Wish, nowMs: number): Skipped | undefined {
  if (nowMs - fromMs <= graceMs) return undefined;
  const due = dueTimesBetween(timing, { fromMs, toMs: nowMs, most: mostCounted });
  const old = due.filter((at) => nowMs - (quietUntil(quiet, at) ?? at) > graceMs);
  const [first] = old;
  const last = old.at(-1);
  return first === undefined || last === undefined ? undefined : { count: old.length, first, last };
}
