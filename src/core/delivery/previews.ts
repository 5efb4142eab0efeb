import type { PreviewWish } from '../digests/digest-desk.ts';
import type { Envelope } from '../outbox/delivery.ts';

/** No subscription's id begins so: what looks for a schedule's digests finds no preview among them. */
const mark = 'preview:';
/** Whoever asks again so soon means the preview that they asked for. Milliseconds. */
const askedAgainWithinMs = 60_000;
/** Later than so long after it was asked for, a preview tells what is not to be posted any more. Milliseconds. */
export const previewUsefulMs = 3_600_000;

/** What the keys of all previews of one channel for one person begin with. */
export function previewsOf({ story, place, person }: Omit<PreviewWish, 'at'>): string {
  return `${mark}${story}:${place.platform}:${place.workspace}:${place.channel}:${person}:`;
}

/** What makes a preview one of a kind: there is one in a minute. */
export function previewKey(wish: PreviewWish): string {
  return `${previewsOf(wish)}${wish.at.slice(0, 'YYYY-MM-DDTHH:MM'.length)}`;
}

export function isPreview({ key }: Pick<Envelope, 'key'>): boolean {
  return key.startsWith(mark);
}

/**
 * Whether a preview that is there is the one that was asked for at a moment (ISO 8601 UTC): composed since, or just before;
 * and not in the future, from which a clock was set back.
 */
export function answers({ state, createdAt }: Envelope, at: string, nowMs: number): boolean {
  const composed = Date.parse(createdAt);
  return state !== 'given-up' && composed <= nowMs && Date.parse(at) - composed < askedAgainWithinMs;
}
