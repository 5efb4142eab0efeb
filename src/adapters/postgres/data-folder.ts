import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../../core/errors/errors.ts';

/**
 * Takes a data folder for this process, making it if need be; returns what gives it back. An embedded store that two
 * processes write is lost, so a second one is refused with UserError. A lock whose process is gone is taken over.
 */
export function lockFolder(folder: string): () => void {
  makeFolder(folder);
  const file = lockFile(folder);
  const own = signature(process.pid);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const found = readLock(file);
    const holder = found === undefined ? undefined : holderOf(found);
    if (holder !== undefined) throw inUse(folder, holder);
    if (found !== undefined) removeStale(file, found);
    if (placeLock(file, own)) return () => rmSync(file, { force: true });
  }
  throw new UserError(`The store in ${folder} cannot be locked.`, `Remove ${file} if no Communiqué runs.`);
}

/** The id of the process that has the folder open; undefined when none has. */
export function folderHolder(folder: string): number | undefined {
  const found = readLock(lockFile(folder));
  return found === undefined ? undefined : holderOf(found);
}

function lockFile(folder: string): string {
  return join(folder, 'in-use-by');
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw unwritable(folder, cause);
  }
}

function unwritable(folder: string, cause: unknown): UserError {
  const mend = 'Name a folder you may write to with --data or COMMUNIQUE_DATA.';
  return new UserError(`The data folder ${folder} cannot be written.`, mend, { cause });
}

function inUse(folder: string, holder: number): UserError {
  const mend = 'Type the command there, stop that process first, or name another folder with --data.';
  return new UserError(`The store in ${folder} is in use by process ${holder}.`, mend);
}

/** Writes the lock beside its place first, so that nobody ever reads half of it. */
function placeLock(file: string, content: string): boolean {
  const half = `${file}.${process.pid}`;
  try {
    writeFileSync(half, content);
    linkSync(half, file);
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    throw unwritable(dirname(file), cause);
  } finally {
    rmSync(half, { force: true });
  }
}

/** Two processes may find the same stale lock: what is moved away is put back when it is the other's new one. */
function removeStale(file: string, stale: string): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== stale) linkSync(aside, file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function readLock(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function holderOf(content: string): number | undefined {
  const [id = '', start] = content.trim().split(' ');
  const pid = Number.parseInt(id, 10);
  if (!Number.isSafeInteger(pid) || !isAlive(pid)) return undefined;
  const startNow = startOf(pid);
  const another = start !== undefined && startNow !== undefined && start !== startNow;
  return another ? undefined : pid;
}

/** A process's id and, where it can be had, its start: after a restart another process may bear the same id. */
function signature(pid: number): string {
  return `${pid} ${startOf(pid) ?? ''}`.trim();
}

/** Linux: field 22 of /proc/PID/stat, in clock ticks since the machine's start (proc(5)). The name before it may hold spaces. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, and belongs to somebody else.
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
