import { extname, join } from 'node:path';
import { type Files, isNotThere } from '../../platform/files.ts';

/** Where one built file lies, and what it is. */
export type PageFile = { readonly file: string; readonly type: string };

/** The built files by their address without the first slash, for instance `visitor/index.html`. */
export type PageFiles = ReadonlyMap<string, PageFile>;

/** Directories of the build that visitors' pages may load, and the page that lays out their tickets. */
export const VISITOR_DIRECTORIES = ['visitor', 'print', 'assets'] as const;

/** Directories of the build that the staff page may load. */
export const STAFF_DIRECTORIES = ['staff', 'assets'] as const;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.vtt': 'text/vtt',
  '.wasm': 'application/wasm',
};

/**
 * Lists what may be served, once at start: an address is looked up in this list and never made into a path. A
 * directory that is not there gives nothing; rejects when a directory cannot be read.
 */
export async function listPageFiles(
  pages: string,
  files: Files,
  directories: readonly string[] = VISITOR_DIRECTORIES,
): Promise<PageFiles> {
  const found = new Map<string, PageFile>();
  for (const directory of directories) {
    for (const name of await namesIn(join(pages, directory), files)) {
      const file = join(pages, directory, name);
      if (!(await files.facts(file)).isPlainFile) continue;
      const type = TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream';
      found.set(`${directory}/${name}`, { file, type });
    }
  }
  return found;
}

async function namesIn(directory: string, files: Files): Promise<readonly string[]> {
  try {
    return await files.list(directory);
  } catch (error) {
    if (isNotThere(error)) return [];
    throw error;
  }
}
