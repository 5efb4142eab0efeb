import { type WebClient, WebAPIRateLimitedError } from '@slack/web-api';
import { z } from 'zod';
import type { ActionsBlock } from './buttons.ts';
import type { Pacing } from './pacing.ts';
import type { SlackBlock } from './render-slack.ts';

/** Where in Slack a post goes. */
export interface SlackTarget {
  readonly channel: string;
  readonly thread?: string;
}

/** A post, with buttons below it where it has some. */
export interface SentPost {
  readonly text: string;
  readonly blocks: readonly (SlackBlock | ActionsBlock)[];
}

export interface Sender {
  readonly client: WebClient;
  readonly pacing: Pacing;
}

/** The name under which a post's metadata keeps the delivery's key. */
export const keyEvent = 'communique_delivery';

/** Sends one post in its channel's turn; returns its timestamp, which is its id. */
export async function send(
  { client, pacing }: Sender,
  target: SlackTarget,
  { post, key }: { readonly post: SentPost; readonly key?: string },
): Promise<string> {
  await pacing.turn(target.channel);
  try {
    const { thread } = target;
    const body = { ...bodyOf(target, post, key), ...(thread !== undefined && { thread_ts: thread }) };
    return z.object({ ts: z.string() }).parse(await client.apiCall('chat.postMessage', body)).ts;
  } catch (error) {
    if (error instanceof WebAPIRateLimitedError) pacing.rest(target.channel, error.retryAfter * 1_000);
    throw error;
  }
}

/** Puts a post in the place of one that was sent. */
export async function replace(
  { client }: Sender,
  { channel, id }: { readonly channel: string; readonly id: string },
  { post, key }: { readonly post: SentPost; readonly key?: string },
): Promise<void> {
  await client.apiCall('chat.update', { ...bodyOf({ channel }, post, key), ts: id });
}

/** Takes back a post that was sent. */
export async function takeBack(
  { client }: Sender,
  { channel, id }: { readonly channel: string; readonly id: string },
): Promise<void> {
  await client.apiCall('chat.delete', { channel, ts: id });
}

/** Shows a post to one person only. */
export async function whisper(
  { client }: Sender,
  target: SlackTarget & { readonly user: string },
  post: SentPost,
): Promise<void> {
  const { thread, user } = target;
  const body = { ...bodyOf(target, post), user, ...(thread !== undefined && { thread_ts: thread }) };
  await client.apiCall('chat.postEphemeral', body);
}

/** https://docs.slack.dev/messaging/message-metadata keeps the key; links in a post are never unfurled. */
function bodyOf({ channel }: SlackTarget, { text, blocks }: SentPost, key?: string): Record<string, unknown> {
  return {
    channel,
    text,
    blocks: [...blocks],
    unfurl_links: false,
    unfurl_media: false,
    ...(key !== undefined && { metadata: { event_type: keyEvent, event_payload: { key } } }),
  };
}
