import { dirname, join, resolve } from 'node:path';
import { UsageError } from './command.ts';
import { cacheFolder, folderCache, noCache } from './images/cache.ts';
import type { ImageWork } from './images/kept-renditions.ts';
import { sweepCache } from './images/sweep.ts';
import { nothingKept, openKept } from './kept/kept-documents.ts';
import { cacheAndNoCache } from './messages.ts';
import { type Compiled, compileGuide } from './steps/compile-guide.ts';
import { readSources } from './steps/read-sources.ts';

/** The options of a command that turns the guide into an edition. */
export const COMPILE_OPTIONS = {
  content: { type: 'string' },
  cache: { type: 'string' },
  'no-cache': { type: 'boolean' },
} as const;

/** What a guide became, and how to keep for the next time what can be used again. */
export type CompiledEdition = {
  readonly compiled: Compiled;
  /** How many warnings readers of the guide may stumble over; to be asked for an edition only. */
  readonly warnings: () => number;
  readonly keep: () => Promise<void>;
};

/** The guide in `content` as edition `seq`, with the help of what earlier commands kept on this computer. */
export async function compileEdition(
  content: string,
  seq: number,
  cache: string | undefined,
  onMakeImage: ImageWork['onMake'],
): Promise<CompiledEdition> {
  const kept = cache === undefined ? nothingKept : await openKept(cache, content);
  const images: ImageWork = {
    cache: cache === undefined ? noCache : folderCache(join(cache, 'images')),
    onMake: onMakeImage,
  };
  const compiled = await compileGuide(await readSources(content), seq, kept.read, images, kept.find);
  return {
    compiled,
    warnings: () => kept.countWarnings(compiled.texts),
    keep: async () => {
      if (compiled.ok) await kept.save(compiled.edition, compiled.texts);
      if (cache !== undefined) await sweepCache(join(cache, 'images'));
    },
  };
}

/** The folder where commands keep what they can use again; undefined to keep nothing. */
export function cacheOf(
  options: { readonly cache?: string; readonly 'no-cache'?: boolean },
  cwd: string,
): string | undefined {
  if (options['no-cache'] === true) {
    if (options.cache !== undefined) throw new UsageError(cacheAndNoCache);
    return undefined;
  }
  return options.cache === undefined ? dirname(cacheFolder()) : resolve(cwd, options.cache);
}
