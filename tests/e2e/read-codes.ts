import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { tap, waitForRest } from '../../src-main/dev/visitor-driver.ts';
import { scan, throughCamera } from '../builders/scan.ts';

/** Pixels in a millimetre, as the terminal has it by default. */
const PIXELS_PER_MM = 4;

/** Pixels a modest camera gives to one module, and its blur; see `tests/unit/src-renderer/takeaway/every-code.test.ts`. */
const MODEST = { pixelsPerModule: 2.9, blur: 0.7 };

/** A code as it is on the screen. */
export type SeenCode = {
  /** What a reader makes of a picture of the whole screen. */
  readonly onScreen: string | undefined;
  /** What it makes of the code through a modest camera. */
  readonly throughCamera: string | undefined;
  readonly moduleMm: number;
};

/** Reads the code on the screen from a picture of the real window. */
export async function readCode(page: Page): Promise<SeenCode> {
  await waitForRest(page);
  const code = page.locator('[data-qr-modules]').filter({ visible: true });
  await code.scrollIntoViewIfNeeded();
  const modules = Number(await code.getAttribute('data-qr-modules')) + 8;
  const box = await code.boundingBox();
  if (!box) throw new Error('There is no code on the screen.');
  const picture = await page.screenshot();
  const cut = {
    left: Math.round(box.x),
    top: Math.round(box.y),
    width: Math.round(box.width),
    height: Math.round(box.height),
  };
  const small = await throughCamera(sharp(picture).extract(cut), modules, MODEST);
  return {
    onScreen: (await scan(sharp(picture)))[0],
    throughCamera: (await scan(small))[0],
    moduleMm: box.width / modules / PIXELS_PER_MM,
  };
}

/** Reads every code of what is offered, going from one to the next as a visitor does. */
export async function readAllCodes(page: Page): Promise<readonly SeenCode[]> {
  const seen = [await readCode(page)];
  const part = page.locator('[data-parts]');
  const parts = (await part.count()) > 0 ? Number(await part.getAttribute('data-parts')) : 1;
  for (let at = 2; at <= parts; at += 1) {
    await tap(page, '[data-action="next-code"]');
    await page.locator(`[data-part="${at}"]`).waitFor();
    seen.push(await readCode(page));
  }
  return seen;
}
