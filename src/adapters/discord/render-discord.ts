import { type ButtonStyle, ComponentType, MessageFlags } from 'discord.js';
import { caveatOf, citedArticles } from '../../core/messages/cited-articles.ts';
import { citationsListed } from '../../core/messages/in-thread.ts';
import type { Block, Citation, Message, Span } from '../../core/messages/message.ts';
import { excerptMark, excerptWords } from '../../core/messages/spans.ts';
import { splitMessage } from '../../core/messages/split-message.ts';
import { beginning } from '../../core/text/beginning.ts';
import { escaped, maskedLink, oneLine } from './escape.ts';
import { limits } from './limits.ts';
import { isRoleId } from './roles.ts';

interface TextDisplay {
  readonly type: ComponentType.TextDisplay;
  readonly content: string;
}

interface Separator {
  readonly type: ComponentType.Separator;
}

interface Container {
  readonly type: ComponentType.Container;
  readonly accent_color: number;
  readonly components: readonly (TextDisplay | Separator)[];
}

interface ActionRow {
  readonly type: ComponentType.ActionRow;
  readonly components: readonly {
    readonly type: ComponentType.Button;
    readonly style: ButtonStyle.Secondary;
    readonly custom_id: string;
    readonly label: string;
  }[];
}

interface FileComponent {
  readonly type: ComponentType.File;
  readonly file: { readonly url: string };
}

/** A message as Discord's create and edit calls take it (Components V2). */
export interface DiscordPost {
  readonly flags: number;
  readonly components: readonly ((Container | ActionRow | FileComponent) & { readonly id?: number })[];
  /** Nothing calls anybody by what a text looks like; the roles are those that the message itself names. */
  readonly allowed_mentions: { readonly parse: readonly never[]; readonly roles?: readonly string[] };
  readonly attachments?: readonly { readonly id: string; readonly filename: string }[];
}

/** The colour of the stripe beside a message. */
const accent = 0x2f_6f_ab;
/** Links to a sentence's sources are left out where they alone would be longer; the list of sources has them. Characters. */
const longestLinks = 1_500;
const longestTitle = 1_000;
/** A headline in the list of sources is cut behind so many characters. */
const longestHeadline = 300;

/**
 * A message as Discord posts, in order. What an article says is escaped, so nothing in it can ping, link or format.
 * Total: a message of any length gives posts within the limits, and nothing is lost.
 */
export function renderDiscord(message: Message): DiscordPost[] {
  return splitMessage(message, fits).flatMap((part) => packed(displaysOf(part)).map(post));
}

function fits(message: Message): boolean {
  return isWithinLimits(displaysOf(message));
}

/** Displays in as few posts as take them: more than one only where one sentence has more sources than a post takes. */
function packed(displays: readonly Display[]): Display[][] {
  const posts: Display[][] = [];
  for (const display of displays) {
    const last = posts.at(-1);
    if (last !== undefined && isWithinLimits([...last, display])) last.push(display);
    else posts.push([display]);
  }
  return posts;
}

function isWithinLimits(displays: readonly Display[]): boolean {
  const components = 1 + displays.length + displays.filter(({ separated }) => separated).length;
  const length = displays.reduce((sum, { content }) => sum + content.length, 0);
  return components + limits.extraComponents <= limits.components && length <= limits.text;
}

function post(displays: readonly Display[]): DiscordPost {
  const components = displays.flatMap(({ content, separated }, index): (TextDisplay | Separator)[] => {
    const display: TextDisplay = { type: ComponentType.TextDisplay, content };
    return separated && index > 0 ? [{ type: ComponentType.Separator }, display] : [display];
  });
  const roles = [...new Set(displays.flatMap((display) => display.roles))];
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.Container, accent_color: accent, components }],
    allowed_mentions: { parse: [], ...(roles.length > 0 && { roles }) },
  };
}

/** A piece of text, with a line above it or without. */
interface Display {
  readonly content: string;
  readonly separated: boolean;
  /** The ids of the roles that it mentions. */
  readonly roles: readonly string[];
}

function displaysOf(message: Message): Display[] {
  const title = message.title.trim() === '' ? [] : [plain(`## ${escaped(shortened(message.title, longestTitle))}`)];
  const displays = [...title, ...message.blocks.flatMap((block) => renderBlock(block, message.citations))];
  // Discord refuses a container without components.
  return displays.length === 0 ? [plain('')] : displays;
}

/** Discord refuses a display without visible text. */
function plain(content: string): Display {
  return { content: content.trim() === '' ? '\u200B' : content, separated: false, roles: [] };
}

function mentioning(content: string, spans: readonly Span[]): Display {
  const roles = spans.flatMap((span) => (span.kind === 'mention' && isRoleId(span.role) ? span.role : []));
  return { ...plain(content), roles };
}

function renderBlock(block: Block, citations: readonly Citation[]): Display[] {
  switch (block.kind) {
    case 'heading':
      return [plain(`### ${escaped(block.text)}`)];
    case 'paragraph':
      return [mentioning(spansText(block.spans, citations), block.spans)];
    case 'list':
      return block.items.length === 0
        ? []
        : [mentioning(block.items.map((item) => `- ${spansText(item, citations)}`).join('\n'), block.items.flat())];
    case 'note':
      return [mentioning(`-# ${spansText(block.spans, citations)}`, block.spans)];
    case 'sources':
      return sources(citationsListed(block, citations));
    case 'thread':
      return [];
  }
}

/** Marks of two neighbours, such as two commands, would be read as one mark; a space without width keeps them apart. */
function spansText(spans: readonly Span[], citations: readonly Citation[]): string {
  const texts = spans.map((span) => spanText(span, citations)).filter((text) => text !== '');
  return texts.reduce((line, text) => {
    const touching = /[*`]$/.test(line) && /^[*`]/.test(text);
    return `${line}${touching ? '\u200B' : ''}${text}`;
  }, '');
}

function spanText(span: Span, citations: readonly Citation[]): string {
  switch (span.kind) {
    case 'text':
      return escaped(span.text);
    case 'strong':
      return span.text.trim() === '' ? escaped(span.text) : `**${escaped(span.text)}**`;
    case 'command':
      return span.text.includes('`') || span.text.trim() === '' ? escaped(span.text) : `\`${oneLine(span.text)}\``;
    case 'excerpt':
      return `${escaped(`${excerptWords(span)}${excerptMark(span)}`)}${citeLinks(span.cites, citations)}`;
    case 'written':
      return `${escaped(span.text)} ${citeLinks(span.cites, citations)}`;
    case 'time':
      return moment(span.at, span.show);
    case 'mention':
      return isRoleId(span.role) ? `<@&${span.role}>` : escaped(`@${span.role}`);
    case 'channel':
      return /^\d+$/.test(span.id) ? `<#${span.id}>` : escaped(`#${span.id}`);
  }
}

function citeLinks(numbers: readonly number[], citations: readonly Citation[]): string {
  const links = numbers.map((number) => citeLink(number, citations)).join('');
  return links.length <= longestLinks ? links : numbers.map((number) => escaped(`[${number}]`)).join('');
}

function citeLink(number: number, citations: readonly Citation[]): string {
  const url = citations.find((citation) => citation.number === number)?.url ?? '';
  const link = /^https?:\/\//.test(url) ? maskedLink(`[${number}]`, url) : '';
  return link === '' || link.length > longestLinks ? escaped(`[${number}]`) : link;
}

/** Shown in each reader's own zone: https://discord.com/developers/docs/reference#message-formatting-timestamp-styles */
function moment(at: string, show: 'date' | 'datetime'): string {
  return `<t:${Math.floor(Date.parse(at) / 1_000)}:${show === 'date' ? 'D' : 'f'}>`;
}

/** The list of sources, in pieces that each fit a post. */
function sources(citations: readonly Citation[]): Display[] {
  const pieces: string[] = [];
  for (const line of citedArticles(citations).map((cited) => sourceLine(cited, citations))) {
    const last = pieces.at(-1);
    if (last === undefined) pieces.push(`-# **Sources**\n${line}`);
    else if (last.length + line.length < limits.text / 2) pieces[pieces.length - 1] = `${last}\n${line}`;
    else pieces.push(line);
  }
  return pieces.map((content, index) => ({ content, separated: index === 0, roles: [] }));
}

function sourceLine(
  { numbers, citation }: ReturnType<typeof citedArticles>[number],
  citations: readonly Citation[],
): string {
  const published = citation.published === null ? '' : `, ${moment(citation.published, 'date')}`;
  const where = escaped(`${citation.publisher}: ${shortened(citation.title, longestHeadline)}${caveatOf(citation)}`);
  return `-# ${numberLinks(numbers, citations)} ${where}${published}`;
}

/** An article's numbers lead to the same address, so one link does where many are too long. */
function numberLinks(numbers: readonly number[], citations: readonly Citation[]): string {
  const [first = 0, ...more] = numbers;
  const links = citeLinks(numbers, citations);
  return more.length === 0 || links.includes('](')
    ? links
    : `${citeLink(first, citations)}${more.map((number) => escaped(`[${number}]`)).join('')}`;
}

/** A text that alone would fill a post is cut, and says so. */
function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${beginning(text, longest)} …`;
}
