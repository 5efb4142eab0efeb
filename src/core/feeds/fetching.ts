import { UserError } from '../errors/errors.ts';

/** A text document as the open web gave it. */
export interface Fetched {
  /** The address after all redirects. */
  readonly url: string;
  /** Lower case, without parameters: "text/html". Empty when the server named none. */
  readonly mediaType: string;
  readonly text: string;
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

  constructor(
    refusal: {
      readonly reason: FetchFailure;
      readonly message: string;
      readonly mend: string;
      readonly status?: number;
    },
    options?: ErrorOptions,
  ) {
    super(refusal.message, refusal.mend, options);
    this.name = 'FetchError';
    this.reason = refusal.reason;
    this.status = refusal.status;
  }
}
