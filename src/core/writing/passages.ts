import { isRead } from '../language/read-languages.ts';
import type { Line, Receipt } from '../messages/line.ts';
import type { Library } from '../stories/library.ts';
import { longestSentence } from './check/form.ts';

/** A sentence that the language model may rest on: the span of a receipt. */
export interface SourceSentence {
  /** "2a" is what the second line shows, "2b" a sentence of another article that says the same. */
  readonly id: string;
  readonly text: string;
  readonly receipt: Receipt;
}

/** What a line may be written from; the first is the sentence that the line shows. */
export interface Passage {
  readonly line: number;
  readonly sentences: readonly SourceSentence[];
}

const mostSentences = 3;

/** The passages of the lines that can be written: whole English sentences of a length that the check reads. */
export function passagesOf(lines: readonly Line[], library: Library): Passage[] {
  return lines.flatMap((line, index): Passage[] => {
    const sentences = line.receipts.slice(0, mostSentences).flatMap((receipt, place): SourceSentence[] => {
      const text = spanOf(receipt, library);
      const id = `${index + 1}${String.fromCodePoint(97 + place)}`;
      return text === undefined || text.length > longestSentence ? [] : [{ id, text, receipt }];
    });
    return sentences[0]?.text === line.text ? [{ line: index, sentences }] : [];
  });
}

function spanOf({ article, start, end }: Receipt, library: Library): string | undefined {
  const held = library.article(article)?.article;
  return held !== undefined && isRead(held.language) ? held.text.slice(start, end) : undefined;
}
