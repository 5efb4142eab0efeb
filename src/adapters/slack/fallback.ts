import { caveatOf, citedArticles } from '../../core/messages/cited-articles.ts';
import { citationsListed } from '../../core/messages/in-thread.ts';
import type { Block, Citation, Message, Span } from '../../core/messages/message.ts';
import { excerptMark, excerptWords } from '../../core/messages/spans.ts';
import { beginning } from '../../core/text/beginning.ts';
import { limits } from './limits.ts';

/**
 * A message as the plain `text` that notifications show, and that screen readers read in place of the blocks: so it holds what
 * they hold, the sources too. Slack parses it, so what would be markup is escaped:
 * https://docs.slack.dev/messaging/formatting-message-text/#escaping
 */
export function renderFallback(message: Message): string {
  const lines = [message.title, ...message.blocks.flatMap((block) => linesOf(block, message.citations))];
  return escaped(lines.filter((line) => line.trim() !== '').join('\n')) || ' ';
}

function linesOf(block: Block, citations: readonly Citation[]): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
    case 'note':
      return [spansText(block.spans)];
    case 'list':
      return block.items.map((item) => `• ${spansText(item)}`);
    case 'sources':
      return sources(citationsListed(block, citations));
    case 'thread':
      return [];
  }
}

/** "Sources:", then "1, 3: Publisher, title, 18 Feb 2025" for each article. */
function sources(citations: readonly Citation[]): string[] {
  const items = citedArticles(citations).map(({ numbers, citation }) => {
    const { publisher, title, published } = citation;
    const when = published === null ? '' : `, ${moment(published, 'date')}`;
    const what = `${shortened(publisher, limits.sourcePublisher)}, ${shortened(title, limits.sourceTitle)}`;
    return `${numbers.join(', ')}: ${what}${when}${caveatOf(citation)}`;
  });
  return items.length === 0 ? [] : ['Sources:', ...items];
}

/** A name that is longer than names are; the cut is marked. */
export function shortened(words: string, longest: number): string {
  return words.length <= longest ? words : `${beginning(words, longest)}…`;
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
    case 'written':
      return `${span.text} ${span.cites.map((number) => `[${number}]`).join('')}`;
    case 'time':
      return moment(span.at, span.show);
    case 'mention':
      return '@group';
    case 'channel':
      return '#channel';
  }
}

const formats = {
  date: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }),
  datetime: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }),
} as const;

/** Words, because digits between hyphens are hard to listen to: "18 Feb 2025, 14:30 UTC". */
export function moment(at: string, show: 'date' | 'datetime'): string {
  return `${formats[show].format(new Date(at))}${show === 'date' ? '' : ' UTC'}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
