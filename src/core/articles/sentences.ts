import type { ArticleId } from '../ids/ids.ts';
import { sentenceEnds } from '../language/cut-sentences.ts';
import { creditAt, datelineLength, tellsThePast } from '../language/en/page-marks.ts';
import { furnitureRule } from '../language/text-kind.ts';
import type { Sentence, TextSpan } from './article.ts';

const longestHeading = 120;

type Kind = Sentence['kind'];
interface Piece extends TextSpan {
  readonly kind: Kind;
}

/**
 * Cuts an article's text into sentences. Every character that is no white space is in exactly one sentence, and
 * `text.slice(start, end)` is the sentence. A line break always ends a sentence: it is a paragraph's border. A dateline and
 * the credit of a picture are pieces of their own, so that no sentence has them glued to it.
 */
export function splitSentences(article: ArticleId, text: string): Sentence[] {
  const sentences: Sentence[] = [];
  paragraphs(text).forEach((paragraph, number) => {
    for (const { start, end, kind } of piecesOf(text, paragraph)) {
      const index = sentences.length;
      sentences.push({ article, index, text: text.slice(start, end), start, end, kind, paragraph: number });
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

function piecesOf(text: string, paragraph: TextSpan): Piece[] {
  const line = text.slice(paragraph.start, paragraph.end);
  const kind = furnitureRule(line)?.gives;
  if (kind === undefined && creditAt(line) === undefined && isHeading(line)) return [{ ...paragraph, kind: 'heading' }];
  if (kind === 'stamp') return [{ ...paragraph, kind }];
  const body = paragraph.start + datelineLength(line);
  const dateline = trimmed(text, { start: paragraph.start, end: body });
  const rest = trimmed(text, { start: body, end: paragraph.end });
  return [
    ...(dateline === undefined ? [] : [{ ...dateline, kind: 'stamp' as const }]),
    ...(rest === undefined ? [] : beforeCredit(text, rest, kind)),
  ];
}

/** A caption has a sentence or two: what stands before them in a line is the article. */
const captionSentences = 2;

/** What stands under a picture says who is on it, and would give the next "he" to the wrong person. */
function beforeCredit(text: string, span: TextSpan, kind: Kind | undefined): Piece[] {
  const credit = creditAt(text.slice(span.start, span.end));
  const spans = cut(text, { start: span.start, end: credit === undefined ? span.end : span.start + credit });
  const whole = wholeLine(kind, span.end - span.start);
  const sentences = spans.map((each, index) => {
    const sentence = text.slice(each.start, each.end);
    if (credit !== undefined && index >= spans.length - captionSentences && !tellsThePast(sentence))
      return { ...each, kind: 'caption' as const };
    return { ...each, kind: whole ?? furnitureRule(sentence)?.gives ?? ('body' as const) };
  });
  const tail = credit === undefined ? undefined : trimmed(text, { start: span.start + credit, end: span.end });
  return tail === undefined ? sentences : [...sentences, { ...tail, kind: 'caption' }];
}

/** More than a caption or a teaser has, in characters: behind one in so long a line stands the article. */
const longestFurniture = 300;

/** A notice, a caption and a teaser are so as lines; other furniture may stand behind news in one line. */
function wholeLine(kind: Kind | undefined, length: number): Kind | undefined {
  if (kind === 'notice') return kind;
  return kind === 'boilerplate' || length > longestFurniture ? undefined : kind;
}

/** A line that is short, ends in no sentence mark and begins like a title. "PARIS, 17 February (Agency) --" is none. */
function isHeading(line: string): boolean {
  if (line.length > longestHeading || /(?:[.!?…:;,"”’'»)\]–—؟۔।،。！？]|--)$/u.test(line)) return false;
  return /^["“‘'«]?[\p{Lu}\p{N}]/u.test(line) || !/\p{Ll}/u.test(line);
}

function cut(text: string, { start, end }: TextSpan): TextSpan[] {
  const spans: TextSpan[] = [];
  let last = start;
  for (const at of [...sentenceEnds(text.slice(start, end)).map((each) => start + each), end]) {
    const span = trimmed(text, { start: last, end: at });
    if (span !== undefined) spans.push(span);
    last = at;
  }
  return spans;
}

function trimmed(text: string, span: TextSpan): TextSpan | undefined {
  let { start, end } = span;
  while (start < end && /\s/u.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end -= 1;
  return start < end ? { start, end } : undefined;
}
