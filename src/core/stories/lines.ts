import type { Sentence, TextSpan } from '../articles/article.ts';
import { sha256 } from '../ids/ids.ts';
import type { Line, Receipt } from '../messages/line.ts';
import type { HeldArticle } from './library.ts';

/** The receipt of a stretch of a held article. `sentence` is the index of the sentence that holds the stretch. */
export function receiptFor(held: HeldArticle, sentence: number, span: TextSpan): Receipt {
  const { article } = held;
  return {
    article: article.id,
    publisher: article.publisher,
    url: article.url ?? null,
    sentence,
    start: span.start,
    end: span.end,
    sha256: sha256(article.text.slice(span.start, span.end)),
  };
}

/** A line that shows a stretch of a held article as it stands; `others` are places in other articles that say the same. */
export function lineFor(
  held: HeldArticle,
  place: TextSpan & { readonly sentence: number },
  others: readonly { readonly held: HeldArticle; readonly sentence: Sentence }[] = [],
): Line {
  const origins = new Set([held.origin, ...others.map((other) => other.held.origin)]);
  return {
    text: held.article.text.slice(place.start, place.end),
    receipts: [
      receiptFor(held, place.sentence, place),
      ...others.map((other) => receiptFor(other.held, other.sentence.index, other.sentence)),
    ],
    origins: origins.size,
  };
}

/** A line that shows a whole sentence of a held article. */
export function sentenceLine(
  held: HeldArticle,
  sentence: Sentence,
  others: readonly { readonly held: HeldArticle; readonly sentence: Sentence }[] = [],
): Line {
  return lineFor(held, { sentence: sentence.index, start: sentence.start, end: sentence.end }, others);
}
