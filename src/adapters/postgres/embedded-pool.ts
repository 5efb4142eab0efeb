import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { UserError } from '../../core/errors/errors.ts';
import type { Log } from '../../core/log/log.ts';
import { lockFolder } from './data-folder.ts';
import { pglitePool } from './pglite-pool.ts';
import type { SqlPool } from './sql-pool.ts';

/** Where an embedded store is: files in a folder, or memory that ends with the process (for tests). */
export type EmbeddedPlace =
  | { readonly kind: 'folder'; readonly folder: string; readonly template: string }
  | { readonly kind: 'memory'; readonly template: string };

/**
 * Opens an embedded store. `template` is a file that keeps a newly made store: making one takes some four seconds and
 * 800 MB, a copy one second and half of that. Throws UserError when the folder is in use or its store cannot be opened.
 */
export async function embeddedPool(place: EmbeddedPlace, searchPath: readonly string[], log: Log): Promise<SqlPool> {
  const unlock = place.kind === 'folder' ? lockFolder(place.folder) : (): void => undefined;
  try {
    const db =
      place.kind === 'folder'
        ? await openFolder(place.folder, place.template, log)
        : await newStore({}, place.template, log);
    // There is one session, so at most one sort: in memory, where ten thousand articles' rows would else go by way of a file.
    await db.exec(`SET search_path TO ${searchPath.join(', ')}; SET timezone TO 'UTC'; SET work_mem TO '64MB'`);
    return pglitePool(db, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

/** A store is made under another name and then renamed, so that one whose making was cut short is never opened. */
async function openFolder(folder: string, template: string, log: Log): Promise<PGlite> {
  const dataDir = join(folder, 'store');
  if (!existsSync(dataDir)) {
    const half = join(folder, 'store.half-made');
    await rm(half, { recursive: true, force: true });
    const made = await newStore({ dataDir: half }, template, log);
    await made.close();
    await rename(half, dataDir);
  }
  try {
    return await PGlite.create({ dataDir });
  } catch (cause) {
    const mend =
      'It was made by another version of Communiqué or is damaged: move it away, or name another folder with --data.';
    throw new UserError(`The store in ${dataDir} cannot be opened.`, mend, { cause });
  }
}

async function newStore(where: { readonly dataDir?: string }, template: string, log: Log): Promise<PGlite> {
  const copied = await fromTemplate(where, template, log);
  if (copied !== undefined) return copied;
  log.info({}, 'making the embedded store; this takes some seconds, once');
  const db = await PGlite.create(where);
  await keepTemplate(db, template, log);
  return db;
}

/** A template of another version of PGlite does not open: it is thrown away. */
async function fromTemplate(
  where: { readonly dataDir?: string },
  template: string,
  log: Log,
): Promise<PGlite | undefined> {
  if (!existsSync(template)) return undefined;
  try {
    return await PGlite.create({ ...where, loadDataDir: new Blob([await readFile(template)]) });
  } catch (error) {
    log.debug({ err: error }, 'the template of the store does not open; making another');
    await rm(template, { force: true });
    if (where.dataDir !== undefined) await rm(where.dataDir, { recursive: true, force: true });
    return undefined;
  }
}

/** A template is a convenience: where it cannot be written, the next new store takes its seconds again. */
async function keepTemplate(db: PGlite, file: string, log: Log): Promise<void> {
  try {
    const dump = await db.dumpDataDir('gzip');
    await mkdir(dirname(file), { recursive: true });
    const half = `${file}.${process.pid}`;
    await writeFile(half, Buffer.from(await dump.arrayBuffer()));
    await rename(half, file);
  } catch (error) {
    log.debug({ err: error }, 'the template of the store could not be kept');
  }
}
