import { PostError } from '../errors/errors.ts';
import type { DeliveryId } from '../ids/ids.ts';
import { TryLater } from '../jobs/queue.ts';
import type { Delivery } from '../outbox/delivery.ts';
import type { Taken } from './post.ts';

/**
 * The deliveries of which this process knows that nobody has seen anything: their first attempt was refused outright. It
 * stands in no store, for a row that tells so may have come back with a backup; and it holds for one attempt only.
 */
export interface Refusals {
  /** What an attempt ended with. */
  note(attempt: Attempt, error: unknown): void;
  /** How a delivery as it stands now is to be posted; what was known of it is forgotten. */
  attemptAt(delivery: Delivery): Taken['attempt'];
}

interface Attempt extends Pick<Taken, 'attempt'> {
  readonly delivery: Delivery;
}

export function createRefusals(): Refusals {
  const refused = new Map<DeliveryId, Pick<Delivery, 'takenAt' | 'failures'>>();
  return {
    note: ({ delivery: { id, takenAt, failures = 0 }, attempt }, error) => {
      if (attempt === 'first' && leftNothing(error)) refused.set(id, { takenAt, failures: failures + 1 });
    },
    attemptAt: ({ id, state, takenAt, failures }) => {
      const known = refused.get(id);
      refused.delete(id);
      // Another run that took it since has left its own moment, or one failure more, or has not said what became of it.
      const isAsLeft = state === 'failed' && takenAt === known?.takenAt && failures === known?.failures;
      return known !== undefined && isAsLeft ? 'first' : 'later';
    },
  };
}

function leftNothing(error: unknown): boolean {
  return error instanceof TryLater && error.cause instanceof PostError && error.cause.left === 'nothing';
}
