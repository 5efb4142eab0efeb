import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A document with its names marked, as the shared task of CoNLL 2003 has it. */
export interface MarkedDocument {
  readonly text: string;
  /** `type` is PER, ORG, LOC or MISC. */
  readonly names: readonly { readonly start: number; readonly end: number; readonly type: string }[];
  /** Lines that are no sentence: headlines, datelines, results of games. */
  readonly lines: readonly { readonly start: number; readonly end: number }[];
}

export interface MarkedFile {
  readonly name: string;
  readonly documents: readonly MarkedDocument[];
}

/** Every file of a folder, and of its folders, that begins with -DOCSTART-: a word a line, its tag last. */
export function markedFiles(folder: string): MarkedFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /\.(?:txt|conll)$/.test(name))
    .toSorted()
    .flatMap((name) => {
      const source = readFileSync(join(folder, name), 'utf8');
      return source.startsWith('-DOCSTART-') ? [{ name, documents: documentsOf(source) }] : [];
    });
}

function documentsOf(source: string): MarkedDocument[] {
  return source
    .split(/^-DOCSTART-.*$/m)
    .map((part) => part.split(/\n\s*\n/).flatMap((block) => rowsOf(block)))
    .filter((sentences) => sentences.length > 0)
    .map(toDocument);
}

type Row = readonly [word: string, tag: string];

function rowsOf(block: string): Row[][] {
  const rows = block.split('\n').flatMap((line): Row[] => {
    const columns = line.trim().split(/\s+/);
    return columns.length < 2 ? [] : [[columns[0] ?? '', columns.at(-1) ?? 'O']];
  });
  return rows.length === 0 ? [] : [rows];
}

function toDocument(sentences: readonly Row[][]): MarkedDocument {
  let text = '';
  const names: { start: number; end: number; type: string }[] = [];
  const lines: { start: number; end: number }[] = [];
  for (const rows of sentences) {
    const from = text.length;
    let open: { start: number; end: number; type: string } | undefined;
    let inQuotes = false;
    for (const [index, [word, tag]] of rows.entries()) {
      if (index > 0 && hasSpaceBetween(rows[index - 1]?.[0] ?? '', word, inQuotes)) text += ' ';
      if (word === '"') inQuotes = !inQuotes;
      const [prefix, type] = tag.split('-');
      const start = text.length;
      text += word;
      if (type === undefined) open = undefined;
      else if (prefix === 'I' && open?.type === type) open.end = text.length;
      else names.push((open = { start, end: text.length, type }));
    }
    if (!/[.!?]["')]*$/.test(text) || !/\p{Ll}{2}/u.test(text.slice(from)))
      lines.push({ start: from, end: text.length });
    text += '\n';
  }
  return { text, names, lines };
}

/** Prose sets no space before a comma or a possessive, nor inside brackets and quotation marks. */
function hasSpaceBetween(before: string, word: string, inQuotes: boolean): boolean {
  const closes = /^(?:[.,;:?!)\]%]|'s|'|n't|'re|'ve|'ll|'d|'m|\.\.\.)$/.test(word) || (word === '"' && inQuotes);
  return !closes && !/^[([$]$/.test(before) && !(before === '"' && inQuotes);
}
