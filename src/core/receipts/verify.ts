import type { Article } from '../articles/article.ts';
import { splitSentences } from '../articles/sentences.ts';
import { textFactsRules } from '../articles/text-facts.ts';
import { relate } from '../events/relate.ts';
import type { ArticleId } from '../ids/ids.ts';
import { sha256 } from '../ids/ids.ts';
import { faultIn as faultInWording } from '../writing/check/bears-out.ts';
import { linesIn, type ReceiptsFile } from './receipts-file.ts';
import { isWholeClauses } from './whole-clauses.ts';

/** How a check of receipts ended; `fault` names the first line that does not hold. */
export type Verdict =
  | { readonly holds: 'yes'; readonly lines: number; readonly receipts: number; readonly articles: number }
  | { readonly holds: 'no'; readonly fault: string };

/** What an article was when it was taken in, as far as a receipts file tells it. */
export type ArticleRead = Pick<Article, 'text' | 'title' | 'publisher' | 'url' | 'published'>;

/**
 * Checks every line of a receipts file against the stored articles, in order: each article has the text, the publisher and the
 * address that it is said to have, each receipt's span has the hash it says and stands in the sentence it names, each line is
 * the span of its first receipt or whole clauses of it, parted by "…", and what a language model wrote for a line says nothing
 * but what each span it rests on says.
 */
export async function verifyReceipts(
  file: ReceiptsFile,
  articleOf: (article: ArticleId) => Promise<ArticleRead | undefined>,
): Promise<Verdict> {
  const read = new Map<ArticleId, ArticleRead>();
  for (const { article } of file.articles) {
    const found = await articleOf(article);
    if (found !== undefined) read.set(article, found);
  }
  const lines = linesIn(file);
  let receipts = 0;
  for (const [index, line] of lines.entries()) {
    const wrong = faultIn(line, file, read);
    if (wrong !== undefined) return fault(`${nameOf(lines, index)}: ${wrong}`);
    receipts += line.receipts.length;
  }
  for (const listed of file.articles) {
    const wrong = faultInArticle(listed, read.get(listed.article));
    if (wrong !== undefined) return fault(wrong);
  }
  return { holds: 'yes', lines: lines.length, receipts, articles: file.articles.length };
}

type Listed = ReceiptsFile['articles'][number];
type ShownLine = ReceiptsFile['lines'][number];

function faultInArticle(listed: Listed, read: ArticleRead | undefined): string | undefined {
  const name = `article ${listed.article} (${listed.publisher})`;
  if (read === undefined) return `${name} is not held here`;
  if (sha256(read.text) !== listed.sha256) return `${name} has another text than when it was read`;
  if (read.publisher !== listed.publisher)
    return `article ${listed.article} is by ${read.publisher}, not by ${listed.publisher}`;
  if ((read.url ?? null) !== listed.url) return `${name} does not stand at ${listed.url ?? 'no address'}`;
  if (read.title !== listed.title) return `${name} has another title than is listed`;
  return (read.published ?? null) === listed.published ? undefined : `${name} was not published when the list says`;
}

function faultIn(line: ShownLine, file: ReceiptsFile, read: ReadonlyMap<ArticleId, ArticleRead>): string | undefined {
  for (const [index, receipt] of line.receipts.entries()) {
    const { article, publisher } = receipt;
    const listed = file.articles.find((one) => one.article === article);
    if (listed === undefined) return `its article ${article} (${publisher}) is not listed`;
    const held = read.get(article);
    const wrong = faultInArticle(listed, held) ?? (held && faultInReceipt(receipt, held, file.rules));
    if (wrong !== undefined) return wrong;
    if (index === 0 && !isWholeClauses(line.text, held?.text.slice(receipt.start, receipt.end) ?? ''))
      return `these are not the words of article ${article} (${publisher})`;
  }
  const against = contradictedIn(line, read);
  if (against !== undefined) return against;
  const articles = new Set(line.receipts.map(({ article }) => article)).size;
  if (line.origins < 1 || line.origins > articles) return `${articles} articles cannot have ${line.origins} origins`;
  return line.written === undefined ? undefined : faultInWritten(line.written, line, read);
}

/** The receipts of a line stand for what it says: none may contradict the first. */
function contradictedIn({ receipts }: ShownLine, read: ReadonlyMap<ArticleId, ArticleRead>): string | undefined {
  const spanOf = ({ article, start, end }: ShownLine['receipts'][number]): string =>
    read.get(article)?.text.slice(start, end) ?? '';
  const [first, ...others] = receipts;
  if (first === undefined) return undefined;
  for (const other of others) {
    const { kind, because } = relate({ text: spanOf(first) }, { text: spanOf(other) });
    if (kind === 'contradicts')
      return `article ${other.article} (${other.publisher}) contradicts article ${first.article} (${first.publisher}) there (${because.join('; ')})`;
  }
  return undefined;
}

function faultInReceipt(
  { article, publisher, url, sentence, start, end, sha256: expected }: ShownLine['receipts'][number],
  held: ArticleRead,
  rules: ReceiptsFile['rules'],
): string | undefined {
  if (publisher !== held.publisher || url !== (held.url ?? null))
    return `article ${article} is by ${held.publisher}${held.url === undefined ? '' : ` at ${held.url}`}, not what was cited`;
  if (sha256(held.text.slice(start, end)) !== expected)
    return `characters ${start} to ${end} of article ${article} (${publisher}) are not what was cited`;
  // Other rules may count sentences in another way; the span and its hash tell what was cited all the same.
  if (rules.sentences !== textFactsRules) return undefined;
  const named = splitSentences(article, held.text)[sentence];
  return named !== undefined && named.start <= start && start < named.end
    ? undefined
    : `characters ${start} to ${end} of article ${article} (${publisher}) are not in its sentence ${sentence}`;
}

function faultInWritten(
  { text, restsOn }: NonNullable<ReceiptsFile['lines'][number]['written']>,
  { receipts }: ReceiptsFile['lines'][number],
  read: ReadonlyMap<ArticleId, ArticleRead>,
): string | undefined {
  for (const { article, start, end, publisher } of restsOn) {
    const listed = receipts.some((one) => one.article === article && one.start === start && one.end === end);
    const span = read.get(article)?.text.slice(start, end);
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

function fault(words: string): Verdict {
  return { holds: 'no', fault: words };
}
