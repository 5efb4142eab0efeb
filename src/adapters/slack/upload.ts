import type { WebClient } from '@slack/web-api';
import type { ReplyFile } from '../../core/commands/reply.ts';
import type { Log } from '../../core/log/log.ts';
import { slackCode } from './errors.ts';
import type { SlackTarget } from './send.ts';

/** Uploads a file to where its answer was asked; says in a few words what became of it. */
export async function upload(
  client: WebClient,
  { channel, thread }: SlackTarget,
  { file, log }: { readonly file: ReplyFile; readonly log: Log },
): Promise<string> {
  try {
    const to = thread === undefined ? { channel_id: channel } : { channel_id: channel, thread_ts: thread };
    await client.filesUploadV2({ ...to, filename: file.name, title: file.name, content: file.content });
    return `${file.name} is in this channel now.`;
  } catch (error) {
    log.warn({ reason: slackCode(error) ?? String(error) }, 'Slack: a file could not be uploaded');
    return `Slack did not take ${file.name}. I may lack the permission files:write, or not be in this channel.`;
  }
}
