import type { Sentence, TextSpan } from '../articles/article.ts';
import { sha256 } from '../ids/ids.ts';
import type { Line, Receipt } from '../messages/line.ts';
import type { HeldArticle } from './library.ts';

/** A stretch of a held article, with the index of the sentence that holds it. */
export interface HeldPlace {
  readonly held: HeldArticle;
  readonly place: TextSpan & { readonly sentence: number };
}

/** A sentence with the held article that it stands in. */
export interface SentenceAt {
  readonly held: HeldArticle;
  readonly sentence: Sentence;
}

/** A line that shows a stretch of a held article as it stands; `others` are places in other articles that say the same. */
export function lineAt(shown: HeldPlace, others: readonly HeldPlace[] = []): Line {
  return {
    text: shown.held.article.text.slice(shown.place.start, shown.place.end),
    receipts: [receiptFor(shown), ...others.map(receiptFor)],
    origins: new Set([shown, ...others].map(({ held }) => held.origin)).size,
  };
}

/** `lineAt` for others that are whole sentences. */
export function lineFor(held: HeldArticle, place: HeldPlace['place'], others: readonly SentenceAt[] = []): Line {
  return lineAt(
    { held, place },
    others.map((other) => ({ held: other.held, place: placeOf(other.sentence) })),
  );
}

/** A line that shows a whole sentence of a held article. */
export function sentenceLine(held: HeldArticle, sentence: Sentence, others: readonly SentenceAt[] = []): Line {
  return lineFor(held, placeOf(sentence), others);
}

/** The receipt of a stretch of a held article. */
export function receiptFor({ held, place }: HeldPlace): Receipt {
  const { article } = held;
  return {
    article: article.id,
    publisher: article.publisher,
    url: article.url ?? null,
    sentence: place.sentence,
    start: place.start,
    end: place.end,
    sha256: sha256(article.text.slice(place.start, place.end)),
  };
}

function placeOf(sentence: Sentence): HeldPlace['place'] {
  return { sentence: sentence.index, start: sentence.start, end: sentence.end };
}
