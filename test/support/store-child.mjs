// Runs one exported function of store-child-work.ts in a process of its own: node store-child.mjs FUNCTION FOLDER.
// Vitest's own server compiles it, since Node 20 runs no TypeScript.
import { fileURLToPath } from 'node:url';
import { createViteServer } from 'vitest/node';

const server = await createViteServer({
  configFile: false,
  logLevel: 'silent',
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
});
const work = await server.ssrLoadModule(fileURLToPath(new URL('store-child-work.ts', import.meta.url)));
await work[process.argv[2]](process.argv[3]);
