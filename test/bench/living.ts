import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { commandLineOrigin } from '../../src/adapters/terminal/terminal-platform.ts';
import { openServices, type Services } from '../../src/cli/services.ts';
import { readSettings } from '../../src/config/settings.ts';
import type { ArticleDraft } from '../../src/core/articles/article.ts';
import { livingDraft, livingNow } from './support/living-story.ts';
import { silentLog } from './support/many-articles.ts';

// A story that lives: so many articles are held and the bot knows them; then, before each command, one more comes.
const at = process.argv.indexOf('--sizes');
const sizes = (at === -1 ? '1000' : (process.argv[at + 1] ?? '')).split(',').map(Number);
const commands = [
  'ask How many people did the flood displace?',
  'brief',
  'digest',
  'changes',
  'timeline',
  'disputes',
  'who',
];

interface Measured {
  readonly ms: number;
  /** For how long at most the event loop could do nothing else. */
  readonly heldMs: number;
}

async function measured(work: () => Promise<unknown>): Promise<Measured> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  await work();
  const ms = performance.now() - started;
  await new Promise((resolve) => setTimeout(resolve, 5));
  delay.disable();
  return { ms, heldMs: delay.max / 1_000_000 };
}

function print(size: number, what: string, { ms, heldMs }: Measured): void {
  const held = `${heldMs.toFixed(0)} ms held`;
  console.log(
    `${String(size).padStart(7)}  ${what.padEnd(10)}${`${ms.toFixed(0)} ms`.padStart(10)}${held.padStart(16)}`,
  );
}

async function measureLiving(size: number, services: Services): Promise<void> {
  const [story] = services.stories;
  if (story === undefined) throw new Error('no story is shipped');
  const take = (draft: ArticleDraft): Promise<unknown> => services.ingest.take(draft, [story.key]);
  const run = (text: string): Promise<unknown> =>
    services.bot.run(story.key, { kind: 'text', text }, commandLineOrigin);
  for (let number = 0; number < size; number += 1) await take(livingDraft(number, size));
  for (const text of commands) await run(text);
  for (const [extra, text] of commands.entries()) {
    const intake = await measured(() => take(livingDraft(size + extra, size)));
    if (extra === 0) print(size, 'intake', intake);
    print(size, text.split(' ')[0] ?? text, await measured(() => run(text)));
    if (extra === 0) print(size, 'ask again', await measured(() => run(text)));
  }
  console.log(`${String(size).padStart(7)}  ${(process.memoryUsage().rss / 1_000_000).toFixed(0)} MB`);
}

for (const size of sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'communique-living-'));
  const settings = readSettings({ COMMUNIQUE_DATA: folder, COMMUNIQUE_STORIES: 'config/stories' });
  const services = await openServices(settings, { now: () => livingNow }, silentLog);
  try {
    await measureLiving(size, services);
  } finally {
    await services.close();
    rmSync(folder, { recursive: true });
  }
}
