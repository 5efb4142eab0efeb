import { ComponentType, MessageFlags } from 'discord.js';
import { citedArticles } from '../../core/messages/cited-articles.ts';
import { citationsListed } from '../../core/messages/in-thread.ts';
import type { Block, Citation, Message, Span } from '../../core/messages/message.ts';
import { excerptWords } from '../../core/messages/spans.ts';
import { splitMessage } from '../../core/messages/split-message.ts';
import { escaped, maskedLink } from './escape.ts';
import { limits } from './limits.ts';

interface TextDisplay {
  readonly type: ComponentType.TextDisplay;
  readonly content: string;
}

/** A message as Discord's create and edit calls take it (Components V2). */
export interface DiscordPost {
  readonly flags: number;
  readonly components: readonly {
    readonly type: ComponentType.Container;
    readonly components: readonly TextDisplay[];
  }[];
  readonly allowed_mentions: { readonly parse: readonly string[] };
}

/**
 * A message as Discord posts, in order. What an article says is escaped, so nothing in it can ping, link or format.
 * Total: a message of any length gives posts within the limits, and nothing is lost.
 */
export function renderDiscord(message: Message): DiscordPost[] {
  return splitMessage(message, fits).map(render);
}

function fits(message: Message): boolean {
  const displays = displaysOf(message);
  const length = displays.reduce((sum, display) => sum + display.content.length, 0);
  return displays.length + 1 <= limits.components && length <= limits.text;
}

function render(message: Message): DiscordPost {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.Container, components: displaysOf(message) }],
    allowed_mentions: { parse: [] },
  };
}

function displaysOf(message: Message): TextDisplay[] {
  const title = message.title.trim() === '' ? [] : [display(`## ${escaped(shortened(message.title))}`)];
  const displays = [...title, ...message.blocks.flatMap((block) => renderBlock(block, message.citations).map(display))];
  // Discord refuses a container without components, and a display without visible text.
  return displays.length === 0 ? [display('\u200B')] : displays;
}

function display(content: string): TextDisplay {
  return { type: ComponentType.TextDisplay, content: content.trim() === '' ? '\u200B' : content };
}

function renderBlock(block: Block, citations: readonly Citation[]): string[] {
  switch (block.kind) {
    case 'heading':
      return [`### ${escaped(block.text)}`];
    case 'paragraph':
      return [spansText(block.spans, citations)];
    case 'list':
      return block.items.length === 0 ? [] : [block.items.map((item) => `- ${spansText(item, citations)}`).join('\n')];
    case 'note':
      return [`-# ${spansText(block.spans, citations)}`];
    case 'sources':
      return sources(citationsListed(block, citations));
    case 'thread':
      return [];
  }
}

function spansText(spans: readonly Span[], citations: readonly Citation[]): string {
  return spans.map((span) => spanText(span, citations)).join('');
}

function spanText(span: Span, citations: readonly Citation[]): string {
  switch (span.kind) {
    case 'text':
      return escaped(span.text);
    case 'strong':
      return span.text.trim() === '' ? escaped(span.text) : `**${escaped(span.text)}**`;
    case 'command':
      return span.text.includes('`') || span.text.trim() === ''
        ? escaped(span.text)
        : `\`${span.text.replaceAll('\n', ' ')}\``;
    case 'excerpt':
      return `${escaped(excerptWords(span))} ${span.cites.map((number) => citeLink(number, citations)).join('')}`;
    case 'time':
      return moment(span.at, span.show);
  }
}

function citeLink(number: number, citations: readonly Citation[]): string {
  const url = citations.find((citation) => citation.number === number)?.url ?? '';
  return /^https?:\/\//.test(url) ? maskedLink(`[${number}]`, url) : escaped(`[${number}]`);
}

/** Shown in each reader's own zone: https://discord.com/developers/docs/reference#message-formatting-timestamp-styles */
function moment(at: string, show: 'date' | 'datetime'): string {
  return `<t:${Math.floor(Date.parse(at) / 1_000)}:${show === 'date' ? 'D' : 'f'}>`;
}

function sources(citations: readonly Citation[]): string[] {
  const items = citedArticles(citations).map(({ numbers, citation }) => {
    const links = numbers.map((number) => citeLink(number, citations)).join('');
    const published = citation.published === null ? '' : `, ${moment(citation.published, 'date')}`;
    return `-# ${links} ${escaped(citation.publisher)}: ${escaped(citation.title)}${citation.sample ? ' (sample)' : ''}${published}`;
  });
  return items.length === 0 ? [] : [['-# **Sources**', ...items].join('\n')];
}

const longestTitle = 1_000;

/** A title that alone would fill a post is cut, and says so. */
function shortened(title: string): string {
  return title.length <= longestTitle ? title : `${title.slice(0, longestTitle)} …`;
}
