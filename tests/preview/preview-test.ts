import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test as base, type FrameLocator, type Page } from '@playwright/test';

const project = path.resolve(import.meta.dirname, '../..');
const GOOD = path.join(project, 'tests/fixtures/guides/good');

/** A copy of the good fixture that a test may change. */
export type GuideFolder = {
  readonly folder: string;
  /** Changes one file, as an editor would save it. */
  readonly edit: (file: string, change: (text: string) => string) => Promise<void>;
  /** Puts a film of four seconds into `media/`, with its picture and its captions. */
  readonly addFilm: () => Promise<void>;
  /** Brings a file back to how it is in the fixture. */
  readonly restore: (file: string) => Promise<void>;
};

/** The guide command at work. */
export type RunningPreview = {
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything it has printed so far. */
  readonly printed: () => string;
};

type Fixtures = {
  readonly guide: GuideFolder;
  /** Runs `guide preview` without waiting for anything; it is stopped when the test is over. */
  readonly runPreview: (...options: readonly string[]) => Omit<RunningPreview, 'url'>;
  /** Starts `guide preview` on the guide and waits for its address; it is stopped when the test is over. */
  readonly startPreview: (...options: readonly string[]) => Promise<RunningPreview>;
};

/** Playwright's `test` with a guide and its preview; skipped where `npm test` has found no browser. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its pattern
  guide: async ({}, use) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'openfloor-preview-'));
    await cp(GOOD, folder, { recursive: true });
    const edit: GuideFolder['edit'] = async (file, change) => {
      const before = await readFile(path.join(folder, file), 'utf8');
      const after = change(before);
      if (after === before) throw new Error(`The test changes nothing in ${file}.`);
      await writeFile(path.join(folder, file), after);
    };
    const addFilm = async () => {
      await cp(path.join(project, 'tests/fixtures/films/line.webm'), path.join(folder, 'media/line.webm'));
      const captions = (first: string, second: string) =>
        `WEBVTT\n\n00:00.000 --> 00:02.000\n${first}\n\n00:02.000 --> 00:03.900\n${second}\n`;
      for (const [name, text] of [
        [
          'line.svg',
          '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path d="M0 4h16v1H0z"/></svg>',
        ],
        ['line.fr.vtt', captions('Un point part.', 'Il suit sa ligne.')],
        ['line.nl.vtt', captions('Een punt vertrekt.', 'Hij volgt zijn lijn.')],
      ] as const)
        await writeFile(path.join(folder, 'media', name), text);
    };
    await use({
      folder,
      edit,
      addFilm,
      restore: (file) => cp(path.join(GOOD, file), path.join(folder, file)),
    });
    await rm(folder, { recursive: true, force: true });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its pattern
  runPreview: async ({}, use) => {
    const running: ChildProcess[] = [];
    await use((...options) => {
      const preview = spawnPreview(['--no-open', ...options]);
      running.push(preview.child);
      return preview;
    });
    for (const child of running) await stopped(child, 'SIGTERM');
  },
  startPreview: async ({ guide, runPreview }, use) => {
    await use(async (...options) => {
      const preview = runPreview('--content', guide.folder, ...options);
      return { ...preview, url: await addressOf(preview) };
    });
  },
});

test.skip(
  process.env['OPENFLOOR_CHROMIUM'] === undefined,
  'There is no Chromium here: "npm test -- preview" finds or installs one.',
);

export { expect } from '@playwright/test';

function spawnPreview(options: readonly string[]): Omit<RunningPreview, 'url'> {
  const entry = path.join(project, 'content/publisher/guide.ts');
  const child = spawn(process.execPath, [entry, 'preview', ...options], { cwd: project });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8');
    });
  }
  return { child, printed: () => printed };
}

/** Asks a running command to stop; resolves to its exit code. */
export async function stopped(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }
  return child.exitCode;
}

/** The visitor's page in a language. */
export function screenIn(page: Page, language: string): FrameLocator {
  return page.locator(`[data-screen-language="${language}"]`).frameLocator('iframe');
}

/** Opens the preview and waits until its first edition is on every screen. */
export async function openPreview(page: Page, { url }: RunningPreview): Promise<void> {
  await page.goto(url);
  await page.locator('.preview[data-shown="1"]').waitFor();
}

async function addressOf({ child, printed }: Omit<RunningPreview, 'url'>): Promise<string> {
  for (;;) {
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed())?.[0];
    if (address) return address;
    if (child.exitCode !== null) throw new Error(`The preview ended with ${child.exitCode}:\n${printed()}`);
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')]);
  }
}
