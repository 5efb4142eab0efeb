import { setTimeout as delay } from 'node:timers/promises';
import { type Clock, isoNow } from '../../core/clock/clock.ts';
import type { InstallationStore } from '../../core/installations/installation-store.ts';

/** A token that expires, and what renews it, once: https://docs.slack.dev/authentication/using-token-rotation */
export interface Expiring {
  readonly refreshToken?: string | undefined;
  /** Seconds since the epoch. */
  readonly expiresAt?: number | undefined;
}

/** Slack's installer renews two hours ahead; a minute more, so that it never does without having been let. Milliseconds. */
const aheadMs = 7_260_000;
/** Far longer than a renewal, which gives up after 15 seconds. Milliseconds. */
const holdMs = 60_000;
/** A token that is used now must live for this long. Milliseconds. */
const usefulMs = 60_000;
const lookAgainMs = 250;
const mostLooks = 20;

export interface RenewalNeeds {
  readonly installations: InstallationStore;
  readonly clock: Clock;
}

/**
 * Lets one process at a time renew a workspace's token: Slack takes a refresh token once, so a second process that used it would be
 * left without. Gives the credentials as the installer may use them: with the refresh token to the one that renews, without it to
 * others while the token still serves; who can do neither waits. Throws when the other process does not get it done.
 */
export async function inTurn<Kept extends { readonly bot: Expiring }>(
  workspace: string,
  read: () => Promise<Kept>,
  { installations, clock }: RenewalNeeds,
): Promise<Kept> {
  for (let look = 0; look < mostLooks; look += 1) {
    const kept = await read();
    if (kept.bot.refreshToken === undefined || !expiresWithin(aheadMs, kept.bot, clock)) return kept;
    const hold = { at: isoNow(clock), holdMs };
    // Read again: between the look and the turn another process may have renewed it.
    if (await installations.takeForRenewal('slack', workspace, hold)) return read();
    if (!expiresWithin(usefulMs, kept.bot, clock)) return { ...kept, bot: { ...kept.bot, refreshToken: undefined } };
    await delay(lookAgainMs);
  }
  throw new Error(`the token of ${workspace} has expired, and the process that renews it is not done`);
}

function expiresWithin(ms: number, { expiresAt }: Expiring, clock: Clock): boolean {
  return expiresAt !== undefined && expiresAt * 1_000 - clock.now() <= ms;
}
