import { z } from 'zod';
import type { Button } from '../../core/buttons/button.ts';

/** Begins the action id of every button of ours; what it does is in the store, under the id behind it. */
const prefix = 'press:';
export const pressPattern = /^press:/;

export interface SlackButton {
  readonly type: 'button';
  readonly action_id: string;
  readonly text: { readonly type: 'plain_text'; readonly text: string; readonly emoji: false };
  readonly value?: string;
}

export interface ActionsBlock {
  readonly type: 'actions';
  readonly elements: readonly SlackButton[];
}

/** Buttons below a post: https://docs.slack.dev/reference/block-kit/blocks/actions-block; no block for none. */
export function actionsBlocks(buttons: readonly SlackButton[]): ActionsBlock[] {
  return buttons.length === 0 ? [] : [{ type: 'actions', elements: buttons }];
}

export function pressButton({ id, label }: Button): SlackButton {
  return slackButton(`${prefix}${id}`, label);
}

export function slackButton(actionId: string, label: string): SlackButton {
  return { type: 'button', action_id: actionId, text: { type: 'plain_text', text: label, emoji: false } };
}

const pressedSchema = z.object({
  user: z.object({ id: z.string() }),
  container: z.object({
    channel_id: z.string(),
    message_ts: z.string().optional(),
    thread_ts: z.string().optional(),
    is_ephemeral: z.boolean().default(false),
  }),
});

/** A press of a button as Slack tells it: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export interface Pressed {
  readonly id: string;
  readonly user: string;
  readonly channel: string;
  readonly thread?: string;
  /** Only the presser sees the message with the button. */
  readonly seenBy: 'presser' | 'channel';
}

/** Undefined for a payload that is no press of a button in a channel. */
export function readPressed(body: unknown, actionId: string): Pressed | undefined {
  const read = pressedSchema.safeParse(body);
  if (!read.success) return undefined;
  const { user, container } = read.data;
  return {
    id: actionId.slice(prefix.length),
    user: user.id,
    channel: container.channel_id,
    seenBy: container.is_ephemeral ? 'presser' : 'channel',
    ...(container.thread_ts !== undefined && { thread: container.thread_ts }),
  };
}
