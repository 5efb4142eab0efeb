/** A fault that the person who asked can mend. `message` says what and where; `mend` says how. Both are shown to them. */
export class UserError extends Error {
  readonly mend: string;

  constructor(message: string, mend: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UserError';
    this.mend = mend;
  }
}

/**
 * What a platform's refusal means for the message that was being posted:
 * `rate-limited` wait as told; `unavailable` try again later; `gone` the destination no longer exists or is closed to us;
 * `rejected` the message itself was refused and must not be sent again unchanged.
 */
export type PostFailure = 'rate-limited' | 'unavailable' | 'gone' | 'rejected';

interface PostErrorOptions extends ErrorOptions {
  readonly retryAfterMs?: number | undefined;
  readonly left?: 'nothing';
}

/** A platform did not take a message. The queue decides what happens next from `failure`. */
export class PostError extends Error {
  readonly failure: PostFailure;
  /** How long the platform asks us to wait, in milliseconds, when it says so. */
  readonly retryAfterMs: number | undefined;
  /** `nothing` when this attempt certainly left nothing that a reader could see; undefined when nobody knows. */
  readonly left: 'nothing' | undefined;

  constructor(failure: PostFailure, message: string, options?: PostErrorOptions) {
    super(message, options);
    this.name = 'PostError';
    this.failure = failure;
    this.retryAfterMs = options?.retryAfterMs;
    this.left = options?.left;
  }
}

/**
 * The error of an attempt that had posted no part yet. A platform that asks to wait has refused what it was sent; every
 * other failure may have come after the message was taken.
 */
export function beforeAnyPart(error: PostError): PostError {
  if (error.failure !== 'rate-limited') return error;
  const { message, cause, retryAfterMs } = error;
  return new PostError('rate-limited', message, { cause, retryAfterMs, left: 'nothing' });
}
