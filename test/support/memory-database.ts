import { type Database } from '../../src/adapters/postgres/database.ts';
import { openDatabase } from '../../src/adapters/postgres/open-database.ts';
import type { Log } from '../../src/core/log/log.ts';

/** One newly made store for all tests: each copies it. */
export const storeTemplate = 'node_modules/.cache/communique/store.tar.gz';

/** A log that keeps nothing. */
export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silentLog,
};

/** A real embedded store that ends with the test. */
export function memoryDatabase(): Promise<Database> {
  return openDatabase({ kind: 'memory', template: storeTemplate }, silentLog);
}

/** A real embedded store in a folder. */
export function folderDatabase(folder: string): Promise<Database> {
  return openDatabase({ kind: 'folder', folder, template: storeTemplate }, silentLog);
}
