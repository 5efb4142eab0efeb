import type { RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Bot } from '../../core/chat/bot.ts';
import type { Reply } from '../../core/commands/reply.ts';
import type { Log } from '../../core/log/log.ts';
import { actionsBlock } from './buttons.ts';
import { send } from './post.ts';
import { renderSlack } from './render-slack.ts';
import { upload } from './upload.ts';

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const responseUrlUses = 5;

export interface Responding {
  readonly respond: RespondFn;
  readonly bot: Bot;
  readonly client: WebClient;
  readonly channel: string;
  readonly log: Log;
}

/** A reply to a command, to its response address as long as that takes any; what one person sees has a button to share it. */
export async function respondWith(reply: Reply, { respond, bot, client, channel, log }: Responding): Promise<void> {
  const posts = renderSlack(reply.message);
  const type = reply.visibility === 'private' ? 'ephemeral' : 'in_channel';
  const share = isShareable(reply) ? [actionsBlock([await bot.offer({ does: 'share', ...kept(reply) }, 'Share')])] : [];
  for (const [index, post] of posts.entries()) {
    const blocks = [...post.blocks, ...(index === posts.length - 1 ? share : [])];
    if (index < responseUrlUses)
      await respond({ response_type: type, replace_original: false, text: post.text, blocks });
    else if (type === 'in_channel') await send(client, { channel }, { post });
  }
  if (reply.file === undefined) return;
  const outcome = await upload(client, { channel }, { file: reply.file, log });
  await respond({ response_type: 'ephemeral', replace_original: false, text: outcome });
}

function isShareable({ outcome, visibility, message }: Reply): boolean {
  return outcome === 'answered' && visibility === 'private' && message.citations.length > 0;
}

function kept({ command, asOf, message }: Reply): Pick<Reply, 'command' | 'asOf' | 'message'> {
  return { command, asOf, message };
}
