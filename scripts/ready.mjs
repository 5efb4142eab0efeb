// Gets the checkout ready to run: dependencies installed, dist built. Plain Node, no dependencies, quick when nothing is to do.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const lockFolder = join(root, 'node_modules.lock');
const longestWaitMs = 600_000;
const say = (words) => process.stderr.write(`${words}\n`);

/** Installs and builds what is missing or out of date; every word of its own goes to standard error. */
export function makeReady() {
  checkNode();
  if (isInstalled() && isBuilt()) return;
  withLock(() => {
    if (!isInstalled()) install();
    if (!isBuilt()) build();
  });
}

/** Installs what is missing or out of date. */
export function makeInstalled() {
  checkNode();
  if (!isInstalled()) withLock(() => isInstalled() || install());
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`Communiqué needs Node.js 20.19 or newer, and this is ${process.version}. Get it from https://nodejs.org.`);
  process.exit(1);
}

function isInstalled() {
  const lock = join(root, 'package-lock.json');
  return !existsSync(lock) || readStamp(join(root, 'node_modules', '.communique-stamp')) === hashOf([lock]);
}

function install() {
  say('Installing what Communiqué needs (npm ci); this takes a minute, once …');
  run('npm', ['ci', '--no-fund', '--no-audit']);
  writeFileSync(join(root, 'node_modules', '.communique-stamp'), hashOf([join(root, 'package-lock.json')]));
}

/** An image without sources was built elsewhere: what it holds is what runs. */
function isBuilt() {
  if (!existsSync(join(root, 'src'))) return existsSync(join(root, 'dist', 'main.js'));
  return readStamp(join(root, 'dist', '.stamp')) === hashOf(sources());
}

function build() {
  say('Building …');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json']);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist', '.stamp'), hashOf(sources()));
}

function sources() {
  const files = readdirSync(join(root, 'src'), { recursive: true })
    .map((name) => join(root, 'src', name))
    .filter((file) => file.endsWith('.ts'));
  return [
    ...files.toSorted(),
    join(root, 'tsconfig.json'),
    join(root, 'tsconfig.build.json'),
    join(root, 'package-lock.json'),
  ];
}

function hashOf(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Quiet unless it fails. */
function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  say(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim());
  say(`This did not work: ${command} ${args.join(' ')}`);
  process.exit(1);
}

/** Two launches at once: the second waits for the first. A lock that was left behind is taken over. */
function withLock(work) {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; ; waited += 200) {
    try {
      mkdirSync(lockFolder);
      break;
    } catch {
      const age = existsSync(lockFolder) ? Date.now() - statSync(lockFolder).mtimeMs : 0;
      if (age > longestWaitMs || waited > longestWaitMs) rmSync(lockFolder, { recursive: true, force: true });
      Atomics.wait(pause, 0, 0, 200);
    }
  }
  const release = () => rmSync(lockFolder, { recursive: true, force: true });
  process.once('exit', release);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  try {
    work();
  } finally {
    release();
    process.off('exit', release);
    for (const signal of ['SIGINT', 'SIGTERM']) process.removeAllListeners(signal);
  }
}
