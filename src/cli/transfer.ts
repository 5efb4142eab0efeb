import { closeSync, createReadStream, existsSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { openDatabase } from '../adapters/postgres/open-database.ts';
import { exportRows, importRows } from '../adapters/postgres/transfer.ts';
import { isoNow } from '../core/clock/clock.ts';
import { UserError } from '../core/errors/errors.ts';
import { databasePlace } from './services.ts';
import type { StartNeeds } from './start.ts';

/** `export-data FILE` writes everything that is stored, but the queue, to a file that only its owner may read. */
export async function exportData({ line, settings, clock, log, io }: StartNeeds): Promise<number> {
  const file = fileOf(line.words, 'export-data');
  if (existsSync(file)) throw new UserError(`${file} is there already.`, 'Name another file, or move that one away.');
  const database = await openDatabase(databasePlace(settings), log);
  const half = `${file}.part`;
  try {
    const out = openHalf(half);
    try {
      io.output(
        summary('exported', await exportRows(database, isoNow(clock), (text) => void writeSync(out, `${text}\n`))),
      );
    } finally {
      closeSync(out);
    }
    // Only a whole export bears the name.
    renameSync(half, file);
    return 0;
  } finally {
    rmSync(half, { force: true });
    await database.close();
  }
}

/** `import-data FILE` takes such a file into a new store. */
export async function importData({ line, settings, log, io }: StartNeeds): Promise<number> {
  const file = fileOf(line.words, 'import-data');
  if (!existsSync(file)) throw new UserError(`There is no file ${file}.`, 'Name one that export-data has written.');
  const database = await openDatabase(databasePlace(settings), log);
  try {
    const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
    io.output(summary('imported', await importRows(database, lines)));
    return 0;
  } finally {
    await database.close();
  }
}

function fileOf(words: readonly string[], verb: string): string {
  const [file, ...rest] = words;
  if (file !== undefined && rest.length === 0) return file;
  throw new UserError(`${verb} takes one file.`, `For example: communique ${verb} communique.jsonl.`);
}

function openHalf(file: string): number {
  try {
    return openSync(file, 'w', 0o600);
  } catch (cause) {
    throw new UserError(`${file} cannot be written.`, 'Name a file in a folder that you may write to.', { cause });
  }
}

function summary(verb: string, counts: ReadonlyMap<string, number>): string {
  const tables = [...counts].filter(([, count]) => count > 0).map(([table, count]) => `${count} ${table}`);
  return `${verb}: ${tables.length === 0 ? 'nothing, the store is empty' : tables.join(', ')}\n`;
}
