// How long 10,000 channels that are due at the same minute wait for their digest where the platforms keep their published limits.
import { postOnce as postToDiscord } from '../../../src/adapters/discord/post.ts';
import { channelKinds } from '../../../src/adapters/discord/channel-kinds.ts';
import { readSources } from '../../../src/adapters/files/read-sources.ts';
import { createPacing } from '../../../src/adapters/slack/pacing.ts';
import { postOnce as postToSlack } from '../../../src/adapters/slack/post.ts';
import { composeOnce } from '../../../src/core/digests/compose-once.ts';
import { digestMessage } from '../../../src/core/digests/digest-message.ts';
import { wordDigest } from '../../../src/core/digests/word-digest.ts';
import type { Posting } from '../../../src/core/chat/chat-platform.ts';
import { PostError } from '../../../src/core/errors/errors.ts';
import type { Message } from '../../../src/core/messages/message.ts';
import { noWriter } from '../../../src/core/writing/writer.ts';
import { heldLibrary, type HeldText } from '../../support/held-library.ts';
import { silentLog } from '../../support/memory-database.ts';
import { onMovedClock, pause } from './moved-clock.ts';
import { ratedDiscord } from './rated-discord.ts';
import { RatedSlack } from './rated-slack.ts';

const channels = 10_000;
/** As many as one worker of the program posts side by side. */
const sideBySide = 8;

/** All that is known of a post but the message and its place. */
type Order = Omit<Posting, 'message' | 'place'>;
type Post = (channel: number, order: Order) => Promise<unknown>;

/** What came of a run: when each channel's message was there, in milliseconds after it was due. */
interface Pace {
  readonly arrivals: readonly number[];
  readonly requests: number;
  readonly refused: number;
}

/** Prints a line for each platform. The clock is moved; what posts and keeps the pace is the program's own code. */
export async function measurePace(): Promise<void> {
  const message = await digestOfSamples();
  console.log(
    `\n${channels} channels due at once, by a moved clock, ${sideBySide} posts at a time, answers after 100 ms`,
  );
  console.log('platform                          first after    half after    last after   requests   refused (429)');
  for (const workspaces of [1_000, 100, 10])
    print(`Slack, in ${workspaces} workspaces`, await onMovedClock(() => paceOfSlack(message, workspaces)));
  print('Discord', await onMovedClock(() => paceOfDiscord(message)));
}

async function paceOfSlack(message: Message, workspaces: number): Promise<Pace> {
  const dueAt = Date.now();
  const pacing = createPacing({ now: () => Date.now() }, pause);
  const clients = Array.from({ length: workspaces }, (_, number) => new RatedSlack(`T${number}`));
  await postAll((number, order) => {
    const client = clients[number % workspaces];
    if (client === undefined) throw new Error('every channel is in a workspace');
    const place = { platform: 'slack', workspace: `T${number % workspaces}`, channel: `C${number}` };
    return postToSlack({ client, pacing, log: silentLog }, { message, place, ...order });
  });
  return {
    arrivals: clients.flatMap(({ posted }) => posted.map((at) => at - dueAt)),
    requests: clients.reduce((sum, { requests }) => sum + requests, 0),
    refused: clients.reduce((sum, { refused }) => sum + refused, 0),
  };
}

async function paceOfDiscord(message: Message): Promise<Pace> {
  const dueAt = Date.now();
  const { rest, posted, counts } = ratedDiscord();
  const needs = { rest, kinds: channelKinds(rest), log: silentLog };
  await postAll((number, order) => {
    const place = { platform: 'discord', workspace: 'g', channel: `${10n ** 17n + BigInt(number)}` };
    return postToDiscord(needs, { message, place, ...order });
  });
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
  return { arrivals: posted.map((at) => at - dueAt), ...counts };
}

/** Every channel has its turn; one that is told to wait comes again then, as the queue does it. */
async function postAll(post: Post): Promise<void> {
  const inTurn = slots(sideBySide);
  const deliver = async (channel: number): Promise<void> => {
    const { signal } = new AbortController();
    let attempt: Posting['attempt'] = 'first';
    for (;;) {
      const order = { key: `k${channel}`, attempt, signal };
      const refusal = await inTurn(() => refusalOf(() => post(channel, order)));
      if (refusal === undefined) return;
      if (refusal.left !== 'nothing') attempt = 'later';
      await pause(refusal.retryAfterMs);
    }
  };
  await Promise.all(Array.from({ length: channels }, (_, channel) => deliver(channel)));
}

interface Refusal extends Pick<PostError, 'left'> {
  readonly retryAfterMs: number;
}

/** What keeps it from being posted now; undefined when it was posted. */
async function refusalOf(post: () => Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await post();
    return undefined;
  } catch (error) {
    if (error instanceof PostError && error.retryAfterMs !== undefined)
      return { left: error.left, retryAfterMs: error.retryAfterMs };
    throw error;
  }
}

/** Runs so many pieces of work side by side, the others in the order they came. */
function slots(count: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let free = count;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

function print(platform: string, { arrivals, requests, refused }: Pace): void {
  const sorted = arrivals.toSorted((left, right) => left - right);
  const moments = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map((ms = Number.NaN) =>
    `${(ms / 1_000).toFixed(1)} s`.padStart(13),
  );
  console.log(`${platform.padEnd(32)} ${moments.join(' ')} ${`${requests}`.padStart(10)} ${`${refused}`.padStart(15)}`);
}

/** A digest as a channel sees it that has not had one. */
async function digestOfSamples(): Promise<Message> {
  const texts: HeldText[] = [];
  for await (const result of readSources(['config/samples'], {}))
    if (!('error' in result)) texts.push({ publisher: result.draft.publisher ?? 'Sample', text: result.draft.text });
  const library = heldLibrary(texts);
  const window = { from: '1970-01-01T00:00:00.000Z', to: '2025-02-18T09:00:00.000Z' };
  const digest = await wordDigest(composeOnce()(library, window), library, noWriter);
  return digestMessage(digest, library, { nextDue: undefined, blindSpots: [] });
}
