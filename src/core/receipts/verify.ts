import type { ArticleId } from '../ids/ids.ts';
import { sha256 } from '../ids/ids.ts';
import { faultIn as faultInWording } from '../writing/check/bears-out.ts';
import { linesIn, type ReceiptsFile } from './receipts-file.ts';

/** How a check of receipts ended; `fault` names the first line that does not hold. */
export type Verdict =
  | { readonly holds: 'yes'; readonly lines: number; readonly receipts: number; readonly articles: number }
  | { readonly holds: 'no'; readonly fault: string };

/**
 * Checks every line of a receipts file against the stored texts: the text of each article is the one that was read, each
 * receipt's span has the hash it says, each line is the span of its first receipt or whole clauses of it, joined by "…", and
 * what a language model wrote for a line says nothing but what each span it rests on says.
 */
export async function verifyReceipts(
  file: ReceiptsFile,
  textOf: (article: ArticleId) => Promise<string | undefined>,
): Promise<Verdict> {
  const texts = new Map<ArticleId, string>();
  const lines = linesIn(file);
  const first = (article: ArticleId): string => {
    const at = lines.findIndex(({ receipts }) => receipts.some((receipt) => receipt.article === article));
    return at < 0 ? '' : `${nameOf(lines, at)}: `;
  };
  for (const { article, sha256: expected, publisher } of file.articles) {
    const text = await textOf(article);
    if (text === undefined) return fault(`${first(article)}article ${article} (${publisher}) is not held here`);
    if (sha256(text) !== expected)
      return fault(`${first(article)}article ${article} (${publisher}) has another text than when it was read`);
    texts.set(article, text);
  }
  let receipts = 0;
  for (const [index, line] of lines.entries()) {
    const wrong = faultIn(line, texts);
    if (wrong !== undefined) return fault(`${nameOf(lines, index)}: ${wrong}`);
    receipts += line.receipts.length;
  }
  return { holds: 'yes', lines: lines.length, receipts, articles: file.articles.length };
}

function faultIn(line: ReceiptsFile['lines'][number], texts: ReadonlyMap<ArticleId, string>): string | undefined {
  for (const [index, { article, start, end, sha256: expected, publisher }] of line.receipts.entries()) {
    const text = texts.get(article);
    if (text === undefined) return `its article ${article} (${publisher}) is not listed`;
    const span = text.slice(start, end);
    if (sha256(span) !== expected)
      return `characters ${start} to ${end} of article ${article} (${publisher}) are not what was cited`;
    if (index === 0 && !standsIn(line.text, span))
      return `these are not the words of article ${article} (${publisher})`;
  }
  return line.written === undefined ? undefined : faultInWritten(line.written, line, texts);
}

function faultInWritten(
  { text, restsOn }: NonNullable<ReceiptsFile['lines'][number]['written']>,
  { receipts }: ReceiptsFile['lines'][number],
  texts: ReadonlyMap<ArticleId, string>,
): string | undefined {
  for (const { article, start, end, publisher } of restsOn) {
    const listed = receipts.some((one) => one.article === article && one.start === start && one.end === end);
    const span = texts.get(article)?.slice(start, end);
    if (!listed || span === undefined) return `“${text.slice(0, 120)}” rests on a sentence that the line does not cite`;
    const wrong = faultInWording(text, span);
    if (wrong !== undefined)
      return `“${text.slice(0, 120)}” is not what article ${article} (${publisher}) says there (${wrong.kind}: ${wrong.words})`;
  }
  return undefined;
}

function nameOf(lines: ReceiptsFile['lines'], index: number): string {
  return `line ${index + 1}, “${lines[index]?.text.slice(0, 120) ?? ''}”`;
}

/** The span as it stands, or stretches of whole words of it in order, joined by "…". */
function standsIn(shown: string, span: string): boolean {
  if (shown === span) return shown !== '';
  const parts = shown.split('…').map((part) => part.trim());
  if (parts.every((part) => part === '')) return false;
  let from = 0;
  for (const part of parts) {
    const at = span.indexOf(part, from);
    if (at < 0 || cutsWord(span, at) || cutsWord(span, at + part.length)) return false;
    from = at + part.length;
  }
  return true;
}

function cutsWord(text: string, at: number): boolean {
  return at > 0 && /^[\p{L}\p{N}]{2}/u.test(text.slice(at - 1, at + 1));
}

function fault(words: string): Verdict {
  return { holds: 'no', fault: words };
}
