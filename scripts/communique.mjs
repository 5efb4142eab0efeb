#!/usr/bin/env node
// What `npm start` and `npm run communique -- …` run. Standard output belongs to the command: scripts read it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeReady, root } from './ready.mjs';

stopWithNpm();
makeReady();
await import(pathToFileURL(join(root, 'dist', 'main.js')).href);

/** npm runs scripts in a shell that keeps a signal for itself: when that shell is gone, npm was told to stop, and so are we. */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}
