import { beginning } from '../digests/create-digest-desk.ts';
import { articlesIn, type DigestWindow } from '../digests/window.ts';
import type { Envelope } from '../outbox/delivery.ts';
import type { Subscription } from '../schedules/subscription.ts';
import type { Library } from '../stories/library.ts';
import { isPreview, previewUsefulMs } from './previews.ts';

/** A digest that no platform took for so long makes way for the next one, which tells what it would have told. */
const staleAfterMs = 6 * 3_600_000;
/** When no other comes, it is tried for so long. */
const expiredAfterMs = 24 * 3_600_000;

/** Whether a delivery may still be posted: it has not been yet, and nobody has given it up. */
export function isOnItsWay({ state }: Envelope): boolean {
  return state === 'waiting' || state === 'sending' || state === 'failed';
}

/** Somebody asked for it just now: it does not wait for quiet hours to end. */
export function wasAsked({ key, subscription }: Envelope): boolean {
  return subscription !== undefined && key.startsWith(`${subscription}:now:`);
}

/** Whoever asks again so soon means the digest that they asked for. Milliseconds. */
const askedAgainWithinMs = 60_000;

/** Whether a digest that somebody asked for was composed within the minute before a moment (milliseconds), and may be read. */
export function wasJustAsked(delivery: Envelope | undefined, atMs: number): boolean {
  if (delivery === undefined) return false;
  const ageMs = atMs - Date.parse(delivery.createdAt);
  return wasAsked(delivery) && delivery.state !== 'given-up' && ageMs >= 0 && ageMs < askedAgainWithinMs;
}

export function isStale(delivery: Envelope, nowMs: number): boolean {
  return ageMs(delivery, nowMs) >= staleAfterMs;
}

export function isExpired(delivery: Envelope, nowMs: number): boolean {
  return ageMs(delivery, nowMs) >= (isPreview(delivery) ? previewUsefulMs : expiredAfterMs);
}

function ageMs({ createdAt, putBackAt }: Envelope, nowMs: number): number {
  return nowMs - Date.parse(putBackAt ?? createdAt);
}

/** ISO 8601 UTC: what was added up to this moment is told once the delivery is sent. */
export function tellsUntil({ tellsUntil: until, createdAt }: Envelope): string {
  return until ?? createdAt;
}

/**
 * ISO 8601 UTC: up to where a channel has been told. A process may have died after a digest was sent and before the
 * subscription knew: the latest delivery knows too.
 */
export function toldUntil(subscription: Subscription, latest: Envelope | undefined): string {
  const told = subscription.toldUntil ?? beginning;
  return latest?.state === 'sent' ? later(told, tellsUntil(latest)) : told;
}

/**
 * ISO 8601 UTC: how far a digest made from this library tells. Not up to the present moment: an article that is being
 * taken in has its moment already and is not in the library yet, and would never be told.
 */
export function newestIn(library: Library, window: DigestWindow): string {
  return articlesIn(library, window).reduce((newest, { article }) => later(newest, article.added), window.from);
}

function later(left: string, right: string): string {
  return Date.parse(left) >= Date.parse(right) ? left : right;
}
