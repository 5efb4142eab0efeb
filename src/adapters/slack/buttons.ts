import { z } from 'zod';
import type { Button } from '../../core/buttons/button.ts';

/** Begins the action id of every button of ours; what it does is in the store, under the id behind it. */
const prefix = 'press:';
export const pressPattern = /^press:/;

export interface ActionsBlock {
  readonly type: 'actions';
  readonly elements: readonly {
    readonly type: 'button';
    readonly action_id: string;
    readonly text: { readonly type: 'plain_text'; readonly text: string; readonly emoji: false };
  }[];
}

/** Buttons below a post: https://docs.slack.dev/reference/block-kit/blocks/actions-block */
export function actionsBlock(buttons: readonly Button[]): ActionsBlock {
  return {
    type: 'actions',
    elements: buttons.map(({ id, label }) => ({
      type: 'button',
      action_id: `${prefix}${id}`,
      text: { type: 'plain_text', text: label, emoji: false },
    })),
  };
}

const pressedSchema = z.object({
  user: z.object({ id: z.string() }),
  team: z.object({ id: z.string() }).nullish(),
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
  readonly workspace: string;
  readonly channel: string;
  readonly thread?: string;
  /** Only the presser sees the message with the button. */
  readonly seenBy: 'presser' | 'channel';
}

/** Undefined for a payload that is no press of a button in a channel. */
export function readPressed(body: unknown, actionId: string): Pressed | undefined {
  const read = pressedSchema.safeParse(body);
  if (!read.success) return undefined;
  const { user, team, container } = read.data;
  return {
    id: actionId.slice(prefix.length),
    user: user.id,
    workspace: team?.id ?? 'unknown',
    channel: container.channel_id,
    seenBy: container.is_ephemeral ? 'presser' : 'channel',
    ...(container.thread_ts !== undefined && { thread: container.thread_ts }),
  };
}
