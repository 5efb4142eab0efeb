import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { PostedMessage } from '../../core/chat/chat-platform.ts';
import type { Place } from '../../core/chat/place.ts';
import type { Log } from '../../core/log/log.ts';
import type { Message } from '../../core/messages/message.ts';
import { slackCode, toPostError } from './errors.ts';
import { renderSlack, type SlackPost } from './render-slack.ts';

/** Where in Slack a post goes. */
export interface SlackTarget {
  readonly channel: string;
  readonly thread?: string;
}

/** The name under which a post's metadata keeps the delivery's key. */
const eventType = 'communique_delivery';
/** How many of a channel's latest messages are looked through for the key. */
const looked = 15;

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

/**
 * Posts a delivery once: Slack keeps the key as the message's metadata, and a message with it that is already there is
 * taken for ours. A message too long for one post goes on in its thread. Throws PostError.
 */
export async function postOnce(
  { client, log }: { readonly client: WebClient; readonly log: Log },
  { message, place, key }: { readonly message: Message; readonly place: Place; readonly key: string },
): Promise<PostedMessage> {
  try {
    const target = { channel: place.channel, ...(place.thread !== undefined && { thread: place.thread }) };
    const known = await findPosted(client, target, { key, log });
    if (known !== undefined) return { id: known, thread: known };
    const [first, ...rest] = renderSlack(message);
    if (first === undefined) throw new Error('a message rendered to no post');
    const posted = await send(client, target, { post: first, key });
    for (const post of rest) await send(client, { channel: target.channel, thread: target.thread ?? posted }, { post });
    return { id: posted, thread: target.thread ?? posted };
  } catch (error) {
    throw toPostError(error);
  }
}

/** Sends one post; returns its timestamp, which is its id. */
export async function send(
  client: WebClient,
  target: SlackTarget,
  { post, key }: { readonly post: SlackPost; readonly key?: string },
): Promise<string> {
  const body = {
    channel: target.channel,
    text: post.text,
    blocks: [...post.blocks],
    unfurl_links: false,
    unfurl_media: false,
    ...(target.thread !== undefined && { thread_ts: target.thread }),
    ...(key !== undefined && { metadata: { event_type: eventType, event_payload: { key } } }),
  };
  const result = z.object({ ts: z.string() }).parse(await client.apiCall('chat.postMessage', body));
  return result.ts;
}

/** Looks whether an earlier try of this delivery went through. Without the scope to look, posting goes on. */
async function findPosted(
  client: WebClient,
  target: SlackTarget,
  { key, log }: { readonly key: string; readonly log: Log },
): Promise<string | undefined> {
  try {
    const options = { channel: target.channel, limit: looked, include_all_metadata: true };
    const history = historySchema.parse(await client.apiCall('conversations.history', options));
    return history.messages.find(
      ({ metadata }) => metadata?.event_type === eventType && metadata.event_payload.key === key,
    )?.ts;
  } catch (error) {
    const code = slackCode(error);
    if (code === undefined) throw error;
    log.debug({ reason: code }, 'the channel’s history cannot be read, so an earlier try cannot be recognised');
    return undefined;
  }
}
