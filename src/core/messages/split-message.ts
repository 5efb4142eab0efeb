import type { Block, Message, Span } from './message.ts';

/**
 * Splits a message into parts that each satisfy `fits`, at block borders, else between list items, else between words.
 * Nothing is lost or changed: the parts' texts in a row are the message's. Each part holds the citations that it uses,
 * under their own numbers, and its own list of sources when the message has one. Only the first part has the title.
 * A unit that does not fit even when it is a single word is kept whole, for the platform to refuse.
 */
export function splitMessage(message: Message, fits: (part: Message) => boolean): Message[] {
  if (fits(message)) return [message];
  const parts: Message[] = [];
  let current: Block[] = [];
  const build = (blocks: readonly Block[]): Message => partOf(message, blocks, parts.length === 0 ? message.title : '');
  const waiting = message.blocks.filter((block) => !listsWhatIsUsed(block)).flatMap(units);
  while (waiting.length > 0) {
    const unit = waiting.shift();
    if (unit === undefined) break;
    const longer = append(current, unit);
    if (fits(build(longer))) current = longer;
    else if (current.length > 0) {
      parts.push(build(current));
      current = [];
      waiting.unshift(unit);
    } else {
      const halves = halve(unit);
      if (halves === undefined) parts.push(build([unit]));
      else waiting.unshift(...halves);
    }
  }
  if (current.length > 0) parts.push(build(current));
  // A message that is nothing but its list of sources has no unit to part.
  return parts.length === 0 ? [message] : parts;
}

/** A list of sources that names no numbers lists those of its part. */
function listsWhatIsUsed(block: Block): boolean {
  return block.kind === 'sources' && block.of === undefined;
}

/** The smallest blocks that may stand in different parts. */
function units(block: Block): Block[] {
  if (block.kind === 'list') return block.items.map((item) => ({ kind: 'list', items: [item] }));
  return [block];
}

/** Adds a block; the items of one list that stay together become one list again. */
function append(blocks: readonly Block[], block: Block): Block[] {
  const last = blocks.at(-1);
  if (last?.kind !== 'list' || block.kind !== 'list') return [...blocks, block];
  return [...blocks.slice(0, -1), { kind: 'list', items: [...last.items, ...block.items] }];
}

function partOf(message: Message, blocks: readonly Block[], title: string): Message {
  const used = new Set(blocks.flatMap(citesOf));
  const citations = message.citations.filter(({ number }) => used.has(number));
  const listsSources = message.blocks.some(listsWhatIsUsed) && citations.length > 0;
  return { title, blocks: listsSources ? [...blocks, { kind: 'sources' }] : [...blocks], citations };
}

function citesOf(block: Block): readonly number[] {
  if (block.kind === 'sources') return block.of ?? [];
  return spansOf(block).flatMap((span) => ('cites' in span ? span.cites : []));
}

function spansOf(block: Block): readonly Span[] {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return block.spans;
    case 'list':
      return block.items.flat();
    case 'heading':
    case 'sources':
    case 'thread':
      return [];
  }
}

/** Two blocks that say what one said; undefined when it cannot be cut. */
function halve(block: Block): [Block, Block] | undefined {
  switch (block.kind) {
    case 'heading': {
      const [left, right] = cut(block.text) ?? [];
      return left === undefined || right === undefined
        ? undefined
        : [
            { kind: 'heading', text: left },
            { kind: 'heading', text: right },
          ];
    }
    case 'paragraph':
    case 'note': {
      const halves = halveSpans(block.spans);
      return halves === undefined
        ? undefined
        : [
            { ...block, spans: halves[0] },
            { ...block, spans: halves[1] },
          ];
    }
    case 'list': {
      const halves = halveSpans(block.items.flat());
      return halves === undefined
        ? undefined
        : [
            { kind: 'list', items: [halves[0]] },
            { kind: 'list', items: [halves[1]] },
          ];
    }
    case 'sources': {
      const { of = [] } = block;
      const middle = Math.ceil(of.length / 2);
      return of.length < 2
        ? undefined
        : [
            { kind: 'sources', of: of.slice(0, middle) },
            { kind: 'sources', of: of.slice(middle) },
          ];
    }
    case 'thread':
      return undefined;
  }
}

function halveSpans(spans: readonly Span[]): [Span[], Span[]] | undefined {
  if (spans.length > 1) {
    const middle = Math.ceil(spans.length / 2);
    return [spans.slice(0, middle), spans.slice(middle)];
  }
  const [only] = spans;
  if (only === undefined || only.kind === 'time' || only.kind === 'mention' || only.kind === 'channel')
    return undefined;
  const halves = cut(only.text);
  return halves === undefined ? undefined : [[{ ...only, text: halves[0] }], [{ ...only, text: halves[1] }]];
}

/** Cuts near the middle, behind a space if there is one; never inside a character made of two code units. */
function cut(text: string): [string, string] | undefined {
  if (text.length < 2) return undefined;
  const middle = Math.ceil(text.length / 2);
  const space = text.lastIndexOf(' ', middle);
  let at = space > text.length / 4 ? space + 1 : middle;
  if (/[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '')) at += 1;
  return at >= text.length ? undefined : [text.slice(0, at), text.slice(at)];
}
