import type { Paragraph } from './html-text.ts';

/** A paragraph of this length that ends like a sentence is the article's. Characters. */
const leastSentence = 80;
/** A line that is no sentence and no longer than this is a label (a byline, a time, a rubric): before the text, after it. Characters. */
const longestLabel = { before: 80, after: 160 } as const;
/** A byline or a time stands within so many paragraphs of the beginning, even after a sentence that sums the article up. */
const openingParagraphs = 4;
/** A paragraph that is one link and no longer than this names another article. Characters. */
const longestPointer = 160;

/**
 * Takes off what readers of pages leave around an article's text: the labels before its first sentence (byline, time, rubric),
 * the headings, labels and lists of links after its last, a word on its author at the very end, and links to other articles.
 */
export function trimParagraphs(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const kept = paragraphs.filter((paragraph) => paragraph.tag !== 'H1' && !isPointer(paragraph));
  const first = kept.findIndex(isSentence);
  if (first === -1) return kept;
  const last = lastOfArticle(kept);
  return kept.filter((paragraph, index) => {
    if (index < first)
      return isHeading(paragraph) || paragraph.tag === 'LI' || !isLabel(paragraph, longestLabel.before);
    if (index > last)
      return !isHeading(paragraph) && !isLabel(paragraph, longestLabel.after) && !isNoteOnAuthor(paragraph);
    return index >= openingParagraphs || !isByline(paragraph);
  });
}

/** The last paragraph that is a sentence of the article; a note on its author is none. */
function lastOfArticle(paragraphs: readonly Paragraph[]): number {
  return paragraphs.findLastIndex((paragraph) => isSentence(paragraph) && !isNoteOnAuthor(paragraph));
}

function isSentence({ text, linked }: Paragraph): boolean {
  return text.length >= leastSentence && linked < 0.5 && endsLikeSentence(text);
}

function endsLikeSentence(text: string): boolean {
  return /[.!?…:;。！？؟।][\s"'”’»)\]]*$/u.test(text);
}

function isHeading({ tag }: Paragraph): boolean {
  return /^H[1-6]$/.test(tag);
}

function isLabel({ text, tag, linked }: Paragraph, longest: number): boolean {
  if (tag === 'LI' || tag === 'TD' || tag === 'TH') return linked > 0.9;
  return text.length < longest && !endsLikeSentence(text);
}

/** Who wrote it, or when: "By Ada Bruun", "Updated 3 May 2025, 10:15", "2/26/2015 7:11 AM PST". */
function isByline({ text }: Paragraph): boolean {
  if (text.length >= longestLabel.before || endsLikeSentence(text.replace(/\.m\.$/i, ''))) return false;
  return (
    /^(?:by|published|updated|last updated|posted)\b/i.test(text) ||
    /\b(?:19|20)\d\d\b/.test(text) ||
    /\d:\d\d/.test(text)
  );
}

function isPointer({ text, tag, linked }: Paragraph): boolean {
  return linked > 0.95 && text.length < longestPointer && !/^(?:LI|T[DH]|H[1-6]|D[DT])$/.test(tag);
}

/** "Ada Bruun is a reporter who covers harbours." */
function isNoteOnAuthor({ text }: Paragraph): boolean {
  return (
    text.length < 600 &&
    /^(?:\p{Lu}[\p{L}.'’-]* ){1,5}(?:is|was|has|covers|writes|reports)\b/u.test(text) &&
    /\b(?:authors?|writer|reporter|editor|journalist|correspondent|columnist|freelance|bureau chief|covers|covering|writes (?:about|on|for)|reports (?:on|from))\b/i.test(
      text,
    )
  );
}
