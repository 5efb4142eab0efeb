import type { Block, Message, Span } from '../../core/messages/message.ts';
import { excerptMark, excerptWords } from '../../core/messages/spans.ts';

/**
 * A message as the plain `text` that notifications and screen readers use. It is parsed by Slack, so what would be
 * markup is escaped: https://docs.slack.dev/messaging/formatting-message-text/#escaping
 */
export function renderFallback(message: Message): string {
  const lines = [message.title, ...message.blocks.flatMap(linesOf)].filter((line) => line.trim() !== '');
  return escaped(lines.join('\n')) || ' ';
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
    case 'note':
      return [spansText(block.spans)];
    case 'list':
      return block.items.map((item) => `• ${spansText(item)}`);
    case 'sources':
    case 'thread':
      return [];
  }
}

function spansText(spans: readonly Span[]): string {
  return spans.map(spanText).join('');
}

function spanText(span: Span): string {
  switch (span.kind) {
    case 'text':
    case 'strong':
    case 'command':
      return span.text;
    case 'excerpt':
      return `${excerptWords(span)}${excerptMark(span)}${span.cites.map((number) => `[${number}]`).join('')}`;
    case 'time':
      return span.at.slice(0, span.show === 'date' ? 10 : 16).replace('T', ' ');
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
