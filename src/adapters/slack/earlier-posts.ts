import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Log } from '../../core/log/log.ts';
import { slackCode } from './errors.ts';
import { keyEvent, type SlackTarget } from './send.ts';

/**
 * How many of a channel's latest messages are looked through for a key: apps that are distributed outside the Marketplace are
 * given no more, https://docs.slack.dev/changelog/2025-05-terms-rate-limit-update-and-faq.
 */
const looked = 15;
/** More parts than any message has. */
const mostParts = 100;

const historySchema = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        metadata: z
          .object({ event_type: z.string(), event_payload: z.object({ key: z.string() }) })
          .optional()
          .catch(undefined),
      }),
    )
    .default([]),
});

interface Looking {
  readonly client: WebClient;
  readonly log: Log;
}

/** The bot's posts in a channel, or in a thread of it, by their keys. Without the scope to look there are none. */
export async function keysPosted(
  { client, log }: Looking,
  { channel, thread }: SlackTarget,
): Promise<ReadonlyMap<string, string>> {
  try {
    const { messages } = historySchema.parse(
      thread === undefined
        ? await client.apiCall('conversations.history', { channel, limit: looked, include_all_metadata: true })
        : await client.apiCall('conversations.replies', {
            ...{ channel, ts: thread, limit: mostParts, include_all_metadata: true },
          }),
    );
    return new Map(
      messages.flatMap(({ ts, metadata }): [string, string][] =>
        metadata?.event_type === keyEvent ? [[metadata.event_payload.key, ts]] : [],
      ),
    );
  } catch (error) {
    const code = slackCode(error);
    if (code === undefined) throw error;
    log.debug({ reason: code }, 'the channel’s history cannot be read, so an earlier try cannot be recognised');
    return new Map();
  }
}
