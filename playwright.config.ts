import { defineConfig } from '@playwright/test';

const report = process.env['OPENFLOOR_E2E_REPORT'];
const browser = process.env['OPENFLOOR_CHROMIUM'];

/**
 * The tests in the real app, those of the preview in an ordinary browser, and those of the package, really installed. `npm test`
 * prepares what they need and tells them through the environment: OPENFLOOR_ELECTRON and OPENFLOOR_CHROMIUM (the executables), OPENFLOOR_PROJECT (the folder
 * to start), OPENFLOOR_NO_SANDBOX=1 when the user is root; OPENFLOOR_DEB, OPENFLOOR_UNPACKED, OPENFLOOR_SCREEN (the number of an Xvfb) and
 * OPENFLOOR_PICTURES (where that keeps what is on it) for the package.
 */
export default defineConfig({
  outputDir: 'out/test-results/e2e',
  // A kiosk is full screen, and its focus is the screen's: two at a time where each worker opens a screen of its own, else one.
  workers: process.platform === 'linux' ? 2 : 1,
  // A shared machine that nobody watches may stall for seconds. Whoever sits in front of one sees the first failure, and the
  // last line of `npm test` says how many tests needed their second try.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  projects: [
    { name: 'kiosk', testDir: 'tests/e2e', fullyParallel: true },
    // One installation on this machine.
    { name: 'package', testDir: 'tests/package', workers: 1 },
    {
      name: 'preview',
      testDir: 'tests/preview',
      fullyParallel: true,
      use: {
        viewport: { width: 1440, height: 900 },
        launchOptions: {
          ...(browser === undefined ? {} : { executablePath: browser }),
          args: process.env['OPENFLOOR_NO_SANDBOX'] === '1' ? ['--no-sandbox'] : [],
        },
      },
    },
  ],
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
});
