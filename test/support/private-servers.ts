import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import { closedPort } from './closed-port.ts';

/** A server that the tests started for themselves. */
export interface PrivateServer {
  readonly url: string;
  readonly version: string;
  /** Kills it at once, as a power cut would, and starts it again on what it had stored. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a Redis of its own on a free port, by wish with an append-only file; undefined when none is installed. */
export async function startRedis(persistence: 'none' | 'appendonly' = 'none'): Promise<PrivateServer | undefined> {
  const binary = findOnPath('redis-server');
  if (binary === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'communique-redis-'));
  const port = await closedPort();
  const address = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder];
  // Each queue that a test opens has a database of its own.
  const settings = ['--save', '', '--maxmemory-policy', 'noeviction', '--databases', '10000'];
  if (persistence === 'appendonly') settings.push('--appendonly', 'yes');
  const start = (): ChildProcess => spawn(binary, [...address, ...settings], { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${port}`;
  return serverOf({ start, folder, url, ask: () => askRedis(url) });
}

async function askRedis(url: string): Promise<string> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return /redis_version:(\S+)/.exec(await redis.info('server'))?.[1] ?? 'unknown';
  } finally {
    redis.disconnect();
  }
}

interface Startable {
  readonly folder: string;
  readonly url: string;
  start(): ChildProcess;
  /** The version, once it answers. */
  ask(): Promise<string>;
}

async function serverOf({ folder, url, start, ask }: Startable): Promise<PrivateServer> {
  let child = start();
  const kill = (): void => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  // Also when the test runner ends without asking for it.
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    await end(child);
    process.off('exit', kill);
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    url,
    version: await untilAnswered(stop, ask),
    restart: async () => {
      const ended = once(child, 'exit');
      child.kill(process.platform === 'win32' ? 'SIGKILL' : 'SIGQUIT');
      const force = globalThis.setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(force);
      child = start();
      await untilAnswered(stop, ask);
    },
    stop,
  };
}

/** Starts a Postgres of its own on a free port; undefined when none is installed. */
export async function startPostgres(): Promise<PrivateServer | undefined> {
  const binaries = findPostgres();
  if (binaries === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'communique-postgres-'));
  const owner = unprivilegedOwner();
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
  const as = owner === undefined ? {} : owner;
  const data = join(folder, 'data');
  execFileSync(join(binaries, 'initdb'), ['-D', data, '-U', 'communique', '-A', 'trust', '--no-sync', '-E', 'UTF8'], {
    stdio: 'ignore',
    cwd: folder,
    ...as,
  });
  const port = await closedPort();
  const settings = [
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${folder}`,
    '-c',
    'fsync=off',
    '-c',
    'max_connections=200',
  ];
  const start = (): ChildProcess =>
    spawn(join(binaries, 'postgres'), ['-D', data, '-p', `${port}`, ...settings], {
      stdio: 'ignore',
      cwd: folder,
      ...as,
    });
  const url = `postgres://communique@127.0.0.1:${port}/postgres`;
  return serverOf({ start, folder, url, ask: () => askPostgres(url) });
}

async function askPostgres(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    return rows[0]?.server_version.split(' ')[0] ?? 'unknown';
  } finally {
    await client.end();
  }
}

function findOnPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(':');
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** The folder of the newest Postgres' binaries, `pg_dump` too: Debian keeps each version's outside the PATH. */
export function findPostgres(): string | undefined {
  const versions = '/usr/lib/postgresql';
  const debian = existsSync(versions)
    ? readdirSync(versions).toSorted((left, right) => Number(right) - Number(left))
    : [];
  const found = [findOnPath('initdb'), findOnPath('postgres')].flatMap((file) =>
    file === undefined ? [] : [dirname(file)],
  );
  const folders = [...debian.map((version) => join(versions, version, 'bin')), ...found, ...(askPgConfig() ?? [])];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

function askPgConfig(): [string] | undefined {
  const binary = findOnPath('pg_config');
  return binary === undefined ? undefined : [execFileSync(binary, ['--bindir'], { encoding: 'utf8' }).trim()];
}

/** Postgres refuses to run as root. */
function unprivilegedOwner(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const user = ['postgres', 'nobody'].find((name) => idOf(name, '-u') !== undefined);
  if (user === undefined)
    throw new Error('running as root, and there is neither a user postgres nor nobody to run Postgres as');
  return { uid: idOf(user, '-u') ?? 0, gid: idOf(user, '-g') ?? 0 };
}

function idOf(user: string, flag: '-u' | '-g'): number | undefined {
  try {
    return Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return undefined;
  }
}

async function untilAnswered(stop: () => Promise<void>, ask: () => Promise<string>): Promise<string> {
  let last: unknown;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      last = error;
      await setTimeout(100);
    }
  }
  await stop();
  throw new Error('a private server did not come up in ten seconds', { cause: last });
}

/** Ends within five seconds, by force if need be. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  const force = globalThis.setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(force);
}
