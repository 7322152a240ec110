import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import sharp from 'sharp';
import { projectDir } from '../packages.mjs';
import { Problem, type Say } from '../say.ts';

/** The two ways a terminal stands, in CSS pixels. */
const WAYS = {
  upright: { width: 1080, height: 1920 },
  lying: { width: 1920, height: 1080 },
} as const;

/** A picture on a contact sheet is this part of the real one. */
const SCALE = 0.3;

/** Pictures beside each other on a contact sheet. */
const COLUMNS = { upright: 6, lying: 4 } as const;

/** Space around each picture on a sheet, in pixels. */
const GAP = 16;

/** What to take pictures of. */
export type SheetOptions = {
  /** The gallery's address. */
  readonly url: string;
  readonly executable: string;
  readonly arguments: readonly string[];
  /** Where the pictures and sheets go. */
  readonly into: string;
  /** Only states whose id begins with this; empty: all. */
  readonly only: string;
  /** How a visitor wants to read: `usual`, `large` or `largest`; `usual` or `strong`. */
  readonly text: string;
  readonly contrast: string;
  readonly pseudo: boolean;
  readonly say: Say;
};

/** Takes a picture of every state of the gallery in every language, standing and lying, and sets them on one sheet each. */
export async function takeContactSheets(options: SheetOptions): Promise<void> {
  await mkdir(options.into, { recursive: true });
  const browser = await chromium.launch({
    executablePath: options.executable,
    args: [...options.arguments],
  });
  try {
    const states = (await statesOf(browser, options.url)).filter((id) => id.startsWith(options.only));
    if (states.length === 0)
      throw new Problem(`The gallery has no state that begins with ${options.only}.`, 2);
    for (const way of ['upright', 'lying'] as const) {
      for (const language of await languages()) {
        const pictures: string[] = [];
        for (const state of states) pictures.push(await takePicture(browser, options, way, language, state));
        const sheet = path.join(options.into, `sheet-${way}-${language}.png`);
        await setOnSheet(pictures, way, sheet);
        options.say(`${sheet}: ${pictures.length} pictures`);
      }
    }
  } finally {
    await browser.close();
  }
}

/** One for each file of words. */
async function languages(): Promise<string[]> {
  const files = await readdir(path.join(projectDir, 'src-renderer/language/words'));
  return files.filter((name) => name.endsWith('.json')).map((name) => path.basename(name, '.json'));
}

async function statesOf(browser: Browser, url: string): Promise<string[]> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.locator('[data-state]').first().waitFor();
  // Page code is passed as text, since this room has no DOM types.
  const ids = await page.evaluate<string[]>(
    "[...document.querySelectorAll('[data-state]')].map((element) => element.dataset.state)",
  );
  await page.close();
  return ids;
}

async function takePicture(
  browser: Browser,
  { url, into, text, contrast, pseudo }: SheetOptions,
  way: keyof typeof WAYS,
  language: string,
  state: string,
): Promise<string> {
  const page = await browser.newPage({ viewport: WAYS[way], reducedMotion: 'reduce', hasTouch: true });
  try {
    const wish = new URLSearchParams({ state, language, text, contrast, pseudo: pseudo ? 'yes' : 'no' });
    await page.goto(new URL(`page.html?${wish}`, url).href);
    await page.locator('html[data-gallery="ready"]').waitFor({ state: 'attached' });
    const file = path.join(into, `${way}-${language}-${state.replaceAll('/', '-')}.png`);
    await page.screenshot({ path: file, animations: 'disabled' });
    return file;
  } finally {
    await page.close();
  }
}

async function setOnSheet(pictures: readonly string[], way: keyof typeof WAYS, sheet: string): Promise<void> {
  const width = Math.round(WAYS[way].width * SCALE);
  const height = Math.round(WAYS[way].height * SCALE);
  const columns = Math.min(COLUMNS[way], pictures.length);
  const rows = Math.ceil(pictures.length / columns);
  const layers = await Promise.all(
    pictures.map(async (file, index) => ({
      input: await sharp(file).resize(width, height).toBuffer(),
      left: GAP + (index % columns) * (width + GAP),
      top: GAP + Math.floor(index / columns) * (height + GAP),
    })),
  );
  await sharp({
    create: {
      width: GAP + columns * (width + GAP),
      height: GAP + rows * (height + GAP),
      channels: 3,
      background: '#b9b2a3',
    },
  })
    .composite(layers)
    .png({ palette: true })
    .toFile(sheet);
}
