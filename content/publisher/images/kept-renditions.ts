import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Words } from '../messages.ts';
import * as say from '../messages.ts';
import { type Cache, cacheFolder, folderCache, noCache } from './cache.ts';
import type { ImageKind } from './kinds.ts';
import { AVIF, WEBP, WIDTHS } from './limits.ts';
import { makeRenditions, type Rendition } from './renditions.ts';
import { type ImageTool, imageTool } from './sharp.ts';

/** How pixel images are made ready. */
export type ImageWork = {
  readonly cache: Cache;
  /** Told the path of every image that has to be made because it is not in the cache. */
  readonly onMake?: ((path: string) => void) | undefined;
};

/** Makes every image anew. */
export const withoutCache: ImageWork = { cache: noCache };

/** Keeps what it makes in the cache of this computer. */
export const keptImages: ImageWork = { cache: folderCache(cacheFolder()) };

/** Rises when the code that makes renditions changes what comes out. */
const RECIPE = 1;

/** {@link makeRenditions}, or what it made of the same bytes before. */
export async function keptRenditions(
  file: { readonly path: string; readonly bytes: Uint8Array },
  kind: ImageKind,
  { cache, onMake }: ImageWork,
): Promise<readonly Rendition[] | Words> {
  let tool: ImageTool;
  try {
    tool = await imageTool();
  } catch {
    return say.imagesUnreadable;
  }
  const key = keyOf(file.bytes, tool);
  const before = unpack(await cache.get(key));
  if (before !== undefined) return before;
  onMake?.(file.path);
  const made = await makeRenditions(file.bytes, kind, tool);
  if (!('what' in made)) await cache.put(key, pack(made));
  return made;
}

function keyOf(bytes: Uint8Array, { versions }: ImageTool): string {
  const recipe = JSON.stringify([RECIPE, WIDTHS, AVIF, WEBP, Object.entries(versions).sort()]);
  return createHash('sha256').update(recipe).update('\n').update(bytes).digest('hex');
}

const list = z
  .array(
    z.strictObject({
      type: z.enum(['image/avif', 'image/webp']),
      width: z.int().positive(),
      height: z.int().positive(),
      length: z.int().positive(),
    }),
  )
  .min(1);

/** A line of JSON that lists the renditions, then their bytes in this order. */
function pack(renditions: readonly Rendition[]): Uint8Array {
  const entries = renditions.map(({ bytes, ...rest }) => ({ ...rest, length: bytes.length }));
  const head = Buffer.from(`${JSON.stringify(entries satisfies z.infer<typeof list>)}\n`);
  return Buffer.concat([head, ...renditions.map(({ bytes }) => bytes)]);
}

function unpack(packed: Uint8Array | undefined): readonly Rendition[] | undefined {
  if (packed === undefined) return undefined;
  const end = packed.indexOf(10);
  const entries = list.parse(JSON.parse(Buffer.from(packed.subarray(0, end)).toString('utf8')));
  let at = end + 1;
  return entries.map(({ length, ...rest }) => {
    const bytes = packed.subarray(at, at + length);
    at += length;
    return { ...rest, bytes };
  });
}
