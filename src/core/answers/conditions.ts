import type { TextSpan } from '../articles/article.ts';

const mark =
  /\b(?:only if|only when|only after|only once|if|unless|as long as|so long as|provided(?: that)?|providing|on (?:the )?condition(?: that| of)?|until|once)\b/gi;

/** The clauses of a sentence that set a condition, to the next comma or its end: "unless it has a seat at the table". */
export function conditionSpans(text: string): TextSpan[] {
  return [...text.matchAll(mark)].flatMap((match) => {
    const rest = text.slice(match.index);
    const end = /[,;”"]|[.!?]+["”]?$/.exec(rest)?.index ?? rest.length;
    return rest.slice(0, end).split(' ').length > 2 ? [{ start: match.index, end: match.index + end }] : [];
  });
}
