import { ButtonStyle, ComponentType, type RawFile } from 'discord.js';
import type { ReplyFile } from '../../core/commands/reply.ts';
import type { Message } from '../../core/messages/message.ts';
import { note, text } from '../../core/messages/spans.ts';
import { limits } from './limits.ts';
import { type DiscordPost, renderDiscord } from './render-discord.ts';

/** A button: its id is one of the core's, or names a form. */
export interface PostButton {
  readonly id: string;
  readonly label: string;
}

export interface Extras {
  readonly buttons: readonly PostButton[];
  readonly file: ReplyFile | undefined;
}

/** A post with the files that go with it, as the library's HTTP client takes them. */
export interface Outgoing {
  readonly body: DiscordPost;
  readonly files?: RawFile[];
}

/** A message as posts, the last of which bears the file and the buttons. */
export function outgoing(message: Message, { buttons, file }: Extras): Outgoing[] {
  const tooLarge = file !== undefined && Buffer.byteLength(file.content) > limits.fileBytes;
  const kept = tooLarge ? { ...message, blocks: [...message.blocks, tooLargeNote(file)] } : message;
  const posts = renderDiscord(kept);
  return posts.map((post, index): Outgoing => {
    if (index < posts.length - 1) return { body: post };
    const attached = file === undefined || tooLarge ? [] : [{ ...file, name: safeName(file.name) }];
    const components = [...post.components, ...attached.map(fileComponent), ...rowOf(buttons)];
    if (attached.length === 0) return { body: { ...post, components } };
    const attachments = attached.map(({ name }, index) => ({ id: String(index), filename: name }));
    const files = attached.map(({ name, content, mediaType }) => ({ name, data: content, contentType: mediaType }));
    return { body: { ...post, components, attachments }, files };
  });
}

function rowOf(buttons: readonly PostButton[]): DiscordPost['components'] {
  if (buttons.length === 0) return [];
  const components = buttons.map(({ id, label }) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    custom_id: id,
    label,
  }));
  return [{ type: ComponentType.ActionRow, components }];
}

function fileComponent({ name }: ReplyFile): DiscordPost['components'][number] {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

/** A name that Discord leaves as it is, so that `attachment://` finds the file. */
function safeName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+/, '') || 'file';
}

function tooLargeNote(file: ReplyFile): Message['blocks'][number] {
  return note(text(`${file.name} is larger than Discord takes; ask for a shorter time or fewer lines.`));
}
