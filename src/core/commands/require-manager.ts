import type { Origin } from '../chat/place.ts';
import { UserError } from '../errors/errors.ts';

/** Throws UserError unless the person may manage the channel: "Schedules are set by people who may manage this channel." */
export function requireManager(origin: Origin, what: string, instead: string): void {
  if (origin.user.mayManage) return;
  throw new UserError(`${what} by people who may manage this channel.`, `Ask one of them, or ${instead}.`);
}
