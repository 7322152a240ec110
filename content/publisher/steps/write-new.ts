import { mkdir, open, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Words } from '../messages.ts';
import { cannotWriteNew } from '../messages.ts';

/** Writes new files into a folder, all of them or none; never over one that is there. Returns the words of a refusal. */
export async function writeNew(
  folder: string,
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<Words | undefined> {
  const written: string[] = [];
  let made: string | undefined;
  try {
    for (const { path, text } of files) {
      const target = join(folder, path);
      made = (await mkdir(dirname(target), { recursive: true })) ?? made;
      const file = await open(target, 'wx');
      written.push(target);
      try {
        await file.writeFile(text);
        await file.sync();
      } finally {
        await file.close();
      }
    }
    return undefined;
  } catch (error) {
    for (const target of written) await rm(target, { force: true });
    // Only a folder that was made here and is still empty goes away again.
    if (made !== undefined) await rmdir(made).catch(() => undefined);
    if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
    return cannotWriteNew(error.code);
  }
}
