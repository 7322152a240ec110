import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Block } from '../../../../content/model/block.ts';
import { blobPath } from '../../../../content/model/edition.ts';
import { imageKind } from '../../../../content/publisher/images/kinds.ts';
import * as say from '../../../../content/publisher/messages.ts';
import {
  at,
  compiled,
  fileOf,
  fixture,
  LETTER,
  LETTER_NL,
  letter,
  page,
  problemsOf,
  removeTemporary,
  run,
  temporaryFolder,
} from './guide-under-test.ts';
import { flat, gradient, moving, movingPng, withImage } from './images-under-test.ts';

afterEach(removeTemporary);

/** What the French letter says of its only image. */
async function shown(name: string, bytes: Uint8Array): Promise<Extract<Block, { type: 'image' }>> {
  const document = await fileOf(withImage(name, bytes), 'documents/employment/cover-letter.fr.json');
  return (document as { body: [Extract<Block, { type: 'image' }>] }).body[0];
}

/** The files of `media/` in the edition, with their types and bytes. */
async function sent(name: string, bytes: Uint8Array) {
  const result = await compiled(withImage(name, bytes));
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  const { manifest, blobs } = result.edition;
  return manifest.files
    .filter(({ path }) => path.startsWith('media/a'))
    .map(({ path, type, sha256 }) => ({
      path,
      type,
      bytes: Buffer.from(blobs.get(blobPath(sha256)) ?? []),
    }));
}

describe('a photograph', () => {
  it('is sent in every width a screen may want, as AVIF and as WebP, and never wider than it is', async () => {
    const image = await shown('a.jpg', await flat(1300, 700).jpeg().toBuffer());
    expect(image).toMatchObject({ media: 'media/a-1300.webp', width: 1300, height: 700 });
    expect(image.sources).toEqual([
      { type: 'image/avif', media: 'media/a-640.avif', width: 640 },
      { type: 'image/avif', media: 'media/a-1080.avif', width: 1080 },
      { type: 'image/avif', media: 'media/a-1300.avif', width: 1300 },
      { type: 'image/webp', media: 'media/a-640.webp', width: 640 },
      { type: 'image/webp', media: 'media/a-1080.webp', width: 1080 },
      { type: 'image/webp', media: 'media/a-1300.webp', width: 1300 },
    ]);
  });

  it('is what it says it is: each file has the type of the list and the width of its name', async () => {
    const files = await sent('a.jpg', await flat(2000, 1000).jpeg().toBuffer());
    expect(files.map(({ path }) => path)).toEqual([
      'media/a-1080.avif',
      'media/a-1080.webp',
      'media/a-1600.avif',
      'media/a-1600.webp',
      'media/a-640.avif',
      'media/a-640.webp',
    ]);
    for (const { path, type, bytes } of files) {
      const { format, compression, width = 0, height } = await sharp(bytes).metadata();
      const inside = format === 'heif' && compression === 'av1' ? 'avif' : format;
      expect([path, type]).toEqual([`media/a-${width}.${inside}`, `image/${inside}`]);
      expect(height).toBe(width / 2);
    }
  });

  it('of little more than one of the widths is not sent twice in nearly the same one', async () => {
    const { sources } = await shown('a.png', await flat(660, 20).png().toBuffer());
    expect(sources?.map(({ width }) => width)).toEqual([660, 660]);
  });

  it('stands upright when a camera has turned it', async () => {
    const lying = flat(400, 330, { r: 255, g: 0, b: 0 });
    const turned = await lying.jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect((await sharp(turned).metadata()).orientation).toBe(6);
    expect(await shown('a.jpg', turned)).toMatchObject({
      media: 'media/a-330.webp',
      width: 330,
      height: 400,
    });
  });

  it('does not say where, when and by whom it was taken', async () => {
    const told = await flat(400, 300)
      .withExif({
        IFD0: { Copyright: 'SECRET-OWNER', Make: 'SECRET-CAMERA' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 50/1 0/1' },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SECRET-NOTE</x:xmpmeta>')
      .jpeg()
      .toBuffer();
    expect(told.includes('SECRET-OWNER') && told.includes('SECRET-NOTE')).toBe(true);
    for (const { bytes } of await sent('a.jpg', told)) {
      expect(bytes.includes('SECRET')).toBe(false);
      const { exif, xmp, iptc, orientation } = await sharp(bytes).metadata();
      expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
    }
  });

  it('keeps what is transparent transparent', async () => {
    const glass = flat(400, 300, { r: 10, g: 200, b: 30, alpha: 0.5 });
    for (const { bytes } of await sent('a.png', await glass.png().toBuffer())) {
      const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
      expect(info.channels).toBe(4);
      expect(Math.abs((data[3] ?? 0) - 128)).toBeLessThan(4);
    }
  });

  it.each([
    ['a 16-bit PNG', 'a.png', () => gradient().toColourspace('rgb16').png()],
    ['a grey PNG', 'a.png', () => gradient().greyscale().png()],
    ['a PNG with few colours', 'a.png', () => gradient().png({ palette: true })],
    ['a JPEG', 'a.jpeg', () => gradient().jpeg()],
    ['a WebP', 'a.webp', () => gradient().webp()],
    ['an AVIF', 'a.avif', () => gradient().avif()],
    ['a still GIF', 'a.gif', () => gradient().gif()],
    ['a TIFF', 'a.tiff', () => gradient().tiff()],
  ])('is welcome as %s, and looks the same afterwards', async (_name, name, make) => {
    const original = await make().toBuffer();
    const brightness = async (bytes: Uint8Array): Promise<number> => {
      const { channels } = await sharp(bytes).toColourspace('srgb').stats();
      return channels[0]?.mean ?? 0;
    };
    const wanted = await brightness(await sharp(original).toColourspace('srgb').png().toBuffer());
    const files = await sent(name, original);
    expect(files).toHaveLength(2);
    for (const { bytes } of files) expect(Math.abs((await brightness(bytes)) - wanted)).toBeLessThan(6);
  });

  it('counts as one image in the sentence about a build', async () => {
    const content = await fixture();
    await writeFile(join(content, 'media', 'a.jpg'), await flat(400, 300).jpeg().toBuffer());
    for (const path of [LETTER, LETTER_NL]) await writeFile(join(content, path), page('![a](media/a.jpg)'));
    const out = join(await temporaryFolder(), 'out');
    const done = await run(['build', '--content', content, '--out', out, '--no-cache']);
    expect(done.err).toBe('');
    expect(done.out).toContain(say.makingImage('media/a.jpg'));
    expect(done.out).toContain('2 images,');
  });
});

describe('an image that cannot be shown well is refused in the words of its author:', () => {
  const jpeg = () => flat(400, 300).jpeg().toBuffer();
  it.each<[string, string, () => Promise<Uint8Array>, say.Words]>([
    ['too narrow', 'a.png', () => flat(319, 900).png().toBuffer(), say.imageTooNarrow(319, 320)],
    [
      'turned by the camera and then too narrow',
      'a.jpg',
      () => flat(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
      say.imageTooNarrow(300, 320),
    ],
    [
      'more than 40 megapixels',
      'a.png',
      () => flat(8001, 5000).png().toBuffer(),
      say.imageTooLarge(8001, 5000, 40_000_000, 16_383),
    ],
    [
      'longer than any screen',
      'a.png',
      () => flat(320, 16_384).png().toBuffer(),
      say.imageTooLarge(320, 16_384, 40_000_000, 16_383),
    ],
    [
      'a photograph cut short',
      'a.jpg',
      async () => (await gradientJpeg()).subarray(0, 3000),
      say.imageDamaged,
    ],
    ['only the head of a photograph', 'a.jpg', async () => (await jpeg()).subarray(0, 30), say.imageDamaged],
    [
      'only the signature of a PNG',
      'a.png',
      async () => Buffer.from('89504e470d0a1a0a', 'hex'),
      say.imageDamaged,
    ],
    [
      'a PNG without any pixels',
      'a.png',
      async () => zeroPixels(await flat(400, 1).png().toBuffer()),
      say.imageDamaged,
    ],
    ['a GIF that moves', 'a.gif', () => moving(3).gif().toBuffer(), say.imageMoves],
    ['a booklet', 'a.tif', () => moving(3).tiff().toBuffer(), say.imageManyPages(3)],
    ['a WebP that moves', 'a.webp', () => moving(2).webp().toBuffer(), say.imageMoves],
    [
      'a PNG that moves',
      'a.png',
      async () => movingPng(await flat(400, 300).png().toBuffer()),
      say.imageMoves,
    ],
    [
      'for a printing press',
      'a.jpg',
      () => flat(400, 300).toColourspace('cmyk').jpeg().toBuffer(),
      say.imageColours('cmyk'),
    ],
    [
      'in colours for measuring',
      'a.tif',
      () =>
        flat(400, 300)
          .pipelineColourspace('lab')
          .toColourspace('lab')
          .tiff({ compression: 'none' })
          .toBuffer(),
      say.imageColours('lab'),
    ],
    [
      'from a telephone',
      'a.heic',
      async () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
      say.notAnImage('a HEIC photograph, as some telephones take them'),
    ],
  ])('%s', async (_name, name, make, words) => {
    expect(await problemsOf(withImage(name, await make()))).toEqual([at(`media/${name}`, null, null, words)]);
  });

  it('the same name twice', async () => {
    const bytes = await flat(400, 300).png().toBuffer();
    const twice = {
      ...letter('![Un](media/a.png)\n\n![Deux](media/a.jpg)'),
      'media/a.jpg': await jpeg(),
      'media/a.png': bytes,
    };
    expect(await problemsOf(twice)).toEqual([
      at('media/a.png', null, null, say.imageNamesake('media/a.jpg')),
    ]);
  });

  it('a name without room for a width', async () => {
    const name = `${'a'.repeat(225)}.jpg`;
    expect(await problemsOf(withImage(name, await jpeg()))).toEqual([
      at(`media/${name}`, null, null, say.imageNameTooLong),
    ]);
  });
});

it('the same photograph gives the same bytes on a computer that would take more threads', async () => {
  const bytes = await gradientJpeg();
  const kind = imageKind(bytes);
  if (kind === undefined) throw new Error('no image');
  const made = async (threads: number) => {
    vi.resetModules();
    sharp.concurrency(threads);
    const { keptRenditions, withoutCache } = await import(
      '../../../../content/publisher/images/kept-renditions.ts'
    );
    const renditions = await keptRenditions({ path: 'media/a.jpg', bytes }, kind, withoutCache);
    if ('what' in renditions) throw new Error(renditions.what);
    return renditions.map((each) => createHash('sha256').update(each.bytes).digest('hex'));
  };
  expect(await made(4)).toEqual(await made(1));
});

/** Small parts that are different everywhere, so that an encoder has to decide much. */
function gradientJpeg(): Promise<Buffer> {
  return gradient(700, 500).jpeg({ quality: 95 }).toBuffer();
}

/** A PNG whose head says that it is 0 pixels high. */
function zeroPixels(png: Buffer): Buffer {
  const changed = Buffer.from(png);
  changed.writeUInt32BE(0, 20);
  return changed;
}
