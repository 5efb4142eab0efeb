import type { Sentence, TextSpan } from '../../articles/article.ts';

/** Words between quotation marks; offsets into the article's text, without the marks. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
  /** Long enough to be somebody's words; a word or two in marks is a term or a scare quote. */
  readonly spoken: boolean;
  /** The mark that will close it, when it goes on beyond the sentence. */
  readonly open?: string;
}

const fewestSpokenWords = 3;
/** Some papers write '' for either mark of a quotation. */
const doubled = "''";
const closers: Readonly<Record<string, string>> = {
  [doubled]: doubled,
  '“': '”',
  '"': '"',
  '«': '»',
  '„': '“',
  '‘': '’',
  "'": "'",
};

/**
 * Finds the quotations of a sentence. One that goes on beyond the sentence ends at its border; `before` is the last one of
 * the sentence before in the same paragraph, in which this sentence begins if it was left open.
 */
export function findQuotations(sentence: Sentence, before?: Quotation): Quotation[] {
  const { text } = sentence;
  const found: Quotation[] = [];
  let index = 0;
  if (before?.open !== undefined) {
    const end = closeOf(text, 0, before.open);
    found.push(quotation(sentence, { start: 0, end }, before.open));
    index = end + before.open.length;
  }
  while (index < text.length) {
    const opener = text.startsWith(doubled, index) ? doubled : (text[index] ?? '');
    const closer = closerOf(text, index, opener);
    if (closer === undefined || !opens(text, index, opener.length)) {
      index += opener.length;
      continue;
    }
    const start = index + opener.length;
    const end = closeOf(text, start, closer);
    found.push(quotation(sentence, { start, end }, closer));
    index = end + closer.length;
  }
  const lone = text.indexOf('”');
  if (found.length === 0 && lone > 0) found.push(quotation(sentence, { start: 0, end: lone }, '”'));
  return found;
}

/** The mark that closes a quotation; writers mix straight and curved ones, so one that stands alone closes the other kind. */
function closerOf(text: string, index: number, opener: string): string | undefined {
  const usual = closers[opener];
  if (!/^[“"]$/u.test(opener) || usual === undefined || text.includes(usual, index + 1)) return usual;
  const others = opener === '“' ? ['"', '“'] : ['”', '“'];
  return others.find((mark) => /^[\p{L}.,!?…]$/u.test(text[text.indexOf(mark, index + 1) - 1] ?? ' ')) ?? usual;
}

/** A straight or single mark opens only before a word and behind a space: the others are apostrophes. */
function opens(text: string, index: number, length: number): boolean {
  const before = text[index - 1] ?? ' ';
  const after = text[index + length] ?? ' ';
  return /[\s([—–-]/.test(before) && /\S/.test(after);
}

function closeOf(text: string, from: number, closer: string): number {
  for (let index = from; index < text.length; index += 1) {
    if (!text.startsWith(closer, index)) continue;
    const apostrophe = closer === '’' || closer === "'";
    if (!apostrophe || !/[\p{L}\p{N}]/u.test(text[index + 1] ?? ' ')) return index;
  }
  return text.length;
}

function quotation(sentence: Sentence, { start, end }: TextSpan, closer: string): Quotation {
  const words = sentence.text.slice(start, end).match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  return {
    start: sentence.start + start,
    end: sentence.start + end,
    spoken: words.length >= fewestSpokenWords && !isTitle(words),
    // Single marks are too often apostrophes to be carried over.
    ...(end === sentence.text.length && (/[”"]/u.test(closer) || closer === doubled) && { open: closer }),
  };
}

/** "Face the Nation": where every word but the small ones has a capital, it is the name of something. */
function isTitle(words: readonly string[]): boolean {
  const long = words.filter((word) => word.length > 3);
  return long.length > 1 && words.every((word) => /^\p{Lu}/u.test(word) || smallInTitles.test(word));
}

const smallInTitles = /^(?:a|an|and|as|at|but|by|for|from|in|nor|of|on|or|the|to|up|with)$/;
