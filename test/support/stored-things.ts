import { randomBytes, randomUUID } from 'node:crypto';
import type { Article } from '../../src/core/articles/article.ts';
import type { Posting } from '../../src/core/chat/chat-platform.ts';
import type { StoredArticle } from '../../src/core/stories/article-store.ts';
import { castOf } from '../../src/core/reading/cast.ts';
import { articleId, newDeliveryId, newSubscriptionId, type StoryKey, storyKeySchema } from '../../src/core/ids/ids.ts';
import type { Delivery } from '../../src/core/outbox/delivery.ts';
import type { Subscription } from '../../src/core/schedules/subscription.ts';

/** A story that no other test uses. */
export function newStory(): StoryKey {
  return storyKeySchema.parse(`s${randomBytes(8).toString('hex')}`);
}

/** An article with a reading of it, as the store takes them. */
export function readArticle(given: Partial<Omit<Article, 'id'>> = {}): StoredArticle {
  const text = given.text ?? `The harbour of Nordby opens on Monday. (${randomUUID()})`;
  const article: Article = {
    title: 'The harbour opens',
    publisher: 'The Paper',
    added: '2025-02-18T09:00:00.000Z',
    language: 'en',
    sample: false,
    ...given,
    text,
    id: articleId(given.url ?? '', text),
  };
  const reading = { article: article.id, rules: 1, actors: [], statements: [], dated: [] };
  return { article, reading, cast: castOf(reading) };
}

export function newSubscription(given: Partial<Subscription> = {}): Subscription {
  return {
    id: newSubscriptionId(),
    story: newStory(),
    place: { platform: 'terminal', workspace: 'local', channel: randomUUID() },
    timing: { kind: 'daily', times: ['07:30'], days: ['mon', 'fri'], timeZone: 'Europe/Paris' },
    nothingNew: 'line',
    state: 'active',
    createdBy: 'ada',
    createdAt: '2025-02-18T09:00:00.000Z',
    ...given,
  };
}

export function newDelivery(given: Partial<Delivery> = {}): Delivery {
  return {
    id: newDeliveryId(),
    key: `${randomUUID()}:2025-02-18T07:30`,
    subscription: newSubscriptionId(),
    story: newStory(),
    place: { platform: 'terminal', workspace: 'local', channel: randomUUID() },
    message: { title: 'Digest', blocks: [{ kind: 'heading', text: 'Today' }], citations: [] },
    state: 'waiting',
    createdAt: '2025-02-18T06:30:00.000Z',
    ...given,
  };
}

/** A message to post, as a run does that knows nothing of an earlier attempt. */
export function newPosting(given: Pick<Posting, 'message' | 'place'> & Partial<Posting>): Posting {
  return { key: 'key-1', attempt: 'later', signal: AbortSignal.timeout(20_000), ...given };
}
