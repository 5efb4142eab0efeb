import type { ArticleId } from '../ids/ids.ts';
import { beforeNames, mayEnd } from './abbreviations.ts';
import type { Sentence, TextSpan } from './article.ts';

const longestHeading = 120;

/**
 * Cuts an article's text into sentences. Every character that is no white space is in exactly one sentence, and
 * `text.slice(start, end)` is the sentence. A line break always ends a sentence: it is a paragraph's border.
 */
export function splitSentences(article: ArticleId, text: string): Sentence[] {
  const sentences: Sentence[] = [];
  paragraphs(text).forEach((paragraph, number) => {
    const kind = kindOf(text.slice(paragraph.start, paragraph.end));
    const spans = kind === 'heading' ? [paragraph] : cut(text, paragraph);
    for (const span of spans) {
      const index = sentences.length;
      sentences.push({ article, index, text: text.slice(span.start, span.end), ...span, kind, paragraph: number });
    }
  });
  return sentences;
}

function paragraphs(text: string): TextSpan[] {
  const spans: TextSpan[] = [];
  for (const line of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    const span = trimmed(text, { start: line.index, end: line.index + line[0].length });
    if (span !== undefined) spans.push(span);
  }
  return spans;
}

function kindOf(line: string): Sentence['kind'] {
  if (isHeading(line)) return 'heading';
  return isNotice(line) || isCredit(line) ? 'notice' : 'body';
}

/** What stands under a picture says who is on it, and would give the next "he" to the wrong person. */
const agencies =
  '(?:Getty(?: Images)?|AFP|AP|Reuters|REUTERS|EPA(?:-EFE)?|Shutterstock|Alamy|PA|Pool|Bloomberg|Anadolu|TASS|dpa|DPA)';
const credit = new RegExp(
  [
    String.raw`©|\b${agencies}(?: Images)?/|/${agencies}\b`,
    String.raw`\((?:AP|AFP|EPA|Reuters|REUTERS|Getty)(?: Photo)?(?:/[^)]*)?\)\W*$`,
    String.raw`^\W*(?:Photo(?:graph)?|Picture|Image)(?: (?:by|credit|courtesy))?:|\b(?:Photo(?:graph)?|Image|Picture)(?:: | by \p{Lu}| credit)`,
  ].join('|'),
  'u',
);

const work = '(?:article|story|report|piece|headline|post|version|page|item|dispatch)';
/** "Correction: An earlier version of this article said …", "This article was amended on 18 February to …". */
const notice = new RegExp(
  [
    String.raw`^\W*(?:corrections?(?: and clarifications?)?|clarification|editor['’]?s['’]? note)\s*(?:[:–—(]|-\s)`,
    String.raw`\b(?:earlier|previous|original) (?:version|headline)s? (?:of|on|to) (?:this|the) ${work}\b`,
    String.raw`\bthis ${work} (?:was|has been|is being) (?:\w+ )?(?:amended|corrected|updated|clarified|edited|changed|revised)\b`,
  ].join('|'),
  'iu',
);

/** What every notice and every credit holds; to look for that first takes a tenth of the time. */
const mayBeNotice = new RegExp(
  String.raw`^\W*(?:correction|clarification|editor)|(?:version|headline)s? (?:of|on|to) |this ${work} `,
);
const mayBeCredit = /[©/(]|Photo|Picture|Image/;

function isNotice(line: string): boolean {
  return mayBeNotice.test(line.toLowerCase()) && notice.test(line);
}

function isCredit(line: string): boolean {
  return mayBeCredit.test(line) && credit.test(line);
}

/** A line that is short, ends in no sentence mark and begins like a title. "PARIS, 17 February (Agency) --" is none. */
function isHeading(line: string): boolean {
  if (line.length > longestHeading || /(?:[.!?…:;,"”’'»)\]–—؟۔।،。！？]|--)$/u.test(line)) return false;
  return /^["“‘'«]?[\p{Lu}\p{N}]/u.test(line) || !/\p{Ll}/u.test(line);
}

/**
 * A run of marks that can end a sentence, with the closing quotes and brackets that belong to it, before white space; those
 * of Arabic, Urdu and Hindi too, and of Chinese and Japanese, which have no space after them.
 */
const endings = /(?:[.!?؟۔।]+|…+)["”’'»)\]]*(?=\s|$)|[。！？]+["”’」』）]*/gu;

function cut(text: string, paragraph: TextSpan): TextSpan[] {
  const spans: TextSpan[] = [];
  const content = text.slice(paragraph.start, paragraph.end);
  let start = 0;
  for (const ending of content.matchAll(endings)) {
    const end = ending.index + ending[0].length;
    if (!endsHere(content.slice(start, ending.index), ending[0], content.slice(end))) continue;
    const span = trimmed(text, { start: paragraph.start + start, end: paragraph.start + end });
    if (span !== undefined) spans.push(span);
    start = end;
  }
  const rest = trimmed(text, { start: paragraph.start + start, end: paragraph.end });
  if (rest !== undefined) spans.push(rest);
  return spans;
}

/** Whether the marks end a sentence, given the text of the sentence so far and what comes after the marks. */
function endsHere(before: string, marks: string, after: string): boolean {
  if (after.trim() === '') return true;
  // ". . ." leaves words out of a sentence.
  if (marks === '.' && (/^\s\.(?!\p{L})/u.test(after) || /\.\s$/.test(before.slice(-2)))) return false;
  const next = after.trimStart();
  if (!/^["“‘'«([]*[\p{Lu}\p{Lo}\p{N}]/u.test(next) && !/^[-–—•*]\s/u.test(next))
    return !/^["“‘'«([]*\p{Ll}/u.test(next);
  if (isReportingClause(marks, next)) return false;
  if (!marks.startsWith('.') || marks.startsWith('..')) return true;
  return stopEndsHere(lastWord(before), next);
}

/** “Why?” Smith asked. — a name and a verb of saying go on with the sentence of a quoted question or cry. */
function isReportingClause(marks: string, next: string): boolean {
  if (!/^[!?]["”’'»]/u.test(marks)) return false;
  return /^(?:\p{Lu}[\p{L}.’'-]*\s){1,3}(?:said|says|asked|asks|told|wrote|added|replied|shouted|cried)\b/u.test(next);
}

function stopEndsHere(word: string, next: string): boolean {
  const plain = word.toLowerCase();
  if (/^\p{Lu}$/u.test(word)) return false;
  if (plain === 'no' && !/^\d/.test(next)) return true;
  if (plain === 'st' && /^\p{Lu}/u.test(word)) return false;
  if (beforeNames.has(plain)) return /^\p{Ll}/u.test(word) && !titleLike.has(plain) && !/^\d/.test(next);
  if (mayEnd.has(plain) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return beginsSentence(next);
  return true;
}

/** Abbreviations that never end a sentence even in lower case. */
const titleLike: ReadonlySet<string> = new Set([
  'vs',
  'v',
  'e.g',
  'i.e',
  'cf',
  'no',
  'nos',
  'pp',
  'fig',
  'ca',
  'approx',
  'al',
]);

/** Words that begin sentences far more often than they go on after "U.S." or "Inc.". */
const openers =
  /^["“‘'«([]*(?:The|A|An|In|On|At|But|And|He|She|It|They|We|I|His|Her|Their|Its|This|That|These|Those|There|If|When|While|After|Before|As|For|Since|Some|Many|Most|Both|No|Not|Now|Then|However|Meanwhile|Also|With|By|From|To|Who|What|Why|How|Yet|So|Still|Last|Earlier|Later|According|Despite|Although|Because|Under|Mr|Mrs|Ms|Dr)\b/u;

function beginsSentence(next: string): boolean {
  return openers.test(next) || /^["“‘«]/u.test(next);
}

/** Looked for behind the last white space only: a search for the end from the sentence's start takes far longer. */
function lastWord(before: string): string {
  let start = before.length;
  while (start > 0 && !/\s/u.test(before[start - 1] ?? '')) start -= 1;
  return /[\p{L}\p{N}.’'-]*$/u.exec(before.slice(start))?.[0].replace(/^[.’'-]+/u, '') ?? '';
}

function trimmed(text: string, span: TextSpan): TextSpan | undefined {
  let { start, end } = span;
  while (start < end && /\s/u.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end -= 1;
  return start < end ? { start, end } : undefined;
}
