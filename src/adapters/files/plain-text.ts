import { UserError } from '../../core/errors/errors.ts';

/** How files that hold no text begin, decoded as windows-1252 or UTF-8, and what they are. */
const signatures = [
  ['%PDF-', 'a PDF'],
  ['PK\u0003\u0004', 'a ZIP archive or an office document'],
  ['‰PNG', 'a picture'],
  ['GIF8', 'a picture'],
  ['ÿØÿ', 'a picture'],
  [String.raw`{\rtf`, 'an RTF document'],
] as const;

/** How much of a text may be control characters. */
const mostControls = 0.01;

/**
 * The text of a file with line feeds alone between its lines, and without what is empty at its end. Nothing else changes.
 * `name` is the file's, for errors. Throws UserError for a file that is empty, without words, or no text.
 */
export function tidyText(text: string, name: string): string {
  const what = signatures.find(([start]) => text.startsWith(start))?.[1] ?? (isBinary(text) ? 'no text' : undefined);
  if (what !== undefined)
    throw new UserError(`${name} is ${what}.`, 'Save the article as plain text, Markdown or HTML and add that.');
  if (text.trim() === '')
    throw new UserError(`${name} is empty.`, 'Check that the article was saved in it, or leave it out.');
  if (!/\p{L}/u.test(text))
    throw new UserError(`${name} holds no words.`, 'Check that the article was saved in it, or leave it out.');
  return text.replaceAll(/\r\n?/g, '\n').trimEnd();
}

/**
 * Joins the lines of hard-wrapped text to paragraphs: where paragraphs stand apart by blank lines and nearly every line in
 * them breaks at 50 to 100 characters. A line feed becomes a space, so that every offset stays. Other text stays as it is.
 */
export function unwrap(text: string): string {
  const lines = text.split('\n');
  const inner = lines.filter((line, index) => !isBlank(line) && !isBlank(lines[index + 1]));
  const wrapped = inner.filter((line) => line.length >= 50 && line.length <= 100);
  const unfinished = inner.filter((line) => !/[.!?:]["'”’»)]*\s*$/.test(line));
  const hasParagraphs = lines.some(isBlank) || inner.length >= 4;
  if (
    !hasParagraphs ||
    inner.length < 2 ||
    wrapped.length < inner.length * 0.7 ||
    unfinished.length < inner.length * 0.6
  )
    return text;
  const width = Math.max(...wrapped.map((line) => line.length));
  return lines.map((line, index) => line + joint(line, lines[index + 1], width)).join('');
}

function joint(line: string, next: string | undefined, width: number): string {
  if (next === undefined) return '';
  if (isBlank(line) || isBlank(next) || /^\s*(?:[-*•–+#>|]|\d+[.)]|```|===)/.test(next) || /^\s*[#|]/.test(line))
    return '\n';
  // A line that ends well before the margin was ended by hand: a heading, a dateline, an item of a list.
  const [firstWord = ''] = next.trimStart().split(/\s/, 1);
  return line.length + 1 + firstWord.length < width * 0.75 ? '\n' : ' ';
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const controls = text.match(/\p{Cc}/gu)?.filter((character) => !/\s/.test(character)) ?? [];
  return controls.length > text.length * mostControls;
}
