import { beforeNames, mayEnd } from './en/lists/abbreviations.ts';
import { beforeOrdinals, cried, neverEnd, openers, siteEndings } from './en/lists/sentence-words.ts';
import { isMonthAbroad } from './month-names.ts';

/**
 * A run of marks that can end a sentence, with the closing quotes and brackets that belong to it, before white space; those
 * of Arabic, Urdu and Hindi too, and of Chinese and Japanese, which have no space after them. A page that lost its line
 * breaks has none either: "on Monday.The talks".
 */
const endings = new RegExp(
  [
    String.raw`(?:[.!?؟۔।]+|…+)["”’'»)\]]*(?=\s|$)`,
    String.raw`[.!?](?<=\p{Ll}{2}[.!?])["”’»)\]]*(?=[“‘]?\p{Lu}\p{Ll}+[\s,])(?!(?:${siteEndings})\b)`,
    String.raw`[。！？]+["”’」』）]*`,
  ].join('|'),
  'gu',
);

/** The ends of the sentences of a paragraph, rising, each behind the last character; what stands behind the last end is a sentence, too. */
export function sentenceEnds(paragraph: string): number[] {
  const ends: number[] = [];
  let start = 0;
  for (const ending of paragraph.matchAll(endings)) {
    const end = ending.index + ending[0].length;
    const before = paragraph.slice(start, ending.index);
    if (!endsHere(before, ending[0], paragraph.slice(end))) continue;
    ends.push(end);
    start = end;
  }
  return ends;
}

/** Whether the marks end a sentence, given the text of the sentence so far and what comes after the marks. */
function endsHere(before: string, marks: string, after: string): boolean {
  if (after.trim() === '') return true;
  // ". . ." leaves words out of a sentence.
  if (marks === '.' && (/^\s\.(?!\p{L})/u.test(after) || /\.\s$/.test(before.slice(-2)))) return false;
  const next = after.trimStart();
  if (!/^["“‘'«([]*(?:[\p{Lu}\p{Lo}\p{N}]|\p{Sc}\s?\d)/u.test(next) && !/^[-–—•*]\s/u.test(next))
    return !/^["“‘'«([]*\p{Ll}/u.test(next);
  if (isReportingClause(marks, next) || isInsideQuotation(before, marks, next)) return false;
  if (!marks.startsWith('.') || marks.startsWith('..')) return true;
  return stopEndsHere(before, next);
}

const reporting = new RegExp(String.raw`^(?:\p{Lu}[\p{L}.’'-]*\s){1,4}(?:${cried})\b`, 'u');

/** “Why?” Smith asked. — a name and a verb of saying go on with the sentence of a quoted question or cry. */
function isReportingClause(marks: string, next: string): boolean {
  return /^[!?]["”’'»]/u.test(marks) && reporting.test(next);
}

/** How far the end of an open quotation is looked for, in characters. */
const longestQuotation = 400;

/**
 * They sang “Bread now. We will not wait,” and “No more.” — a quotation that began inside a sentence which goes
 * on behind it is part of that sentence. One with which the sentence ends is cut like other text.
 */
function isInsideQuotation(before: string, marks: string, next: string): boolean {
  if (/["”’»]/u.test(marks)) return false;
  const open = before.lastIndexOf('“');
  if (open <= 0 || before.indexOf('”', open) >= 0 || !/[\p{L}\p{N},:]/u.test(before.slice(0, open))) return false;
  const close = next.slice(0, longestQuotation).indexOf('”');
  if (close <= 0) return false;
  const isListed = /”[,;]?\s*(?:\p{Ll}+\s+)?$/u.test(before.slice(0, open));
  return isListed || /[,;]/.test(next[close - 1] ?? '') || /^\s+[“\p{Ll}]/u.test(next.slice(close + 1));
}

function stopEndsHere(before: string, next: string): boolean {
  const word = lastWord(before);
  const plain = word.toLowerCase();
  if (/^\p{Lu}$/u.test(word)) return false;
  if (/^\d{1,2}$/.test(word) && isOrdinal(before, word, next)) return false;
  if (plain === 'no' && !/^\d/.test(next)) return true;
  if (plain === 'st' && /^\p{Lu}/u.test(word)) return false;
  if (beforeNames.has(plain)) return /^\p{Ll}/u.test(word) && !neverEnd.has(plain) && !/^\d/.test(next);
  if (mayEnd.has(plain) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return beginsSentence(next);
  return true;
}

/** "am 18. Februar", "die 2. Kammer": a day's number or one in a row, as German and its neighbours write it. */
function isOrdinal(before: string, word: string, next: string): boolean {
  const [following = ''] = /^\p{L}+\.?/u.exec(next) ?? [];
  if (isMonthAbroad(following)) return true;
  return beforeOrdinals.has(lastWord(before.slice(0, before.length - word.length).trimEnd()).toLowerCase());
}

const opening = new RegExp(String.raw`^["“‘'«([]*(?:${openers})\b`, 'u');

function beginsSentence(next: string): boolean {
  return opening.test(next) || /^["“‘«]/u.test(next);
}

/** Looked for behind the last white space only: a search for the end from the sentence's start takes far longer. */
function lastWord(before: string): string {
  let start = before.length;
  while (start > 0 && !/\s/u.test(before[start - 1] ?? '')) start -= 1;
  return /[\p{L}\p{N}.’'-]*$/u.exec(before.slice(start))?.[0].replace(/^[.’'-]+/u, '') ?? '';
}
