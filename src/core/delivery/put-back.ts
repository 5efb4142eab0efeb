import { type Clock, isoNow } from '../clock/clock.ts';
import { UserError } from '../errors/errors.ts';
import type { DeliveryId } from '../ids/ids.ts';
import { messageDeliver } from '../jobs/jobs.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { Log } from '../log/log.ts';
import type { Delivery } from '../outbox/delivery.ts';
import type { Outbox } from '../outbox/outbox.ts';

/**
 * Lets a delivery that was not sent be tried at once, as if it were new. Throws UserError when there is none such, when it
 * is being posted, when the platform refused the message itself, and when a later digest tells what it would have told.
 */
export async function putBack(
  id: DeliveryId,
  needs: { readonly outbox: Outbox; readonly queue: JobQueue; readonly clock: Clock; readonly log: Log },
): Promise<Delivery> {
  const { outbox, queue, clock, log } = needs;
  const known = await outbox.get(id);
  if (known === undefined)
    throw new UserError(`There is no delivery ${id}.`, 'Type communique deliveries to list those that are stuck.');
  await refuse(known, outbox);
  const back = await outbox.putBack(id, isoNow(clock));
  if (back === undefined) throw beingPosted;
  await queue.addAnew(messageDeliver, { delivery: id }, id);
  log.info({ delivery: id }, 'a delivery was put back by hand');
  return back;
}

const beingPosted = new UserError('It is being posted at this moment.', 'Look again in a minute.');

async function refuse({ id, key, subscription, state, reason }: Delivery, outbox: Outbox): Promise<void> {
  if (state === 'sent') throw new UserError('It was sent already.', 'There is nothing to do.');
  if (state === 'sending') throw beingPosted;
  if (state !== 'given-up') return;
  if (reason?.startsWith('rejected') === true) {
    const mend = 'The next digest tells what is new since; report the reason if it looks like our fault.';
    throw new UserError(`The platform refused this message, and would refuse it again (${reason}).`, mend);
  }
  if (subscription === undefined) return;
  const digests = `${subscription}:`;
  if (!key.startsWith(digests)) return;
  const latest = await outbox.latest(digests);
  if (latest !== undefined && latest.id !== id)
    throw new UserError(
      `A later digest, ${latest.id}, tells what this one would have told.`,
      'Put that one back if it is stuck too.',
    );
}
