import type { Sharp, SharpOptions } from 'sharp';
import { MAX_PIXELS } from './limits.ts';

/** The part of sharp that is used here. */
export type ImageTool = {
  readonly open: (bytes: Uint8Array, options?: SharpOptions) => Sharp;
  /** Versions of everything that has a say in the bytes that come out. */
  readonly versions: Readonly<Record<string, string | undefined>>;
};

/** Decoders for what the guide takes; libvips knows many more, and nobody needs their mistakes. */
const DECODERS = ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif', 'Tiff'].map((name) => `VipsForeignLoad${name}`);

/** Damage is an error; a camera's small oddities are not. Nothing larger than the limit is unpacked. */
const READING = { failOn: 'error', limitInputPixels: MAX_PIXELS, autoOrient: true } as const;

let loaded: Promise<ImageTool> | undefined;

/** Loads sharp when the first pixel image is met; rejects when it is not installed for this computer. */
export function imageTool(): Promise<ImageTool> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<ImageTool> {
  const { default: sharp } = await import('sharp');
  // AVIF comes out differently with more than one thread: the same sources have to give the same bytes everywhere.
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: DECODERS });
  return {
    open: (bytes, options) => sharp(bytes, { ...READING, ...options }),
    versions: sharp.versions,
  };
}
