import { z } from 'zod';
import type { Message, Span } from '../../src/core/messages/message.ts';
import { excerptMark, excerptWords } from '../../src/core/messages/spans.ts';

/** What a reader sees of a message, without looks: its words in a row, its list of sources, and where each number leads. */
export interface Flat {
  readonly body: string;
  readonly sources: readonly string[];
  /** "1 https://…", for every number that is a link. */
  readonly links: readonly string[];
}

/** The words of a message itself, for comparing with what renderers make of it. */
export function flatMessage(message: Message): string {
  const blocks = message.blocks.map((block) => {
    if (block.kind === 'heading') return block.text;
    if (block.kind === 'list') return block.items.map(spansText).join(' ');
    return block.kind === 'sources' || block.kind === 'thread' ? '' : spansText(block.spans);
  });
  return [message.title, ...blocks].join(' ');
}

function spansText(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      if (span.kind === 'time') return moment(Math.floor(Date.parse(span.at) / 1_000));
      if (span.kind === 'written') return `${span.text} ${span.cites.map((number) => `[${number}]`).join('')}`;
      if (span.kind === 'excerpt')
        return `${excerptWords(span)}${excerptMark(span)}${span.cites.map((number) => `[${number}]`).join('')}`;
      if (span.kind === 'mention') return `@${span.role}`;
      if (span.kind === 'channel') return `#${span.id}`;
      return span.text;
    })
    .join('');
}

/** The same for any platform: each shows a moment in its own way. */
function moment(seconds: number): string {
  return `{${seconds}}`;
}

/** Without the numbers of citations, which stand behind both halves of a sentence that is too long for one post. */
export function unnumbered(text: string): string {
  return bare(text).replaceAll(/\[\d+\]/g, '');
}

/** What each number stands for: "[1][2] Publisher: title" gives one entry for each of its numbers. */
export function receipts({ sources }: Flat): string[] {
  const entries = sources.flatMap((line) => {
    const [, numbers = '', article = ''] = /^((?:\[\d+\])+)(.*)$/s.exec(line) ?? [];
    return (numbers.match(/\d+/g) ?? []).map((number) => `${number} ${bare(article)}`);
  });
  return [...new Set(entries)].toSorted();
}

/** Words without what platforms need between them: spaces, line breaks and spaces without width. */
export function bare(text: string): string {
  return text.replaceAll(/[\s\u0085\u200B]+/gu, '');
}

const displaySchema = z.object({ type: z.number(), content: z.string().optional() });
const discordSchema = z.array(
  z.object({ components: z.array(z.object({ components: z.array(displaySchema).optional() })) }),
);

/** Posts of Discord as text. Throws for a mark that is neither ours nor escaped: it would be a mention, a link or a format. */
export function flatDiscord(posts: unknown): Flat {
  const body: string[] = [];
  const sources: string[] = [];
  const links: string[] = [];
  for (const { components } of discordSchema.parse(posts)) {
    let listing = false;
    for (const { content = '' } of components.flatMap((component) => component.components ?? [])) {
      for (const line of content.split('\n')) {
        const plain = unmarked(line.replace(/^(?:## |### |-# |- )/, ''), links);
        if (line === '-# **Sources**') listing = true;
        else (listing ? sources : body).push(plain);
      }
    }
  }
  return { body: body.join(' '), sources: sources.toSorted(), links: links.toSorted() };
}

const marks =
  /\\(?<kept>[^0-9A-Za-z\s])|\[(?<label>(?:\\.|[^\]\\])*)\]\(<(?<url>[^<>\s]*)>\)|<t:(?<seconds>\d+):[a-zA-Z]>|<@&(?<role>\d+)>|<#(?<channel>\d+)>|(?<bold>\*\*)|`(?<code>[^`]+)`/g;

function unmarked(line: string, links: string[]): string {
  let end = 0;
  let text = '';
  for (const match of line.matchAll(marks)) {
    const { kept, label, url, seconds, role, channel, code } = match.groups ?? {};
    text += inert(line.slice(end, match.index), line);
    end = match.index + match[0].length;
    if (label !== undefined) {
      const words = label.replaceAll('\\', '');
      links.push(`${words} ${url ?? ''}`);
      text += words;
    } else if (role !== undefined) text += `@${role}`;
    else if (channel !== undefined) text += `#${channel}`;
    else text += kept ?? code ?? (seconds === undefined ? '' : moment(Number(seconds)));
  }
  return text + inert(line.slice(end), line);
}

function inert(text: string, line: string): string {
  const live = /[\\*_~`|<>#@:[\]()+-]/.exec(text)?.[0];
  if (live !== undefined) throw new Error(`"${live}" takes effect in ${JSON.stringify(line.slice(0, 300))}`);
  return text;
}

const inlineSchema = z.object({
  type: z.string(),
  text: z.string().optional(),
  url: z.string().optional(),
  timestamp: z.number().optional(),
  usergroup_id: z.string().optional(),
  channel_id: z.string().optional(),
});
const sectionSchema = z.object({ elements: z.array(inlineSchema) });
const richSchema = z.object({
  type: z.literal('rich_text'),
  elements: z.array(
    z.union([
      z.object({ type: z.literal('rich_text_list'), elements: z.array(sectionSchema) }),
      z.object({ type: z.literal('rich_text_section'), elements: z.array(inlineSchema) }),
    ]),
  ),
});
const headerSchema = z.object({ type: z.literal('header'), text: z.object({ text: z.string() }) });
const slackSchema = z.array(
  z.object({ blocks: z.array(z.union([headerSchema, richSchema, z.object({ type: z.string() })])) }),
);

/** Posts of Slack as text. */
export function flatSlack(posts: unknown): Flat {
  const body: string[] = [];
  const sources: string[] = [];
  const links: string[] = [];
  for (const { blocks } of slackSchema.parse(posts)) {
    let listing = false;
    for (const block of blocks) {
      const lines = 'text' in block ? [block.text.text] : 'elements' in block ? richLines(block, links) : [];
      if (lines.length === 1 && lines[0] === 'Sources') listing = true;
      else (listing ? sources : body).push(...lines);
    }
  }
  return { body: body.join(' '), sources: sources.toSorted(), links: links.toSorted() };
}

function richLines({ elements }: z.infer<typeof richSchema>, links: string[]): string[] {
  return elements.flatMap((element) => {
    const sections = element.type === 'rich_text_list' ? element.elements : [element];
    return sections.map(({ elements: inline }) => inline.map((part) => inlineText(part, links)).join(''));
  });
}

function inlineText(
  { type, text = '', url, timestamp, usergroup_id: group, channel_id: channel }: z.infer<typeof inlineSchema>,
  links: string[],
): string {
  if (type === 'date') return moment(timestamp ?? 0);
  if (type === 'usergroup') return `@${group ?? ''}`;
  if (type === 'channel') return `#${channel ?? ''}`;
  if (type === 'link') links.push(`${text} ${url ?? ''}`);
  return text;
}
