import { defineConfig } from 'vitest/config';

/** A busy machine is no failure: these only end what hangs. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/*.test.ts', 'test/{core,config,adapters,cli}/**/*.test.ts'],
          ...patience,
        },
      },
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
