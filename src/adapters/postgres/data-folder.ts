import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../core/errors/errors.ts';

/**
 * Takes a data folder for this process, making it if need be; returns what gives it back. An embedded store that two
 * processes write is lost, so a second one is refused with UserError. A lock whose process is gone is taken over.
 */
export function lockFolder(folder: string): () => void {
  makeFolder(folder);
  const file = lockFile(folder);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      const release = (): void => rmSync(file, { force: true });
      return release;
    } catch (cause) {
      const holder = folderHolder(folder);
      if (holder !== undefined) {
        throw new UserError(
          `The store in ${folder} is in use by process ${holder}.`,
          'Type the command there, stop that process first, or name another folder with --data.',
          { cause },
        );
      }
      rmSync(file, { force: true });
    }
  }
  throw new UserError(`The store in ${folder} cannot be locked.`, `Remove ${file} if no Communiqué runs.`);
}

/** The process that has the folder open, other than this one; undefined when none has. */
export function folderHolder(folder: string): number | undefined {
  let holder: number;
  try {
    holder = Number.parseInt(readFileSync(lockFile(folder), 'utf8'), 10);
  } catch {
    return undefined;
  }
  return Number.isSafeInteger(holder) && holder !== process.pid && isAlive(holder) ? holder : undefined;
}

function lockFile(folder: string): string {
  return join(folder, 'in-use-by');
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new UserError(`The data folder ${folder} cannot be made.`, 'Name a folder you may write to with --data or COMMUNIQUE_DATA.', {
      cause,
    });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
