import { splitSentences } from '../../articles/sentences.ts';
import { articleId } from '../../ids/ids.ts';
import type { Fault } from './fault.ts';

/** A written sentence has at most so many characters, and at most so many more than its source. */
export const longestSentence = 600;
const mostLonger = 20;

/** What could be a mention, a link, markup of any platform, or hide or reorder text. None of it is ever written. */
const unwanted =
  /[@#<>[\]{}*_~`|\\^=]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|[^\S ]|:\/\/|\bwww\.|\bmailto:|[\p{L}\p{N}]\.\p{Ll}{2,}|:\w+:/u;

/** Whether a written text is one plain sentence of the source's kind and no longer; undefined when it is. */
export function faultOfForm(written: string, source: string): Fault | undefined {
  const fault = (words: string): Fault => ({ kind: 'form', words });
  if (written.trim() !== written || written === '') return fault('no plain sentence');
  if (written.length > longestSentence || written.length > source.length + mostLonger) return fault('too long');
  if (written.normalize('NFC') !== written) return fault('letters that are not composed');
  const mark = unwanted.exec(written)?.[0];
  if (mark !== undefined) return fault(mark);
  const sentences = splitSentences(articleId('', written), written);
  if (sentences.length !== 1) return fault(`${sentences.length} sentences`);
  if (endOf(written) !== endOf(source)) return fault('another end');
  const added = bordersOf(written).find((border) => !bordersOf(source).includes(border));
  if (added !== undefined) return fault(added);
  return isOdd(written) ? { kind: 'quotation', words: 'a quotation that does not end' } : undefined;
}

/** A question stays a question. */
function endOf(text: string): string {
  return /([.!?])[”"’')]*$/u.exec(text.trim())?.[1] ?? '.';
}

/** Marks between clauses that say more than a comma does. */
function bordersOf(text: string): readonly string[] {
  return text.match(/[;:–—()…]/gu) ?? [];
}

function isOdd(text: string): boolean {
  const count = (mark: string): number => text.split(mark).length - 1;
  return count('“') !== count('”') || count('"') % 2 === 1;
}
