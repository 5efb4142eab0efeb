import type { Library } from '../stories/library.ts';
import { composeDigest } from './compose-digest.ts';
import type { Digest } from './digest.ts';
import type { DigestWindow } from './window.ts';

/** Composes the digest of a window of a library. */
export type ComposeDigest = (library: Library, window: DigestWindow) => Digest;

/**
 * Composes a digest once for all channels that have been told up to the same moment, however many are due at once: a library
 * never changes, and holds nothing that came after it, so what is new in it depends on the window's beginning alone. A
 * digest of another minute is made anew, for it says when it was made.
 */
export function composeOnce(compose: ComposeDigest = composeDigest): ComposeDigest {
  const known = new WeakMap<Library, Map<string, Digest>>();
  return (library, window) => {
    const digests = known.get(library) ?? new Map<string, Digest>();
    known.set(library, digests);
    const kept = digests.get(window.from);
    if (kept !== undefined && minuteOf(kept.window.to) === minuteOf(window.to)) return kept;
    const digest = compose(library, window);
    digests.set(window.from, digest);
    return digest;
  };
}

function minuteOf(at: string): string {
  return at.slice(0, 'YYYY-MM-DDTHH:MM'.length);
}
