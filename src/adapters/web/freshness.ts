import type { IncomingHttpHeaders } from 'node:http';
import type { Fetched } from '../../core/feeds/fetching.ts';

/** Longer validators are junk, and would be sent back with every request. Characters. */
const longestValidator = 500;

/** What a response's headers say of its version and of when to ask again. */
export interface Freshness {
  readonly version: Pick<Fetched, 'etag' | 'lastModified' | 'maxAgeMs'>;
  /** RFC 9110, Retry-After: seconds or a date; a date counts from the response's own Date. Milliseconds. */
  readonly retryAfterMs: number | undefined;
}

/** Reads ETag, Last-Modified, Cache-Control's max-age (RFC 9111) and Retry-After. */
export function freshnessOf(headers: IncomingHttpHeaders): Freshness {
  const { etag, 'last-modified': lastModified } = headers;
  const maxAge = /(?:^|[,\s])max-age=(\d{1,9})(?:$|[,\s])/i.exec(headers['cache-control'] ?? '')?.[1];
  return {
    version: {
      ...(isValidator(etag) && { etag }),
      ...(isValidator(lastModified) && { lastModified }),
      ...(maxAge !== undefined && { maxAgeMs: Number(maxAge) * 1_000 }),
    },
    retryAfterMs: retryAfter(headers),
  };
}

function isValidator(value: string | undefined): value is string {
  return value !== undefined && value !== '' && value.length <= longestValidator;
}

function retryAfter(headers: IncomingHttpHeaders): number | undefined {
  const asked = headers['retry-after']?.trim();
  if (asked === undefined) return undefined;
  if (/^\d{1,9}$/.test(asked)) return Number(asked) * 1_000;
  const wait = Date.parse(asked) - Date.parse(headers.date ?? '');
  return Number.isFinite(wait) && wait > 0 ? wait : undefined;
}
