import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const UNIT = 'tests/unit';
const TESTS = `${UNIT}/**/*.test.{ts,tsx}`;

/** Files that put something else in the place of a module, or load one anew: others must not see what they do. */
const REPLACES_MODULES = /\bvi\.(mock|doMock|resetModules)\(/;

const directory = path.join(import.meta.dirname, UNIT);
const alone = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.tsx?$/.test(name))
  .filter((name) => REPLACES_MODULES.test(readFileSync(path.join(directory, name), 'utf8')))
  .map((name) => path.posix.join(UNIT, name.replaceAll(path.sep, '/')));

/** The unit tests: plain Node, no Electron. `npm test -- unit <path>` runs some of them. */
export default defineConfig({
  test: {
    environment: 'node',
    // Processes, not threads: a time zone, a working directory and a signal belong to a whole process.
    pool: 'forks',
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    // Every core: by default one is left free, which on two halves the speed.
    maxWorkers: '100%',
    // Generous, because machines are slow and shared; a test that hangs still ends.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      // One process loads the modules once and runs file after file: to load them for each takes a quarter of the time.
      { extends: true, test: { name: 'together', include: [TESTS], exclude: alone, isolate: false } },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});
