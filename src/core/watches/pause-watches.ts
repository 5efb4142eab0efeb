import type { Place } from '../chat/place.ts';
import { tellAlone } from '../delivery/tell-paused.ts';
import type { Message } from '../messages/message.ts';
import { command, list, paragraph, text } from '../messages/spans.ts';
import type { Delivery } from '../outbox/delivery.ts';
import type { WatchNeeds } from './check-watches.ts';
import { describeRule, type Watch } from './watch.ts';

/**
 * Pauses the watches of a channel that is gone or shut, and has each person who set some of them told, alone and once: the
 * notice bears the key of the alert that was refused, and is stored first, so that a look that dies in between tells all
 * the same and one that is made again tells nothing new.
 */
export async function pauseWatches(watches: readonly Watch[], refused: Delivery, needs: WatchNeeds): Promise<void> {
  const active = watches.filter(({ state }) => state === 'active');
  for (const person of new Set(active.map(({ createdBy }) => createdBy))) {
    const own = active.filter(({ createdBy }) => createdBy === person);
    const [first] = own;
    if (first === undefined) continue;
    const { id, story, place } = first;
    const notice = { key: `paused:${refused.id}:${person}`, subscription: id, story, person, place };
    await tellAlone({ ...notice, message: pausedMessage(own, place) }, needs);
  }
  for (const watch of active) await needs.watches.change({ ...watch, state: 'paused' });
  if (active.length > 0)
    needs.log.warn(
      { delivery: refused.id, watches: active.length },
      'watches are paused: their channel is gone or shut',
    );
}

function pausedMessage(own: readonly Watch[], place: Place): Message {
  return {
    title: 'What you watch is paused',
    blocks: [
      paragraph(
        text('I can no longer post to the channel '),
        { kind: 'channel', id: place.channel },
        text(', for which you set this to be watched: it is gone, or I may not write there.'),
      ),
      list(own.map((watch) => [command(`/${watch.story} watch add ${describeRule(watch)}`)])),
      paragraph(text('Let me in again and type there what you still want. I say this once.')),
    ],
    citations: [],
  };
}
