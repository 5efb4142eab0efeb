import type { Place } from '../chat/place.ts';
import type { Message } from '../messages/message.ts';
import { note, text } from '../messages/spans.ts';
import type { Draft } from './draft.ts';

/** What a person is shown before a channel is told: the digest as it would be posted, below what tells it from one that was. */
export function previewMessage({ message, speech, schedule }: Draft, { channel }: Place): Message {
  const remark = note(
    text('A preview for you alone of what the channel '),
    { kind: 'channel', id: channel },
    text(' would be told now. Nothing was posted there, and nothing counts as told.'),
    text(speech === 'silence' ? ` ${silence}` : ''),
    text(schedule === 'active' ? '' : ` ${restingWords[schedule]}`),
  );
  return { ...message, title: `Preview: ${message.title}`, blocks: [remark, ...message.blocks] };
}

const silence = 'It would hear nothing, for nothing is new and it is not to hear of that.';
const restingWords = {
  paused: 'Its schedule is paused, so nothing comes by itself.',
  none: 'It has no schedule, so nothing comes by itself.',
} as const;
