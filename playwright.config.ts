import { defineConfig } from '@playwright/test';

const report = process.env['OPENFLOOR_E2E_REPORT'];

/**
 * The tests in the real app. `npm test` prepares what they need and tells them through the environment: OPENFLOOR_ELECTRON
 * (the executable), OPENFLOOR_PROJECT (the folder to start), OPENFLOOR_NO_SANDBOX=1 when the user is root.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/test-results/e2e',
  // One kiosk at a time: each is full screen, and machines have two cores.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
});
