import { caveatOf, citedArticles } from '../../core/messages/cited-articles.ts';
import { citationsListed } from '../../core/messages/in-thread.ts';
import type { Block, Citation, Message, Span } from '../../core/messages/message.ts';
import { excerptMark, excerptWords } from '../../core/messages/spans.ts';
import { splitMessage } from '../../core/messages/split-message.ts';
import { moment as spokenMoment, renderFallback, shortened } from './fallback.ts';
import { limits } from './limits.ts';
import { isGroupId } from './user-groups.ts';

/** A message as chat.postMessage and a response_url take it. */
export interface SlackPost {
  /** For notifications and screen readers. */
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

export type SlackBlock =
  | {
      readonly type: 'header';
      readonly text: { readonly type: 'plain_text'; readonly text: string; readonly emoji: false };
    }
  | { readonly type: 'rich_text'; readonly elements: readonly RichTextElement[] };

export type RichTextElement =
  | { readonly type: 'rich_text_section'; readonly elements: readonly Inline[] }
  | {
      readonly type: 'rich_text_list';
      readonly style: 'bullet';
      readonly elements: readonly { readonly type: 'rich_text_section'; readonly elements: readonly Inline[] }[];
    };

export type Inline =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly style?: { readonly bold?: true; readonly italic?: true; readonly code?: true };
    }
  | { readonly type: 'link'; readonly url: string; readonly text: string }
  | { readonly type: 'channel'; readonly channel_id: string }
  | { readonly type: 'usergroup'; readonly usergroup_id: string }
  | { readonly type: 'date'; readonly timestamp: number; readonly format: string; readonly fallback: string };

/**
 * A message as Slack posts, in order. Text elements of rich text are never parsed, so nothing that an article says can
 * ping, link or format. Total: a message of any length gives posts within the limits, and nothing is lost.
 */
export function renderSlack(message: Message): SlackPost[] {
  return splitMessage(message, fits).map(render);
}

function fits(message: Message): boolean {
  const { blocks, text } = render(message);
  const lengths = blocks.map((block) => (block.type === 'header' ? 0 : lengthOf(block.elements)));
  return (
    message.title.length <= limits.header &&
    blocks.length <= limits.blocks &&
    text.length <= limits.fallback &&
    lengths.every((length) => length <= limits.blockText) &&
    lengths.reduce((sum, length) => sum + length, 0) <= limits.messageText &&
    JSON.stringify(blocks).length <= limits.messageSize
  );
}

function render(message: Message): SlackPost {
  const title = titleBlock(message.title);
  const bodies = message.blocks.flatMap((block) => renderBlock(block, message.citations));
  const spaced = bodies.length === 0 && title.length === 0 ? [richText([section([plain(' ')])])] : bodies;
  return { text: renderFallback(message), blocks: [...title, ...spaced] };
}

export function titleBlock(title: string): SlackBlock[] {
  const shown = visible(title);
  if (shown === '') return [];
  if (shown.length <= limits.header)
    return [{ type: 'header', text: { type: 'plain_text', text: shown, emoji: false } }];
  return [richText([section([{ type: 'text', text: shown, style: { bold: true } }])])];
}

function renderBlock(block: Block, citations: readonly Citation[]): SlackBlock[] {
  switch (block.kind) {
    case 'heading':
      return [richText([section([{ type: 'text', text: filled(block.text), style: { bold: true } }])])];
    case 'paragraph':
      return [richText([section(inlines(block.spans, citations))])];
    case 'list':
      if (block.items.length === 0) return [];
      return [
        richText([
          {
            type: 'rich_text_list',
            style: 'bullet',
            elements: block.items.map((item) => section(inlines(item, citations))),
          },
        ]),
      ];
    case 'note':
      return [richText([section(inlines(block.spans, citations).map(small))])];
    case 'sources':
      return sources(citationsListed(block, citations));
    case 'thread':
      return [];
  }
}

export function richText(elements: readonly RichTextElement[]): SlackBlock {
  return { type: 'rich_text', elements };
}

/** Slack refuses a section without elements and a text element without text. */
export function section(elements: readonly Inline[]): {
  readonly type: 'rich_text_section';
  readonly elements: readonly Inline[];
} {
  return { type: 'rich_text_section', elements: elements.length === 0 ? [plain(' ')] : elements };
}

function inlines(spans: readonly Span[], citations: readonly Citation[]): Inline[] {
  return spans.flatMap((span) => inlinesOf(span, citations));
}

function inlinesOf(span: Span, citations: readonly Citation[]): Inline[] {
  switch (span.kind) {
    case 'text':
      return [plain(filled(span.text))];
    case 'strong':
      return [{ type: 'text', text: filled(span.text), style: { bold: true } }];
    case 'command':
      return [{ type: 'text', text: filled(span.text), style: { code: true } }];
    case 'excerpt':
      return [
        plain(filled(excerptWords(span))),
        plain(excerptMark(span)),
        ...span.cites.map((number) => citeLink(number, citations)),
      ];
    case 'written':
      return cited(span.text, span.cites, citations);
    case 'time':
      return [moment(span.at, span.show)];
    case 'mention':
      return [mention(span.role)];
    case 'channel':
      return [isChannelId(span.id) ? { type: 'channel', channel_id: span.id } : plain(`#${span.id}`)];
  }
}

function cited(words: string, cites: readonly number[], citations: readonly Citation[]): Inline[] {
  return [plain(filled(words)), plain(' '), ...cites.map((number) => citeLink(number, citations))];
}

/** The number leads to the article; the address comes from the citation and nowhere else. */
function citeLink(number: number, citations: readonly Citation[]): Inline {
  const url = citations.find((citation) => citation.number === number)?.url ?? '';
  return /^https?:\/\//.test(url) ? { type: 'link', url, text: `[${number}]` } : plain(`[${number}]`);
}

/** Shown in each reader's own zone: https://docs.slack.dev/messaging/formatting-message-text/#date-formatting */
export function moment(at: string, show: 'date' | 'datetime'): Inline {
  const format = show === 'date' ? '{date_short}' : '{date_short} {time}';
  return {
    type: 'date',
    timestamp: Math.floor(Date.parse(at) / 1_000),
    format,
    fallback: spokenMoment(at, show),
  };
}

/** A channel's id as Slack gives it: https://docs.slack.dev/reference/objects/conversation-object */
function isChannelId(text: string): boolean {
  return /^[CG][A-Z0-9]+$/.test(text);
}

/** A user group's people are told. What is no id of one calls nobody. */
function mention(role: string): Inline {
  return isGroupId(role) ? { type: 'usergroup', usergroup_id: role } : plain(`@${role}`);
}

function sources(citations: readonly Citation[]): SlackBlock[] {
  const items = citedArticles(citations).map(({ numbers, citation }) => {
    const publisher = shortened(citation.publisher, limits.sourcePublisher);
    const title = shortened(citation.title, limits.sourceTitle);
    const where = ` ${publisher}: ${title}${caveatOf(citation)}`;
    const published: Inline[] = citation.published === null ? [] : [plain(', '), moment(citation.published, 'date')];
    return section([...numbers.map((number) => citeLink(number, citations)), plain(where), ...published]);
  });
  if (items.length === 0) return [];
  return [
    richText([section([{ type: 'text', text: 'Sources', style: { bold: true } }])]),
    ...inGroups(items, limits.blockText).map((group) =>
      richText([{ type: 'rich_text_list', style: 'bullet', elements: group }]),
    ),
  ];
}

type Section = ReturnType<typeof section>;

function inGroups(items: readonly Section[], longest: number): Section[][] {
  const groups: Section[][] = [];
  let length = 0;
  for (const item of items) {
    const own = lengthOf([item]);
    const last = groups.at(-1);
    if (last === undefined || length + own > longest) {
      groups.push([item]);
      length = own;
    } else {
      last.push(item);
      length += own;
    }
  }
  return groups;
}

function lengthOf(elements: readonly RichTextElement[]): number {
  const inline = elements.flatMap((element): readonly Inline[] =>
    element.type === 'rich_text_list' ? element.elements.flatMap((item) => item.elements) : element.elements,
  );
  return inline.reduce((sum, element) => sum + ('text' in element ? element.text.length : 20), 0);
}

export function bold(text: string): Inline {
  return { type: 'text', text, style: { bold: true } };
}

export function plain(text: string): Inline {
  return { type: 'text', text };
}

function small(inline: Inline): Inline {
  return inline.type === 'text' ? { ...inline, style: { ...inline.style, italic: true } } : inline;
}

function filled(text: string): string {
  return text === '' ? ' ' : text;
}

/** A header takes one line of visible characters. */
function visible(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
