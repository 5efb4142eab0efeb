import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { PostError, type PostFailure } from '../../core/errors/errors.ts';

/**
 * What Slack's error codes mean for a message: https://docs.slack.dev/reference/methods/chat.postMessage#errors; those of a user, for
 * one to a person: https://docs.slack.dev/reference/methods/conversations.open#errors. What whoever runs the bot can mend (a wrong
 * token, a scope not ticked) is `unavailable`: no channel loses its schedule over it.
 */
const failures: Readonly<Record<string, PostFailure>> = {
  ratelimited: 'rate-limited',
  rate_limited: 'rate-limited',
  message_limit_exceeded: 'rate-limited',
  channel_not_found: 'gone',
  not_in_channel: 'gone',
  is_archived: 'gone',
  account_inactive: 'gone',
  token_revoked: 'gone',
  restricted_action: 'gone',
  team_access_not_granted: 'gone',
  user_disabled: 'gone',
  user_not_found: 'gone',
  user_not_visible: 'gone',
  invalid_blocks: 'rejected',
  invalid_blocks_format: 'rejected',
  invalid_arguments: 'rejected',
  msg_too_long: 'rejected',
  msg_blocks_too_long: 'rejected',
  no_text: 'rejected',
  metadata_too_large: 'rejected',
};

/** The PostError for whatever posting to Slack threw. */
export function toPostError(error: unknown): PostError {
  if (error instanceof PostError) return error;
  if (error instanceof WebAPIRateLimitedError) {
    return new PostError('rate-limited', 'Slack asks to wait', {
      cause: error,
      retryAfterMs: error.retryAfter * 1_000,
    });
  }
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error;
    return new PostError(failures[code] ?? 'unavailable', `Slack answered ${code}`, { cause: error });
  }
  if (error instanceof WebAPIHTTPError)
    return new PostError('unavailable', `Slack answered with status ${error.statusCode}`, { cause: error });
  if (error instanceof WebAPIRequestError)
    return new PostError('unavailable', 'Slack could not be reached', { cause: error });
  return new PostError('unavailable', 'posting to Slack failed', { cause: error });
}

/** Slack's error code, when Slack answered with one. */
export function slackCode(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}
