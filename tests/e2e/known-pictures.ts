import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

/** Where the pictures lie that somebody has looked at and found good, a third of their true size. */
const KNOWN = path.join(import.meta.dirname, 'pictures');

/** A known picture is this part of the real one: small enough to keep, large enough to show every word that moved. */
const SCALE = 1 / 3;

/** Most that a channel of a pixel may differ, of 255, before the pixel counts as changed: text is smoothed differently by a hair. */
const TOLERANCE = 40;

/** Largest part of all pixels that may have changed. */
const MAY_CHANGE = 0.002;

/** True when pictures are to be taken anew instead of compared: `OPENFLOOR_NEW_PICTURES=1 npm test -- e2e every-screen`. */
const TAKE_ANEW = process.env['OPENFLOOR_NEW_PICTURES'] === '1';

/**
 * Compares a screenshot with the known picture of that name. Answers what is wrong in a sentence, or null. A changed one is
 * laid beside the known one under `changed`, for somebody to look at.
 */
export async function differsFromKnown(name: string, png: Buffer, changed: string): Promise<string | null> {
  const file = path.join(KNOWN, `${name}.webp`);
  const { width = 0, height = 0 } = await sharp(png).metadata();
  const small = await sharp(png)
    .resize(Math.round(width * SCALE), Math.round(height * SCALE))
    .removeAlpha()
    .png()
    .toBuffer();
  if (TAKE_ANEW) {
    await mkdir(KNOWN, { recursive: true });
    await writeFile(file, await sharp(small).webp({ lossless: true, effort: 6 }).toBuffer());
    return null;
  }
  const isKnown = await access(file).then(
    () => true,
    () => false,
  );
  if (!isKnown) return `there is no known picture ${name}: look at it, then take it anew`;
  const [now, known] = await Promise.all([pixelsOf(small), pixelsOf(await readFile(file))]);
  const part = changedPart(now, known);
  if (part <= MAY_CHANGE) return null;
  await mkdir(changed, { recursive: true });
  await sharp(small).toFile(path.join(changed, `${name}.now.png`));
  await sharp(file)
    .png()
    .toFile(path.join(changed, `${name}.known.png`));
  return `${(100 * part).toFixed(1)} % of the picture is not as it was; both are in ${changed}`;
}

type Pixels = { readonly bytes: Buffer; readonly width: number; readonly height: number };

async function pixelsOf(image: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

/** The part of the pixels that differ, from 0 to 1; all of them when the sizes do. */
function changedPart(now: Pixels, known: Pixels): number {
  if (now.width !== known.width || now.height !== known.height) return 1;
  let changed = 0;
  for (let at = 0; at < now.bytes.length; at += 3) {
    const differs = [0, 1, 2].some(
      (channel) => Math.abs((now.bytes[at + channel] ?? 0) - (known.bytes[at + channel] ?? 0)) > TOLERANCE,
    );
    if (differs) changed += 1;
  }
  return changed / (now.width * now.height);
}
