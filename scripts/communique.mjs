#!/usr/bin/env node
// What `npm start` and `npm run communique -- …` run. Standard output belongs to the command: scripts read it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeReady, root } from './ready.mjs';

makeReady();
await import(pathToFileURL(join(root, 'dist', 'main.js')).href);
