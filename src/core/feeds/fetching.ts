import { UserError } from '../errors/errors.ts';

/** A text document as the open web gave it. */
export interface Fetched {
  /** The address after all redirects. */
  readonly url: string;
  /** Lower case, without parameters: "text/html". Empty when the server named none. */
  readonly mediaType: string;
  readonly text: string;
  /** What the server will recognise this version by, and how long it asks to wait before asking again. */
  readonly etag?: string;
  readonly lastModified?: string;
  readonly maxAgeMs?: number;
  /** The server says that the version which the request named is still the newest; `text` is empty. */
  readonly notModified?: boolean;
}

export type Fetch = (url: string) => Promise<Fetched>;

/** Why a request was refused or failed. Only `timeout`, `network` and a status of 429 or 5xx may pass by themselves. */
export type FetchFailure =
  | 'bad-url'
  | 'private-address'
  | 'too-many-redirects'
  | 'timeout'
  | 'too-large'
  | 'wrong-type'
  | 'http-status'
  | 'network';

/** A document could not be had. It is a UserError: `message` says what and where, `mend` what to do. */
export class FetchError extends UserError {
  readonly reason: FetchFailure;
  /** The HTTP status of a refusal with the reason `http-status`. */
  readonly status: number | undefined;
  /** How long the server asks to wait (Retry-After), in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(
    refusal: {
      readonly reason: FetchFailure;
      readonly message: string;
      readonly mend: string;
      readonly status?: number;
      readonly retryAfterMs?: number;
    },
    options?: ErrorOptions,
  ) {
    super(refusal.message, refusal.mend, options);
    this.name = 'FetchError';
    this.reason = refusal.reason;
    this.status = refusal.status;
    this.retryAfterMs = refusal.retryAfterMs;
  }
}
