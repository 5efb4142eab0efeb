import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { PostedMessage } from '../../core/chat/chat-platform.ts';
import { personOf, type Place } from '../../core/chat/place.ts';
import type { Log } from '../../core/log/log.ts';
import { cutAtThread } from '../../core/messages/in-thread.ts';
import type { Message } from '../../core/messages/message.ts';
import type { ActionsBlock } from './buttons.ts';
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

/**
 * Posts a delivery once: Slack keeps the key as the message's metadata, and a message with it that is already there is
 * taken for ours; so are the parts that stand in its thread, where a message too long for one post goes on. Throws PostError.
 */
export async function postOnce(
  { client, log }: { readonly client: WebClient; readonly log: Log },
  { message, place, key }: { readonly message: Message; readonly place: Place; readonly key: string },
): Promise<PostedMessage> {
  try {
    const target = {
      channel: await channelOf(client, place),
      ...(place.thread !== undefined && { thread: place.thread }),
    };
    const { channel, thread } = cutAtThread(message);
    const [first, ...rest] = renderSlack(channel);
    if (first === undefined) throw new Error('a message rendered to no post');
    const below = [...rest, ...(thread === undefined ? [] : renderSlack(thread))];
    const known = await findPosted(client, target, { key, log });
    const posted = known ?? (await send(client, target, { post: first, key }));
    const inThread = { channel: target.channel, thread: target.thread ?? posted };
    const there = known === undefined ? new Set<string>() : await keysInThread(client, inThread, log);
    for (const [index, post] of below.entries()) {
      const partKey = `${key}/${index + 1}`;
      if (!there.has(partKey)) await send(client, inThread, { post, key: partKey });
    }
    return { id: posted, thread: inThread.thread };
  } catch (error) {
    throw toPostError(error);
  }
}

const openedSchema = z.object({ channel: z.object({ id: z.string() }) });

/** The channel's id; for a person, of the direct messages with them: https://docs.slack.dev/reference/methods/conversations.open */
async function channelOf(client: WebClient, place: Place): Promise<string> {
  const person = personOf(place);
  if (person === undefined) return place.channel;
  return openedSchema.parse(await client.apiCall('conversations.open', { users: person })).channel.id;
}

/** A post, with buttons below it where it has some. */
export interface SentPost {
  readonly text: string;
  readonly blocks: readonly (SlackPost['blocks'][number] | ActionsBlock)[];
}

/** Sends one post; returns its timestamp, which is its id. */
export async function send(
  client: WebClient,
  target: SlackTarget,
  { post, key }: { readonly post: SentPost; readonly key?: string },
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

interface Search {
  readonly key: string;
  readonly log: Log;
}

/** Looks whether an earlier try of this delivery went through. Without the scope to look, posting goes on. */
async function findPosted(
  client: WebClient,
  { channel }: SlackTarget,
  { key, log }: Search,
): Promise<string | undefined> {
  const options = { channel, limit: looked, include_all_metadata: true };
  const posts = await ownPosts(() => client.apiCall('conversations.history', options), log);
  return posts.find((post) => post.key === key)?.ts;
}

/** The keys of the parts that an earlier try posted into the thread. */
async function keysInThread(client: WebClient, target: Required<SlackTarget>, log: Log): Promise<ReadonlySet<string>> {
  const options = { channel: target.channel, ts: target.thread, limit: mostParts, include_all_metadata: true };
  const posts = await ownPosts(() => client.apiCall('conversations.replies', options), log);
  return new Set(posts.map(({ key }) => key));
}

async function ownPosts(
  ask: () => Promise<unknown>,
  log: Log,
): Promise<readonly { readonly key: string; readonly ts: string }[]> {
  try {
    const { messages } = historySchema.parse(await ask());
    return messages.flatMap(({ ts, metadata }) =>
      metadata?.event_type === eventType ? [{ ts, key: metadata.event_payload.key }] : [],
    );
  } catch (error) {
    const code = slackCode(error);
    if (code === undefined) throw error;
    log.debug({ reason: code }, 'the channel’s history cannot be read, so an earlier try cannot be recognised');
    return [];
  }
}
