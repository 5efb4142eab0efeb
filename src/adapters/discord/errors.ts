import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError, RateLimitError } from 'discord.js';
import { PostError, UserError } from '../../core/errors/errors.ts';

/** Codes that mean that the place is not, or no longer, ours: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const goneCodes: ReadonlySet<number | string> = new Set([10_003, 10_004, 50_001, 50_013, 50_083]);

/** The PostError for whatever posting to Discord threw. */
export function toPostError(error: unknown): PostError {
  if (error instanceof PostError) return error;
  if (error instanceof RateLimitError) {
    const retryAfterMs = Math.max(error.timeToReset, error.retryAfter);
    return new PostError('rate-limited', 'Discord asks to wait', { cause: error, retryAfterMs });
  }
  // It says nothing about the channel: whoever runs the bot mends it, and the digest still comes.
  if (refusesToken(error)) return new PostError('unavailable', tokenRefused, { cause: error });
  if (error instanceof DiscordAPIError) {
    const said = `Discord answered ${error.status} (code ${error.code})`;
    if (goneCodes.has(error.code) || [403, 404].includes(error.status))
      return new PostError('gone', said, { cause: error });
    if (error.status === 429) return new PostError('rate-limited', said, { cause: error });
    return new PostError(error.status >= 500 ? 'unavailable' : 'rejected', said, { cause: error });
  }
  if (error instanceof HTTPError)
    return new PostError('unavailable', `Discord answered with status ${error.status}`, { cause: error });
  return new PostError('unavailable', 'Discord could not be reached', { cause: error });
}

/** Discord's own code for what it refused, or 0. */
export function refusalCode(error: unknown): number {
  return error instanceof DiscordAPIError ? Number(error.code) : 0;
}

export const tokenRefused =
  'Discord refuses DISCORD_TOKEN; run "communique doctor", mend what it names, and start the bot again';

/** The token of an interaction is over, which says nothing about the bot's. */
const interactionOver = 50_027;

/** Whether Discord refused the bot's token. The library then forgets it, and says of every later request that it has none. */
export function refusesToken(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401 && error.code !== interactionOver;
  if (error instanceof DiscordjsError) return error.code === DiscordjsErrorCodes.TokenInvalid;
  return error instanceof Error && /^Expected token to be set|authentication failed/i.test(error.message);
}

/** What whoever runs the bot is told when Discord did not let it in: the token is wrong, or Discord was not reached. */
export function toStartError(cause: unknown): UserError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (refusesToken(cause))
    return new UserError(
      `Discord refuses DISCORD_TOKEN: ${reason}.`,
      'Reset the token on the page "Bot" of the application and copy it whole.',
      { cause },
    );
  return new UserError(
    `Discord did not let the bot in: ${reason}.`,
    'The token is not to blame: see that this machine reaches discord.com and that Discord is up (discordstatus.com), then try again.',
    { cause },
  );
}
