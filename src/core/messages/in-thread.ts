import type { Block, Citation, Message } from './message.ts';

/** What of a message stands in the channel, and what in its thread; only the list of sources names all numbers. */
export function cutAtThread(message: Message): { readonly channel: Message; readonly thread: Message | undefined } {
  const at = message.blocks.findIndex(({ kind }) => kind === 'thread');
  if (at < 0) return { channel: message, thread: undefined };
  const of = message.citations.map(({ number }) => number);
  const listed = (block: Block): Block => (block.kind === 'sources' ? { kind: 'sources', of } : block);
  const rest = message.blocks.slice(at + 1);
  return {
    channel: { ...message, blocks: message.blocks.slice(0, at) },
    thread: rest.length === 0 ? undefined : { ...message, title: '', blocks: rest.map(listed) },
  };
}

/** The citations that a list of sources lists. */
export function citationsListed(
  { of }: Extract<Block, { kind: 'sources' }>,
  citations: readonly Citation[],
): readonly Citation[] {
  return of === undefined ? citations : citations.filter(({ number }) => of.includes(number));
}
