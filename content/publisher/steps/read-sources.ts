import { lstatSync, readFileSync } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_BLOB_BYTES, MAX_EDITION_BYTES } from '../../model/limits.ts';
import type { Words } from '../messages.ts';
import {
  fileTooLarge,
  guideTooLarge,
  noSuchFolder,
  notAGuide,
  notAnOrdinaryFile,
  unreadable,
} from '../messages.ts';
import { byCodeUnits, type Problem, problemAt, wholeFile } from '../problem.ts';
import { FOLDERS } from './folders.ts';

/** One file of the guide folder; `path` is inside that folder, always with `/`. */
export type SourceFile = { readonly path: string; readonly bytes: Uint8Array };

/** All files of a guide folder, sorted by path, with what went wrong while reading them. */
export type Sources = { readonly files: readonly SourceFile[]; readonly problems: readonly Problem[] };

/**
 * Reads a guide folder into memory. Follows no symbolic link and reads nothing past the limits of a terminal. Files are
 * read without waiting in between: for thousands of small ones that is several times faster.
 */
export async function readSources(folder: string): Promise<Sources> {
  const only = (words: Words): Sources => ({ files: [], problems: [problemAt(wholeFile(folder), words)] });
  try {
    if ((await lookAt(folder)) === undefined) return only(noSuchFolder(folder));
    // Somebody's home folder is no guide with ten thousand mistakes.
    if (!(await isGuide(folder))) return only(notAGuide);
    const { found, problems } = await walk(folder);
    const total = found.reduce((sum, { size }) => sum + size, 0);
    if (total > MAX_EDITION_BYTES) return only(guideTooLarge(total, MAX_EDITION_BYTES));

    const files: SourceFile[] = [];
    for (const { path } of found) {
      try {
        files.push({ path, bytes: readFileSync(join(folder, path)) });
      } catch (error) {
        problems.push(problemAt(wholeFile(path), unreadable(reason(error))));
      }
    }
    return { files: files.sort((a, b) => byCodeUnits(a.path, b.path)), problems };
  } catch (error) {
    return only(unreadable(reason(error)));
  }
}

type Found = { readonly path: string; readonly size: number };

/** All ordinary files below a folder that are not too large; the others as problems. */
async function walk(folder: string): Promise<{ found: Found[]; problems: Problem[] }> {
  const found: Found[] = [];
  const problems: Problem[] = [];
  const into = async (inside: string): Promise<void> => {
    const names = (await readdir(join(folder, inside))).filter(isOfTheGuide).sort(byCodeUnits);
    for (const name of names) {
      const path = inside === '' ? name : `${inside}/${name}`;
      const report = (words: Words): void => {
        problems.push(problemAt(wholeFile(path), words));
      };
      try {
        const stats = lstatSync(join(folder, path));
        if (stats.isDirectory()) await into(path);
        else if (!stats.isFile()) report(notAnOrdinaryFile);
        else if (stats.size > MAX_BLOB_BYTES) report(fileTooLarge(stats.size, MAX_BLOB_BYTES));
        else found.push({ path, size: stats.size });
      } catch (error) {
        report(unreadable(reason(error)));
      }
    }
  };
  await into('');
  return { found, problems };
}

/** False for what editors and operating systems leave behind, and for notes to colleagues. */
function isOfTheGuide(name: string): boolean {
  return !(
    name.startsWith('.') ||
    name.endsWith('~') ||
    name === 'Thumbs.db' ||
    name === 'desktop.ini' ||
    name === 'README.md'
  );
}

async function isGuide(folder: string): Promise<boolean> {
  for (const name of ['guide.yaml', ...Object.values(FOLDERS)]) {
    if ((await lookAt(join(folder, name))) !== undefined) return true;
  }
  return false;
}

async function lookAt(folder: string) {
  try {
    return await lstat(folder);
  } catch (error) {
    if (reason(error) === 'ENOENT' || reason(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** The computer's short code for an error, for instance `EACCES`. */
function reason(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : String(error);
}
