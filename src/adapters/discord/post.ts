import { Routes } from 'discord.js';
import { z } from 'zod';
import type { Posting } from '../../core/chat/chat-platform.ts';
import type { PostedMessage } from '../../core/messages/posted-message.ts';
import { personOf, type Place } from '../../core/chat/place.ts';
import { cutAtThread } from '../../core/messages/in-thread.ts';
import { beginning } from '../../core/text/beginning.ts';
import type { ChannelKind } from './channel-kinds.ts';
import { refusalCode, toPostError } from './errors.ts';
import { findInForum, findMarked, marked } from './earlier-posts.ts';
import { limits } from './limits.ts';
import type { PostNeeds } from './post-needs.ts';
import { nonceOf } from './nonce.ts';
import { type DiscordPost, renderDiscord } from './render-discord.ts';

/** How long Discord keeps a quiet thread open, in minutes; posting to it opens it again. */
const archiveAfterMinutes = 1_440;
const threadExists = 160_004;
const createdSchema = z.object({ id: z.string() });

/**
 * Posts a delivery once. What an earlier attempt posted is found by the mark that its first component bears; two attempts
 * at the same moment give one message, because Discord keeps the nonce for minutes. A digest gets a thread, in which one
 * too long for a single message goes on; in a forum it is a post. Throws PostError.
 */
export async function postOnce(needs: PostNeeds, asked: Posting): Promise<PostedMessage> {
  const { message, key, signal } = asked;
  try {
    const place = await reached(needs, asked);
    const posting = { ...asked, place };
    const { channel, thread } = cutAtThread(message);
    const rendered = [...renderDiscord(channel), ...(thread === undefined ? [] : renderDiscord(thread))];
    const posts = rendered.map((post, index) => marked(post, partKey(key, index)));
    const [first, ...more] = posts;
    if (first === undefined) throw new Error('a message gave no post');
    const kind: ChannelKind =
      place.thread === undefined ? await needs.kinds(place.channel, signal) : { kind: 'messages' };
    const posted =
      kind.kind === 'forum'
        ? await postInForum(needs, posting, { first, tags: kind.tags })
        : await postInChannel(needs, posting, { first, thread: more.length === 0 ? 'wanted' : 'needed' });
    for (const [index, post] of more.entries()) {
      const channel = posted.goesOnIn;
      if (posted.earlier && (await findMarked(needs, { channel, post, signal })) !== undefined) continue;
      await create(needs, { channel, post, key: partKey(key, index + 1), signal });
    }
    return { id: posted.id, thread: place.thread ?? posted.id };
  } catch (error) {
    throw toPostError(error);
  }
}

/** Where it is posted; for a person, the direct messages with them, in which there are no threads to open. */
async function reached({ rest }: PostNeeds, { place, signal }: Posting): Promise<Place> {
  const person = personOf(place);
  if (person === undefined) return place;
  const body = { recipient_id: person };
  const { id } = createdSchema.parse(await rest.post(Routes.userChannels(), { body, signal }));
  return { ...place, channel: id, thread: id };
}

/** A part's key: the first one's is the delivery's own. */
function partKey(key: string, index: number): string {
  return index === 0 ? key : `${key}/${index}`;
}

interface Posted {
  readonly id: string;
  /** The thread or channel for what does not fit. */
  readonly goesOnIn: string;
  /** An earlier attempt posted it. */
  readonly earlier: boolean;
}

/** `needed`: the message goes on in its thread, so a moment's failure to open it is tried again. */
type ThreadUse = 'wanted' | 'needed';

async function postInChannel(
  needs: PostNeeds,
  posting: Posting,
  { first: post, thread: use }: { readonly first: DiscordPost; readonly thread: ThreadUse },
): Promise<Posted> {
  const { place, key, attempt, signal, message } = posting;
  const channel = place.thread ?? place.channel;
  const found = attempt === 'first' ? undefined : await findMarked(needs, { channel, post, signal });
  const id = found ?? (await create(needs, { channel, post, key, signal }));
  const thread = place.thread ?? (await openThread(needs, { channel, message: id, name: message.title, use, signal }));
  return { id, goesOnIn: thread ?? channel, earlier: found !== undefined };
}

async function create(
  { rest }: PostNeeds,
  {
    channel,
    post,
    key,
    signal,
  }: { readonly channel: string; readonly post: DiscordPost; readonly key: string; readonly signal: AbortSignal },
): Promise<string> {
  const body = { ...post, nonce: nonceOf(key), enforce_nonce: true };
  return createdSchema.parse(await rest.post(Routes.channelMessages(channel), { body, signal })).id;
}

/** The thread's id, which is its first message's; undefined where none can be opened, which loses only the thread. */
async function openThread(
  { rest, log }: PostNeeds,
  {
    channel,
    message,
    name,
    use,
    signal,
  }: {
    readonly channel: string;
    readonly message: string;
    readonly name: string;
    readonly use: ThreadUse;
    readonly signal: AbortSignal;
  },
): Promise<string | undefined> {
  const body = { name: threadName(name), auto_archive_duration: archiveAfterMinutes };
  try {
    return createdSchema.parse(await rest.post(Routes.threads(channel, message), { body, signal })).id;
  } catch (error) {
    if (refusalCode(error) === threadExists) return message;
    if (use === 'needed' && refusalCode(error) === 0) throw error;
    log.info(
      { err: error, channel },
      'Discord: no thread could be opened on the digest (permission "Create Public Threads")',
    );
    return undefined;
  }
}

/** A forum has no messages of its own: a digest is a post, whose thread bears the id of its first message. */
async function postInForum(
  needs: PostNeeds,
  { message, place, attempt, signal }: Posting,
  { first, tags }: { readonly first: DiscordPost; readonly tags: readonly string[] },
): Promise<Posted> {
  const forum = place.channel;
  const name = threadName(message.title);
  const found =
    attempt === 'first'
      ? undefined
      : await findInForum(needs, { forum, guild: place.workspace, name, post: first, signal });
  if (found !== undefined) return { id: found, goesOnIn: found, earlier: true };
  const body = {
    name,
    auto_archive_duration: archiveAfterMinutes,
    message: first,
    ...(tags.length > 0 && { applied_tags: tags }),
  };
  const { id } = createdSchema.parse(await needs.rest.post(Routes.threads(forum), { body, signal }));
  return { id, goesOnIn: id, earlier: false };
}

function threadName(title: string): string {
  return beginning(title.replaceAll(/\s+/g, ' ').trim(), limits.threadName).trim() || 'Digest';
}
