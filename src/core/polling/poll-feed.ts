import { type Clock, isoNow } from '../clock/clock.ts';
import { UserError } from '../errors/errors.ts';
import { FetchError } from '../feeds/fetching.ts';
import type { FeedItem, FeedReading } from '../feeds/feed-item.ts';
import type { SourceResult } from '../feeds/source-result.ts';
import type { Log } from '../log/log.ts';
import { type Ingest, isAbout } from '../stories/ingest.ts';
import type { Story } from '../stories/story.ts';
import type { FeedAnswer, FeedReader } from './feed-reader.ts';
import { type FeedCondition, type FeedState, newFeedState } from './feed-state.ts';
import type { FeedStore } from './feed-store.ts';
import { waitAfterFailure, waitAfterSuccess } from './next-poll.ts';

export interface PollNeeds {
  readonly stories: readonly Story[];
  readonly feeds: FeedStore;
  readonly reader: FeedReader;
  readonly ingest: Ingest;
  readonly clock: Clock;
  readonly log: Log;
}

/** Identities kept of a feed: more than any feed shows at once. */
const keptIdentities = 2_000;
const keptLosses = 10;
/** Changed items read again at one look: a feed that dates every item anew at each look must not cost more. */
const mostReread = 5;

/**
 * Looks at a feed if it is due, takes in the articles behind its new items and remembers how it stands. Items are known by
 * their identity, never by date. The first look takes in silently what the feed holds. Returns the state, which is saved.
 */
export async function pollFeed(feed: string, signal: AbortSignal, needs: PollNeeds): Promise<FeedState> {
  const { feeds, clock, log } = needs;
  const now = isoNow(clock);
  const before = (await feeds.get(feed)) ?? newFeedState(feed, publisherOf(feed, needs.stories), now);
  if (Date.parse(before.nextAt) > clock.now()) return before;
  const after = await look(before, signal, needs).catch((error: unknown) => {
    signal.throwIfAborted();
    if (!(error instanceof UserError)) throw error;
    return failed(before, error, clock.now());
  });
  await feeds.save(after);
  const { condition, reason, nextAt } = after;
  log.info({ feed, condition, reason, nextAt }, 'a feed was looked at');
  return after;
}

function publisherOf(feed: string, stories: readonly Story[]): string {
  return stories.flatMap(({ sources }) => sources).find((source) => source.feed === feed)?.publisher ?? feed;
}

async function look(before: FeedState, signal: AbortSignal, needs: PollNeeds): Promise<FeedState> {
  const { etag, lastModified } = before;
  const validators = {
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
  };
  const answer = await needs.reader.read(before.feed, validators, signal);
  const now = needs.clock.now();
  if (answer.kind === 'page') return failed(before, blockedError, now);
  if (answer.kind === 'feed' && answer.reading.items.length === 0 && answer.reading.faults.length > 0)
    return failed(before, new UserError(`${answer.reading.faults.join('; ')}.`, 'Tell the publisher.'), now);
  const next = succeeded(before, answer, now);
  return answer.kind === 'unchanged' ? next : takeIn({ before, next, answer, signal }, needs);
}

const blockedError = new UserError('A page for people came where the feed should be.', 'Ask the publisher for access.');

function succeeded(before: FeedState, answer: FeedAnswer & { readonly maxAgeMs?: number }, now: number): FeedState {
  const { reason: _, troubleSince: __, waitMs: stored, ...kept } = before;
  const waitMs = answer.kind === 'unchanged' ? longer(answer.maxAgeMs, stored) : answer.maxAgeMs;
  return {
    ...kept,
    condition: 'unchanged',
    checkedAt: iso(now),
    succeededAt: iso(now),
    troubleTold: false,
    failures: 0,
    nextAt: iso(now + waitAfterSuccess(waitMs)),
    ...(waitMs !== undefined && { waitMs }),
  };
}

function longer(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || right === undefined ? (left ?? right) : Math.max(left, right);
}

interface Look {
  readonly before: FeedState;
  readonly next: FeedState;
  readonly answer: Extract<FeedAnswer, { kind: 'feed' }>;
  readonly signal: AbortSignal;
}

async function takeIn({ before, next, answer, signal }: Look, needs: PollNeeds): Promise<FeedState> {
  const { reading } = answer;
  const { feeds, clock } = needs;
  const isFirst = before.succeededAt === undefined;
  const fresh = reading.items.filter((item) => !isKnown(item, before));
  const changed = isFirst ? [] : reading.items.filter((item) => isChanged(item, before)).slice(0, mostReread);
  const turnedOver = !isFirst && before.known.length > 0 && fresh.length > 0 && fresh.length === reading.items.length;
  const condition = conditionOf(reading, fresh);
  const known = [...before.known];
  const lost = withFaults(next, reading, isoNow(clock));
  const state = (): FeedState => ({
    ...next,
    condition,
    ...(turnedOver && { gapAt: isoNow(clock) }),
    known: known.slice(-keptIdentities),
    lost: lost.slice(-keptLosses),
  });
  // Oldest first, and saved one by one: what was taken in before a crash is not taken in again.
  for (const item of [...fresh, ...changed].toReversed()) {
    const result = await needs.reader.article(item, reading, signal);
    signal.throwIfAborted();
    const loss = await store(result, { before, isFirst }, needs);
    if (loss !== undefined) lost.push({ ...loss, at: isoNow(clock) });
    known.push(...identitiesOf(item), ...versionOf(item));
    // Until all items are dealt with, the look does not count: a first one stays a first one.
    await feeds.save({ ...before, known: state().known, lost: state().lost });
  }
  // Only now: a crash before would have made the server say "not modified" about items that were not taken in.
  return { ...state(), ...answer.validators };
}

/** Items of which not even the identity could be read; the feed shows them again and again, they are listed once. */
function withFaults({ lost }: FeedState, { faults }: FeedReading, at: string): FeedState['lost'] {
  const fresh = faults.filter((fault) => !lost.some(({ reason }) => reason === fault));
  return [...lost, ...fresh.map((reason) => ({ item: 'an item', reason, at }))];
}

function conditionOf({ items }: FeedReading, fresh: readonly FeedItem[]): FeedCondition {
  if (items.length === 0) return 'empty';
  if (items.every(({ published }) => published === undefined)) return 'undated';
  return fresh.length === 0 ? 'unchanged' : 'ok';
}

/** The feed's own id of an item and its address: either makes it known. */
function identitiesOf({ id, url }: FeedItem): string[] {
  return url === undefined || url === id ? [id] : [id, url];
}

/** The name of an item's version, by which a correction is known; items that say nothing of changes have none. */
function versionOf({ id, modified }: FeedItem): string[] {
  return modified === undefined ? [] : [`${id} changed ${modified}`];
}

/** A known item that says it was changed since: its article may have been corrected and is read again. */
function isChanged(item: FeedItem, before: FeedState): boolean {
  return isKnown(item, before) && versionOf(item).some((version) => !before.known.includes(version));
}

function isKnown(item: FeedItem, { known }: FeedState): boolean {
  return identitiesOf(item).some((identity) => known.includes(identity));
}

/** Stores an article in the stories that follow the feed and that it fits; says why if it could not be read. */
async function store(
  result: SourceResult,
  { before, isFirst }: { readonly before: FeedState; readonly isFirst: boolean },
  { stories, ingest }: PollNeeds,
): Promise<{ readonly item: string; readonly reason: string } | undefined> {
  if ('error' in result) return { item: result.input, reason: result.error.message };
  const { publisher } = before;
  const draft = { ...result.draft, publisher, silent: isFirst };
  const following = stories.filter(({ sources }) => sources.some(({ feed }) => feed === before.feed));
  // A feed brings other news too, also to a bot that follows a single story: only the words of the story decide.
  const fitting = following.filter(
    (story) =>
      isAbout({ title: draft.title ?? '', text: draft.text }, story) &&
      (draft.published === undefined || draft.published >= story.since),
  );
  if (fitting.length === 0) return undefined;
  try {
    await ingest.take(
      draft,
      fitting.map(({ key }) => key),
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { item: result.input, reason: error.message };
  }
}

function failed(before: FeedState, error: UserError, now: number): FeedState {
  const failures = before.failures + 1;
  const retryAfterMs = error instanceof FetchError ? error.retryAfterMs : undefined;
  return {
    ...before,
    condition: conditionOfFailure(error),
    reason: error.message,
    checkedAt: iso(now),
    troubleSince: before.troubleSince ?? iso(now),
    failures,
    nextAt: iso(now + waitAfterFailure(failures, retryAfterMs)),
  };
}

/** Statuses by which a server says that it will not give the feed. */
const refusals = [401, 402, 403, 451];

function conditionOfFailure(error: UserError): FeedCondition {
  if (error === blockedError) return 'blocked';
  if (!(error instanceof FetchError)) return 'broken';
  if (error.reason === 'timeout') return 'timeout';
  return refusals.some((status) => status === error.status) ? 'blocked' : 'broken';
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
