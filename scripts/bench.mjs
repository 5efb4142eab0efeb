// What `npm run bench -- TASK` runs: measures speed and memory, prints a table, and never fails on a timing.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeInstalled, root } from './ready.mjs';

makeInstalled();
const tasks = readdirSync(join(root, 'test', 'bench'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3));
const [task = '', ...rest] = process.argv.slice(2);
if (!tasks.includes(task)) {
  console.error(`Name a task: npm run bench -- ${tasks.join('|')} [--sizes 1000,10000] [--others] [--full]`);
  process.exit(1);
}
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const built = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.eval.json'], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const file = join(root, 'dist-eval', 'test', 'bench', `${task}.js`);
if (!existsSync(file)) throw new Error(`${file} was not built`);
process.argv = [process.argv[0], file, ...rest];
await import(pathToFileURL(file).href);
