/** Where one clause ends and the next begins, as far as marks and conjunctions tell. */
const border =
  /[;:“”"()]|[,–—](?=\s)|\b(?:that|but|while|because|although|though|after|before|when|where|which|who|as|and (?=(?:he|she|it|they|the|\p{Lu})\b))\b/gu;

/** The clauses of a sentence, as places in it. */
export function clausesOf(text: string): { readonly start: number; readonly end: number }[] {
  const clauses: { start: number; end: number }[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(border)) {
    if (/\p{L}/u.test(text.slice(start, index))) clauses.push({ start, end: index });
    start = mark.length === 1 ? index + 1 : index;
  }
  if (/\p{L}/u.test(text.slice(start))) clauses.push({ start, end: text.length });
  return clauses;
}
