// Starts the bot as `npm start` does, without a terminal and in an empty folder, and sees that it does its main job.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './ready.mjs';

const longestMs = 180_000;
const folder = mkdtempSync(join(tmpdir(), 'communique-smoke-'));
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:SLACK|DISCORD|DATABASE|REDIS)_/.test(name)),
);
const bot = spawn(
  process.execPath,
  [join(root, 'scripts', 'communique.mjs'), 'start', '--data', join(folder, 'data')],
  {
    cwd: folder,
    env: environment,
    stdio: ['pipe', 'pipe', 'inherit'],
  },
);
const late = setTimeout(() => fail('it took more than three minutes'), longestMs);
let seen = '';
bot.stdout.on('data', (chunk) => {
  seen += chunk;
  process.stdout.write(chunk);
});
const ended = new Promise((resolve) => bot.once('exit', (code, signal) => resolve(code ?? signal)));

await shows(/: digest\n[\s\S]*\[1\][\s\S]*Sources/, 'a digest with numbered citations and sources');
await shows(/Next due:/, 'when the next digest is due');
bot.stdin.write('/summit who\n');
await shows(/Who is in [\s\S]*Keir Starmer — British Prime Minister \[\d+\]/, 'who is in the story');
bot.stdin.write('What did Tusk say about Polish soldiers?\n');
await shows(/We do not plan to send Polish soldiers/, 'an answer from the articles');
bot.stdin.write('How many British soldiers will be sent?\n');
await shows(/articles I hold do not say/, 'an abstention');
bot.kill('SIGTERM');
const code = await ended;
clearTimeout(late);
rmSync(folder, { recursive: true, force: true });
if (code !== 0) fail(`it ended with ${code}`);
console.log('The bot did its main job and stopped cleanly.');

async function shows(pattern, what) {
  while (!pattern.test(seen)) {
    const more = new Promise((resolve) => bot.stdout.once('data', () => resolve('more')));
    if ((await Promise.race([more, ended])) !== 'more') fail(`it ended before it showed ${what}`);
  }
}

function fail(why) {
  console.error(`The run failed: ${why}.`);
  bot.kill('SIGKILL');
  process.exit(1);
}
