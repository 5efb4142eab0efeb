import { defineConfig } from 'vitest/config';

/** A busy machine is no failure: these only end what hangs. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000 };
/** They put something of their own in the place of Node's http, which must happen before anything else has loaded it. */
const apart = ['test/adapters/web/guarded-fetch.test.ts', 'test/adapters/files/feed-sources.test.ts'];

export default defineConfig({
  test: {
    // On two cores one worker, as is usual, would leave the other idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/*.test.ts', 'test/{core,config,adapters,cli}/**/*.test.ts'],
          exclude: apart,
          // Nothing of a unit test outlives its file, so files share what they import: half the time went into loading it anew.
          pool: 'threads',
          isolate: false,
          ...patience,
        },
      },
      { test: { name: 'unit apart', include: apart, ...patience } },
      {
        test: { name: 'contract', include: ['test/contracts/**/*.test.ts'], ...patience },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/support/footings.ts'],
          ...patience,
        },
      },
    ],
  },
});
