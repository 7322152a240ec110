import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

/** Edges of the icons that desktops ask for, in pixels. */
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512] as const;

/** Draws the icon in every size into `into` as `<n>x<n>.png`. Answers the files by the names of the hicolor theme. */
export async function drawIcons(projectDir: string, into: string): Promise<Readonly<Record<string, string>>> {
  const drawing = path.join(projectDir, 'assets/icons/openfloor.svg');
  const svg = await readFile(drawing);
  await mkdir(into, { recursive: true });
  const drawn: Record<string, string> = { scalable: drawing };
  for (const size of SIZES) {
    const name = `${size}x${size}`;
    const file = path.join(into, `${name}.png`);
    // The density at which the drawing of 512 units is exactly as large as the picture: small ones stay sharp.
    await sharp(svg, { density: (72 * size) / 512 })
      .resize(size, size)
      .png()
      .toFile(file);
    drawn[name] = file;
  }
  return drawn;
}
