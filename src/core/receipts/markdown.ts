import { counted, writtenMark } from '../messages/spans.ts';
import type { ReceiptsFile } from './receipts-file.ts';

/** The receipts as Markdown for people: the lines with numbers, then what each number stands for. Articles' words are escaped. */
export function receiptsMarkdown(file: ReceiptsFile): string {
  const { title, window, lines, leftOut, articles } = file;
  const opinions = new Set(articles.filter(({ opinion }) => opinion).map(({ article }) => article));
  const marked = ({ text, receipts: [first] }: ReceiptsFile['lines'][number]): string =>
    `${escaped(text)}${first !== undefined && opinions.has(first.article) ? ' (opinion)' : ''}`;
  const numbers = new Map<string, number>();
  const numberOf = (receipt: ReceiptsFile['lines'][number]['receipts'][number]): number => {
    const key = `${receipt.article}:${receipt.start}:${receipt.end}`;
    const known = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, known);
    return known;
  };
  const shown = lines.map((line) => {
    const { receipts, written } = line;
    return `- ${written === undefined ? '' : `${writtenMark}${escaped(written.text)} (by ${escaped(written.by)}), from: `}${marked(line)} ${receipts.map((one) => `[${numberOf(one)}]`).join('')}`;
  });
  const about = new Map(articles.map((article) => [article.article, article]));
  const receipts = [...new Map(lines.flatMap((line) => line.receipts).map((receipt) => [numberOf(receipt), receipt]))];
  const sources = receipts.map(([number, { article, publisher, url, sentence, start, end, sha256 }]) => {
    const { title: headline = '', published } = about.get(article) ?? {};
    const when = published === null || published === undefined ? '' : `, ${published.slice(0, 10)}`;
    const where = url === null ? '' : ` <${url.replaceAll(/[<>\s]/g, encodeURIComponent)}>`;
    return `${number}. ${escaped(publisher)}: ${escaped(headline)}${when}${where} — article ${article}, sentence ${sentence + 1}, characters ${start}–${end}, SHA-256 ${sha256}`;
  });
  const left = leftOut.map(({ reason, line }) => `- ${marked(line)} (${reason})`);
  return [
    `# ${escaped(title)}`,
    `${Date.parse(window.from) === 0 ? 'All held up to' : `From ${moment(window.from)} to`} ${moment(window.to)}; ${counted(articles.length, 'article')} read.`,
    ...section('Lines', shown),
    ...section('Receipts', sources),
    ...section('Left out', left),
  ]
    .join('\n\n')
    .concat('\n');
}

/** "2025-02-18 07:30 UTC" */
function moment(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}

function section(heading: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`## ${heading}`, items.join('\n')];
}

function escaped(words: string): string {
  return words.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>#|~@]/g, String.raw`\$&`);
}
