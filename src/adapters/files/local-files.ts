import type { Dirent, Stats } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { UserError } from '../../core/errors/errors.ts';
import { isTextExtension } from './document-kind.ts';

const fileLimits = {
  /** Of one file, or of standard input. */
  bytes: 5_000_000,
  /** Of one folder with all that is in it. */
  files: 1_000,
} as const;

/**
 * The files that a path names: itself, or what its folder holds, with the folders in it, by name. Of a folder, hidden files
 * and files that hold no articles by their extension are passed over, and no folder is entered twice.
 * Throws UserError for a path that does not exist or cannot be read, and for a folder with nothing to read.
 */
export async function findFiles(path: string): Promise<string[]> {
  const entry = await statOf(path);
  if (!entry.isDirectory()) return [path];
  const files = await filesUnder(path, new Set());
  if (files.length === 0) {
    throw new UserError(
      `The folder ${path} holds no article.`,
      'Articles are files that end in .txt, .md, .html, .xml, .rss, .atom or .json.',
    );
  }
  if (files.length > fileLimits.files) {
    throw new UserError(`The folder ${path} holds more than ${fileLimits.files} files.`, 'Add its folders one by one.');
  }
  return files;
}

/** Reads a file's bytes. Throws UserError for what is no plain file, cannot be read, or is larger than `fileLimits.bytes`. */
export async function readBytes(path: string): Promise<Uint8Array> {
  const entry = await statOf(path);
  if (!entry.isFile()) throw new UserError(`${path} is no file.`, 'Name a file or a folder of files.');
  if (entry.size > fileLimits.bytes) throw tooLarge(path);
  return readable(path, () => readFile(path));
}

/** Reads a stream's bytes to its end. Throws UserError when there are more than `fileLimits.bytes`. */
export async function readStream(stream: AsyncIterable<Uint8Array | string>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    length += bytes.byteLength;
    if (length > fileLimits.bytes) throw tooLarge(name);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

async function filesUnder(folder: string, entered: Set<string>): Promise<string[]> {
  const place = await readable(folder, () => realpath(folder));
  if (entered.has(place)) return [];
  entered.add(place);
  const files: string[] = [];
  const entries = await readable(folder, () => readdir(folder, { withFileTypes: true }));
  for (const entry of entries.toSorted((left, right) => (left.name < right.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (await isFolder(entry, path)) files.push(...(await filesUnder(path, entered)));
    else if (isTextExtension(extname(path))) files.push(path);
    if (files.length > fileLimits.files) break;
  }
  return files;
}

async function isFolder(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // A link that leads nowhere: it is told of when it is read, if it looks like an article at all.
    return false;
  }
}

function statOf(path: string): Promise<Stats> {
  return readable(path, () => stat(path));
}

async function readable<Result>(path: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT')
      throw new UserError(`${path} does not exist.`, 'Check the name and the folder you are in.', { cause });
    throw new UserError(
      `${path} cannot be read (${String(code ?? cause)}).`,
      'Check that it is there and that you may read it.',
      { cause },
    );
  }
}

function tooLarge(name: string): UserError {
  return new UserError(
    `${name} has more than ${fileLimits.bytes / 1_000_000} MB.`,
    'Give one article a file, as text.',
  );
}
