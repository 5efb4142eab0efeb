import type { ArticleId } from '../ids/ids.ts';
import { sha256 } from '../ids/ids.ts';
import { faultIn as faultInWording } from '../writing/check/bears-out.ts';
import type { ReceiptsFile } from './receipts-file.ts';

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
  for (const { article, sha256: expected, publisher } of file.articles) {
    const text = await textOf(article);
    if (text === undefined) return fault(`article ${article} (${publisher}) is not held here`);
    if (sha256(text) !== expected)
      return fault(`article ${article} (${publisher}) has another text than when it was read`);
    texts.set(article, text);
  }
  let receipts = 0;
  const lines = [...file.lines, ...file.leftOut.map(({ line }) => line)];
  for (const [index, line] of lines.entries()) {
    const wrong = faultIn(line, texts);
    if (wrong !== undefined) return fault(`line ${index + 1}, “${line.text.slice(0, 120)}”: ${wrong}`);
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

/** The span as it stands, or stretches of it in order, joined by "…". */
function standsIn(shown: string, span: string): boolean {
  let from = 0;
  for (const part of shown === span ? [] : shown.split('…')) {
    const at = span.indexOf(part.trim(), from);
    if (at < 0) return false;
    from = at + part.trim().length;
  }
  return shown !== '';
}

function fault(words: string): Verdict {
  return { holds: 'no', fault: words };
}
