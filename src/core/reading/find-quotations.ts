import type { Sentence } from '../articles/article.ts';

/** Words between quotation marks; offsets into the article's text, without the marks. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
  /** Long enough to be somebody's words; a word or two in marks is a term or a scare quote. */
  readonly spoken: boolean;
}

const fewestSpokenWords = 3;
const closers: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»', '„': '“', '‘': '’', "'": "'" };

/** Finds the quotations of a sentence. A quotation that goes on beyond the sentence ends, or begins, at its border. */
export function findQuotations(sentence: Sentence): Quotation[] {
  const { text, start } = sentence;
  const found: Quotation[] = [];
  let index = 0;
  while (index < text.length) {
    const opener = text[index] ?? '';
    const closer = closers[opener];
    if (closer === undefined || !opens(text, index)) {
      index += 1;
      continue;
    }
    const end = closeOf(text, index + 1, closer);
    found.push(quotation(text, { start: index + 1, end }, start));
    index = end + 1;
  }
  const lone = text.indexOf('”');
  if (found.length === 0 && lone > 0) found.push(quotation(text, { start: 0, end: lone }, start));
  return found;
}

/** A straight or single mark opens only before a word and behind a space: the others are apostrophes. */
function opens(text: string, index: number): boolean {
  const before = text[index - 1] ?? ' ';
  const after = text[index + 1] ?? ' ';
  return /[\s([—–-]/.test(before) && /\S/.test(after);
}

function closeOf(text: string, from: number, closer: string): number {
  for (let index = from; index < text.length; index += 1) {
    if (text[index] !== closer) continue;
    const apostrophe = closer === '’' || closer === "'";
    if (!apostrophe || !/[\p{L}\p{N}]/u.test(text[index + 1] ?? ' ')) return index;
  }
  return text.length;
}

function quotation(text: string, span: { readonly start: number; readonly end: number }, offset: number): Quotation {
  const words = text.slice(span.start, span.end).match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  return { start: offset + span.start, end: offset + span.end, spoken: words.length >= fewestSpokenWords };
}
