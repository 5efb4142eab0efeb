import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Posting } from '../../core/chat/chat-platform.ts';
import type { PostedMessage } from '../../core/messages/posted-message.ts';
import { personOf, type Place } from '../../core/chat/place.ts';
import { beforeAnyPart } from '../../core/errors/errors.ts';
import type { Log } from '../../core/log/log.ts';
import { cutAtThread } from '../../core/messages/in-thread.ts';
import { keysPosted } from './earlier-posts.ts';
import { toPostError } from './errors.ts';
import { renderSlack } from './render-slack.ts';
import { send, type Sender, type SlackTarget } from './send.ts';

/**
 * Posts a delivery once: Slack keeps the key as the message's metadata, and after a first attempt a message with it that is
 * already there is taken for ours; so are the parts that stand in its thread, where a message too long for one post goes on. Throws PostError.
 */
export async function postOnce(
  { log, ...sender }: Sender & { readonly log: Log },
  { message, place, key, attempt, signal }: Posting,
): Promise<PostedMessage> {
  let hasPosted = false;
  try {
    const target: SlackTarget = {
      channel: await channelOf(sender.client, place),
      ...(place.thread !== undefined && { thread: place.thread }),
    };
    const looking = { client: sender.client, log };
    const { channel, thread } = cutAtThread(message);
    const [first, ...rest] = renderSlack(channel);
    if (first === undefined) throw new Error('a message rendered to no post');
    const below = [...rest, ...(thread === undefined ? [] : renderSlack(thread))];
    const known = attempt === 'first' ? undefined : (await keysPosted(looking, target)).get(key);
    const posted = known ?? (await send(sender, target, { post: first, key }));
    hasPosted = true;
    const inThread = { channel: target.channel, thread: target.thread ?? posted };
    const there = known === undefined ? undefined : await keysPosted(looking, inThread);
    for (const [index, post] of below.entries()) {
      signal.throwIfAborted();
      const partKey = `${key}/${index + 1}`;
      if (there?.has(partKey) !== true) await send(sender, inThread, { post, key: partKey });
    }
    return { id: posted, thread: inThread.thread };
  } catch (error) {
    throw hasPosted ? toPostError(error) : beforeAnyPart(toPostError(error));
  }
}

const openedSchema = z.object({ channel: z.object({ id: z.string() }) });

/** The channel's id; for a person, of the direct messages with them: https://docs.slack.dev/reference/methods/conversations.open */
async function channelOf(client: WebClient, place: Place): Promise<string> {
  const person = personOf(place);
  if (person === undefined) return place.channel;
  return openedSchema.parse(await client.apiCall('conversations.open', { users: person })).channel.id;
}
