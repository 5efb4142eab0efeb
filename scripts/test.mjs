// What `npm test` runs: installs what is missing, runs every suite, and ends with a line that says how it went.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeReady, root } from './ready.mjs';

makeReady();
const folder = mkdtempSync(join(tmpdir(), 'communique-test-'));
const report = join(folder, 'report.json');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const args = [
  vitest,
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
];
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
const counts = countsOf(report);
rmSync(folder, { recursive: true, force: true });
console.log(
  `${counts.numPassedTests} passed, ${counts.numFailedTests} failed${counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : ''}`,
);
process.exitCode = status === 0 && counts.numTotalTests === 0 ? 1 : (status ?? 1);

function countsOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numTotalTests: 0, numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
  }
}
