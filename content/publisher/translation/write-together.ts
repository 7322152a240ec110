import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Words } from '../messages.ts';
import { nothingWritten } from '../messages.ts';
import { writeDurably } from '../steps/write-durably.ts';

/** A file to be written below a folder. */
export type NewFile = { readonly path: string; readonly bytes: Uint8Array };

/**
 * Writes all files below `folder` or none: first each beside its place and safely on the disk, then all of them renamed.
 * If that stops half-way, what was renamed gets its old bytes back. Returns the words of a refusal, with the file.
 */
export async function writeTogether(
  folder: string,
  files: readonly NewFile[],
): Promise<{ readonly path: string; readonly words: Words } | undefined> {
  const beside: {
    readonly file: NewFile;
    readonly temporary: string;
    readonly before: Uint8Array | undefined;
  }[] = [];
  const replaced: typeof beside = [];
  let current = '';
  try {
    for (const file of files) {
      current = file.path;
      const target = join(folder, file.path);
      const before = await bytesOf(target);
      const temporary = besideName(target);
      beside.push({ file, temporary, before });
      await writeInItsFolder(temporary, file.bytes);
    }
    for (const entry of beside) {
      current = entry.file.path;
      await rename(entry.temporary, join(folder, current));
      replaced.push(entry);
    }
    return undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    for (const { file, before } of replaced) await putBack(join(folder, file.path), before);
    return { path: current, words: nothingWritten(code) };
  } finally {
    for (const { temporary } of beside) await rm(temporary, { force: true });
  }
}

/** A name that begins with a dot is no part of a guide. */
function besideName(target: string): string {
  return join(dirname(target), `.${basename(target)}.new-${randomUUID().slice(0, 8)}`);
}

async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  try {
    return (await lstat(path)).isFile() ? await readFile(path) : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeInItsFolder(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeDurably(path, bytes);
}

async function putBack(path: string, before: Uint8Array | undefined): Promise<void> {
  if (before === undefined) return rm(path, { force: true });
  const temporary = besideName(path);
  await writeInItsFolder(temporary, before);
  await rename(temporary, path);
}
