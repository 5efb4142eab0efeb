import type { App } from '@slack/bolt';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { type Clock, isoNow } from '../../core/clock/clock.ts';
import type { Inbox } from '../../core/inbox/inbox.ts';
import type { Log } from '../../core/log/log.ts';

/** An event in hand for so long belongs to a process that died. Milliseconds. */
const holdMs = 60_000;
/** Slack shows an error when a command is not acknowledged within three seconds. Milliseconds. */
const patienceMs = 1_000;

const bodySchema = z.looseObject({ event_id: z.string().optional(), trigger_id: z.string().optional() });

type Received = Parameters<App['processEvent']>[0];

export interface HeardOnce {
  /** Answers the events that were left by processes that are no more. */
  catchUp(): Promise<void>;
  /** Resolves when what was heard is answered and noted. */
  finished(): Promise<void>;
}

export interface HearOnceNeeds {
  readonly inbox: Inbox;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Puts the store before Bolt: an event is kept before it is acknowledged and until it is answered, so it is answered once,
 * though Slack delivers it twice and to two replicas, and though the process dies over it. When the store does not take it, it is
 * not acknowledged, and Slack delivers it again. A command or a press is done once too, as far as the store tells in time; it is
 * not tried again, for the person is there and does that.
 */
export function hearOnce(app: App, { inbox, clock, log }: HearOnceNeeds): HeardOnce {
  const process = app.processEvent.bind(app);
  const failed = new WeakSet<object>();
  const answering = new Set<Promise<void>>();
  // Without a listener an error of a handler would end the process.
  app.error(async ({ error, body }: { readonly error: Error; readonly body: object }) => {
    failed.add(body);
    log.error({ err: error }, 'Slack: an event could not be handled');
  });

  const answerAndNote = async (received: Received, id: string, tries: number): Promise<void> => {
    await process({ ...received, retryNum: tries - 1 });
    if (!failed.has(received.body)) await inbox.done('slack', id);
  };
  const answer = async (received: Received, id: string, tries: number): Promise<void> => {
    const done = answerAndNote(received, id, tries);
    const tracked = done.catch(() => undefined).finally(() => answering.delete(tracked));
    answering.add(tracked);
    await done;
  };
  const take = (id: string, body: object): Promise<number | undefined> =>
    inbox.take('slack', { id, body }, { at: isoNow(clock), holdMs });
  const takePress = async (id: string): Promise<number | undefined> => {
    const tries = await take(id, {});
    if (tries !== undefined) await inbox.done('slack', id);
    return tries;
  };

  app.processEvent = async (received) => {
    const body = bodySchema.parse(received.body);
    const id = body.event_id ?? (body.trigger_id === undefined ? undefined : `trigger:${body.trigger_id}`);
    if (id === undefined) return process(received);
    const isEvent = body.event_id !== undefined;
    const tries = isEvent ? await take(id, withoutToken(body)) : await inTime(takePress(id), id, log);
    if (tries === undefined) {
      log.warn({ event: id }, 'Slack: what is known already came again; it is not handled twice');
      return received.ack();
    }
    return isEvent ? answer(received, id, tries) : process(received);
  };

  const catchUp = async (): Promise<void> => {
    const before = new Date(clock.now() - holdMs).toISOString();
    for (const { id, body } of await inbox.left('slack', before)) {
      const tries = await take(id, body);
      if (tries === undefined) continue;
      log.warn({ event: id, tries }, 'Slack: an event that was left unanswered is taken up again');
      await answer({ body, ack: async () => undefined }, id, tries);
    }
  };

  return {
    catchUp,
    finished: async () => {
      await Promise.all(answering);
    },
  };
}

/** Somebody waits, so a store that fails or is slow over it keeps nobody from an answer, be it that something went wrong. */
async function inTime(taking: Promise<number | undefined>, id: string, log: Log): Promise<number | undefined> {
  const late = async (): Promise<never> => {
    await delay(patienceMs, undefined, { ref: false });
    throw new Error('the store does not answer in time');
  };
  try {
    return await Promise.race([taking, late()]);
  } catch (error) {
    log.error({ err: error, event: id }, 'Slack: it cannot be told whether a command or a press came before');
    return 1;
  }
}

/** Slack's old verification token is in every event; it is a secret, and of no use. */
function withoutToken({ token: _token, ...rest }: Readonly<Record<string, unknown>>): object {
  return rest;
}
