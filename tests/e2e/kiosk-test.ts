import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { blobPath, type EditionPointer, type Manifest } from '../../content/model/edition.ts';
import { openDisplay } from '../../src-main/dev/display.ts';
import { say } from '../../src-main/dev/say.ts';
import { pageOnShow } from '../../src-main/dev/visitor-driver.ts';

const project = process.env['OPENFLOOR_PROJECT'] ?? process.cwd();

/** A terminal in real Electron with a profile of its own. */
export type Terminal = {
  readonly app: ElectronApplication;
  /** Its profile, kept until the test is over, so that a terminal can be started on it again. */
  readonly profile: string;
  /** One JSON object for each line it has logged so far. */
  readonly log: () => readonly LogLine[];
  /** Everything it has printed so far. */
  readonly printed: () => string;
  /** The page visitors see, once it answers touches. */
  readonly page: () => Promise<Page>;
  /** Ends it as a technician would. */
  readonly stop: () => Promise<void>;
};

/** A line of the terminal's log. */
export type LogLine = { readonly code: string } & Readonly<Record<string, unknown>>;

/** How a terminal is to be started. */
export type TerminalOptions = {
  readonly size?: { readonly width: number; readonly height: number };
  /** An earlier terminal's profile. */
  readonly profile?: string;
  readonly factory?: string;
  readonly switches?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Another built copy of the project than this one. */
  readonly project?: string;
};

/** The upright screen of the design. */
export const PORTRAIT = { width: 1080, height: 1920 };
/** The lying screen of the design. */
export const LANDSCAPE = { width: 1920, height: 1080 };

type Fixtures = {
  /** Starts a terminal; it is stopped, and its profile removed, when the test is over. */
  readonly startTerminal: (options?: TerminalOptions) => Promise<Terminal>;
  /** A directory of this test's own. */
  readonly directory: string;
};

/** Larger than an upright and a lying kiosk window, in pixels: without a window manager one as large as its screen may be a pixel short. */
const SCREEN = { width: 2000, height: 2000 };

/** What the tests of one worker, which run one after the other, share. */
type WorkerFixtures = {
  /** The environment of programs that show something: a screen that no other worker shows on, so that each kiosk has the focus. */
  readonly display: NodeJS.ProcessEnv;
};

/** Playwright's `test` with terminals. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its pattern
    async ({}, use) => {
      const { env, platform } = process;
      const opened = await openDisplay(SCREEN, { own: true, env, platform, say });
      await use(opened.env);
      await opened.stop();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its pattern
  directory: async ({}, use) => {
    const made = await mkdtemp(path.join(os.tmpdir(), 'openfloor-e2e-'));
    await use(made);
    await rm(made, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  },
  startTerminal: async ({ directory, display }, use, testInfo) => {
    const running: Terminal[] = [];
    await use(async (options = {}) => {
      const profile = options.profile ?? path.join(directory, `profile-${running.length}`);
      const terminal = await start(profile, display, options);
      running.push(terminal);
      return terminal;
    });
    for (const terminal of running) await terminal.stop();
    if (testInfo.status !== testInfo.expectedStatus) {
      for (const [index, terminal] of running.entries())
        await testInfo.attach(`terminal-${index}.log`, { body: terminal.printed() });
    }
  },
});

export { expect } from '@playwright/test';

async function start(
  profile: string,
  display: NodeJS.ProcessEnv,
  options: TerminalOptions,
): Promise<Terminal> {
  const { width, height } = options.size ?? PORTRAIT;
  const logFile = `${profile}.log`;
  await writeFile(logFile, '');
  const app = await _electron.launch({
    executablePath: path.join(import.meta.dirname, 'electron-with-log.sh'),
    args: [
      ...(process.env['OPENFLOOR_NO_SANDBOX'] === '1' ? ['--no-sandbox'] : []),
      `--user-data-dir=${profile}`,
      options.project ?? project,
      `--window=${width}x${height}`,
      ...(options.switches ?? []),
    ],
    cwd: project,
    env: {
      ...definedOnly(display),
      OPENFLOOR_TEST_LOG: logFile,
      ...(options.factory ? { OPENFLOOR_FACTORY_DIR: options.factory } : {}),
      ...options.env,
    },
    timeout: 60_000,
  });
  const child = app.process();
  const printed = () => readFileSync(logFile, 'utf8');
  return {
    app,
    profile,
    printed,
    log: () => printed().split('\n').flatMap(logLine),
    page: () => pageOnShow(app),
    stop: async () => {
      const ended = child.exitCode !== null || child.signalCode !== null;
      if (ended) return;
      const exit = new Promise((resolve) => child.once('exit', resolve));
      await app.close().catch(() => child.kill('SIGKILL'));
      await exit;
    },
  };
}

function logLine(line: string): LogLine[] {
  if (!line.startsWith('{')) return [];
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'code' in value ? [value as LogLine] : [];
  } catch {
    return [];
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Copies the factory edition of this build into a directory where a test may damage it. */
export async function copyFactory(into: string): Promise<string> {
  const copy = path.join(into, 'factory');
  await cp(path.join(project, 'out/factory'), copy, { recursive: true });
  return copy;
}

/** The manifest of an edition on disk. */
export async function manifestOf(factory: string): Promise<Manifest> {
  const pointer = JSON.parse(await readFile(path.join(factory, 'edition.json'), 'utf8')) as EditionPointer;
  return JSON.parse(
    await readFile(path.join(factory, blobPath(pointer.manifest.sha256)), 'utf8'),
  ) as Manifest;
}

/** Where the bytes of one file of an edition lie on disk. */
export async function blobOf(factory: string, editionPath: string): Promise<string> {
  const file = (await manifestOf(factory)).files.find((candidate) => candidate.path === editionPath);
  if (!file) throw new Error(`The edition has no ${editionPath}.`);
  return path.join(factory, blobPath(file.sha256));
}
