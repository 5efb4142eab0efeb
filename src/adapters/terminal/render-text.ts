import { citedArticles } from '../../core/messages/cited-articles.ts';
import { citationsListed } from '../../core/messages/in-thread.ts';
import type { Block, Citation, Message, Span } from '../../core/messages/message.ts';
import { excerptMark, excerptWords } from '../../core/messages/spans.ts';

export interface TextStyle {
  /** Characters a line may have before it is wrapped at a space. */
  readonly width: number;
  /** `ansi` for a terminal that shows bold and dim, `plain` for files and pipes. */
  readonly emphasis: 'ansi' | 'plain';
  /** IANA zone in which times are shown. */
  readonly timeZone: string;
}

/** A message as text for people. Total: every part of the message is in it, and no control character of an article is. */
export function renderText(message: Message, style: TextStyle): string {
  const title = message.title === '' ? [] : [bold(printable(message.title), style), ''];
  const blocks = message.blocks.flatMap((block, index) => {
    const lines = renderBlock(block, message.citations, style);
    const next = message.blocks[index + 1];
    return lines.length === 0 || next === undefined || block.kind === 'heading' ? lines : [...lines, ''];
  });
  return `${[...title, ...blocks].join('\n').trimEnd()}\n`;
}

function renderBlock(block: Block, citations: readonly Citation[], style: TextStyle): string[] {
  switch (block.kind) {
    case 'heading':
      return [bold(printable(block.text), style)];
    case 'paragraph':
      return wrapped(spansText(block.spans, style), '', style.width);
    case 'list':
      return block.items.flatMap((item) => wrapped(`• ${spansText(item, style)}`, '  ', style.width));
    case 'note':
      return wrapped(spansText(block.spans, style), '', style.width).map((line) => dim(line, style));
    case 'sources':
      return sources(citationsListed(block, citations), style);
    case 'thread':
      return [];
  }
}

function spansText(spans: readonly Span[], style: TextStyle): string {
  return spans.map((span) => spanText(span, style)).join('');
}

function spanText(span: Span, style: TextStyle): string {
  switch (span.kind) {
    case 'text':
    case 'command':
      return printable(span.text);
    case 'strong':
      return bold(printable(span.text), style);
    case 'excerpt':
      return `${printable(excerptWords(span))}${excerptMark(span)}${numbers(span.cites)}`;
    case 'written':
      return `${printable(span.text)} ${numbers(span.cites)}`;
    case 'time':
      return moment(span.at, span.show, style.timeZone);
    case 'mention':
      return `@role ${printable(span.role)}`;
    case 'channel':
      return `#${printable(span.id)}`;
  }
}

function numbers(cites: readonly number[]): string {
  return cites.map((number) => `[${number}]`).join('');
}

function sources(citations: readonly Citation[], style: TextStyle): string[] {
  if (citations.length === 0) return [];
  const lines = citedArticles(citations).flatMap(({ numbers, citation }) => {
    const published = citation.published === null ? 'no date' : moment(citation.published, 'date', style.timeZone);
    const sample = `${citation.opinion === true ? ', opinion' : ''}${citation.sample ? ', sample article' : ''}`;
    const where = `${printable(citation.publisher)}: ${printable(citation.title)} (${published}${sample})`;
    const text = `${numbers.map((number) => `[${number}]`).join('')} ${where}`;
    return [
      ...wrapped(text, '    ', style.width),
      ...(citation.url === null ? [] : [`    ${printable(citation.url)}`]),
    ];
  });
  return [bold('Sources', style), ...lines];
}

function moment(at: string, show: 'date' | 'datetime', timeZone: string): string {
  const date = new Date(at);
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone }).format(date);
  if (show === 'date') return day;
  return `${day}, ${new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone, timeZoneName: 'short' }).format(date)}`;
}

/** Wraps at spaces; lines after the first begin with `indent`. A word longer than the width stays whole. */
function wrapped(text: string, indent: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (visibleLength(longer) > width && line.trim() !== '') {
        lines.push(line);
        line = `${indent}${word}`;
      } else line = longer;
    }
    return [...lines, line];
  });
}

// eslint-style control ranges are spelled as escapes so that no editor hides them: C0, DEL and C1, then bidi controls.
const controls = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/gu;

/** An article's text must not move the cursor, colour the screen or reorder the line it stands in. */
function printable(text: string): string {
  return text.replaceAll(/[\t\n\r]+/g, ' ').replaceAll(controls, '');
}

function visibleLength(text: string): number {
  return text.replaceAll(/\u001B\[\d+m/gu, '').length;
}

function bold(text: string, style: TextStyle): string {
  return style.emphasis === 'ansi' ? `\u001B[1m${text}\u001B[22m` : text;
}

function dim(text: string, style: TextStyle): string {
  return style.emphasis === 'ansi' ? `\u001B[2m${text}\u001B[22m` : text;
}
