import type { ArticleId } from '../ids/ids.ts';
import { sha256 } from '../ids/ids.ts';
import type { ReceiptsFile } from './receipts-file.ts';

/** How a check of receipts ended; `fault` names the first line that does not hold. */
export type Verdict =
  | { readonly holds: 'yes'; readonly lines: number; readonly receipts: number; readonly articles: number }
  | { readonly holds: 'no'; readonly fault: string };

/**
 * Checks every line of a receipts file against the stored texts: the text of each article is the one that was read, each
 * receipt's span has the hash it says, and each line is the span of its first receipt or whole clauses of it, joined by "…".
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
