import { defineConfig } from 'vitest/config';

/** The unit tests: plain Node, no Electron. `npm test -- unit <path>` runs some of them. */
export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    environment: 'node',
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    // Every core: by default one is left free, which on two halves the speed.
    maxWorkers: '100%',
    // Generous, because machines are slow and shared; a test that hangs still ends.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
