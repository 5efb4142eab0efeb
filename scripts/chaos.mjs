// What `npm run chaos [-- --short] [--seed N]` runs: compiles the chaos run with all its parts and starts it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { makeInstalled, root } from './ready.mjs';

makeInstalled();
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const built = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.eval.json'], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const main = join(root, 'dist-eval', 'test', 'chaos', 'main.js');
const { status } = spawnSync(process.execPath, [main, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
