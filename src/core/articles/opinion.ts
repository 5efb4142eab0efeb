import type { ArticleDraft } from './article.ts';

/** Sections of opinion, as publishers of several languages call them. */
const sections =
  /^(?:opinions?|op-?eds?|comment(?:ary|aries|isfree)?|comment is free|editorials?|columns?|columnists?|leaders?|letters?(?: to the editor)?|perspectives?|viewpoints?|voices|guest essays?|meinung(?:en)?|kommentare?|leitartikel|gastbeitrag|opini[oó]n(?:es)?|columnas?|tribunas?|tribunes?|éditos?|éditorial|chroniques?|débats?|idées|opinioni|editoriali|commenti|думка|думки|погляди|мнения|колонки)$/iu;

/** What such an article begins its title with. */
const titled =
  /^(?:opinions?|op-?ed|comment(?:ary)?|editorial|column|guest essay|the guardian view|leader|view|kommentar|leitartikel|opini[oó]n|tribune|édito(?:rial)?|мнение|думка)\s*[:|]|\|\s*(?:opinion|editorial|comment|column)\s*$|^the \p{Lu}[\p{L} ]{2,30} view on\b/iu;

const bylines =
  /\b(?:columnist|editorial board|opinion (?:writer|editor|contributor)|guest (?:writer|contributor|essayist))\b/i;

/** What publishers put under the words of a guest. */
const disclaimer =
  /\b(?:views|opinions) expressed (?:in this (?:article|column|piece)|here|above|by (?:the )?(?:author|contributor)s?)\b|\bthis is an opinion (?:column|piece|article)\b/i;

/** A writer who says "I" so often, and in so many of a hundred words, speaks for himself. */
const fewestFirstPerson = 4;
const leastFirstPersonShare = 0.6;
/** "I" before its verb: the first of a line of kings stands before a comma. */
const firstPerson = /(?<![\p{L}.])I(?:[’'](?:m|ve|d|ll))?(?= \p{Ll})|(?<!\p{L})(?:my|me|myself)(?!\p{L})/gu;

/**
 * Whether an article is opinion rather than reporting, where that can be told: by its section, a part of its address, its
 * title, byline or disclaimer, or by an English text that says "I" again and again outside quotation marks.
 */
export function isOpinion({ section, url, title, byline, text }: ArticleDraft): boolean {
  const named = [...(section ?? '').split(/\s*[,;/|>]\s*/), ...pathOf(url)];
  return (
    named.some((name) => sections.test(name.trim())) ||
    titled.test(title ?? '') ||
    bylines.test(byline ?? '') ||
    disclaimer.test(text) ||
    speaksForHimself(text)
  );
}

function pathOf(url: string | undefined): string[] {
  if (url === undefined || !URL.canParse(url)) return [];
  // The last part is the article's own name, in which any word may stand.
  return new URL(url).pathname.split('/').slice(0, -1);
}

function speaksForHimself(text: string): boolean {
  const lines = text.split('\n');
  // An interview prints its questions; there the "I" is the other's.
  if (lines.filter((line) => line.length < 300 && /\?["”]?\s*$/.test(line)).length >= 3) return false;
  const own = text.replaceAll(/“[^”]*”?|"[^"\n]*"?|‘[^’\n]{20,}’(?!\p{L})/gu, ' ');
  const words = own.match(/[\p{L}’']+/gu)?.length ?? 0;
  const first = own.match(firstPerson)?.length ?? 0;
  return first >= fewestFirstPerson && (first * 100) / Math.max(1, words) >= leastFirstPersonShare;
}
