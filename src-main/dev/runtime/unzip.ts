import { createWriteStream } from 'node:fs';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Entry, getFileNameLowLevel, openPromise } from 'yauzl';
import { Problem } from '../say.ts';

const FILE_TYPE = 0o170000;
const SYMLINK = 0o120000;

/** Unpacks a zip into `into`, with file modes and symbolic links, each file flushed to disk. Refuses paths that leave it. */
export async function unzip(zip: string, into: string): Promise<void> {
  const archive = await openPromise(zip, { decodeStrings: false });
  const links: { readonly at: string; readonly to: string }[] = [];
  try {
    for await (const entry of archive.eachEntry()) {
      const name = getFileNameLowLevel(
        entry.generalPurposeBitFlag,
        entry.fileNameRaw,
        entry.extraFields,
        false,
      );
      const target = placeInside(into, name);
      if (name.endsWith('/')) {
        await mkdir(target, { recursive: true });
        continue;
      }
      await mkdir(path.dirname(target), { recursive: true });
      const stream = await archive.openReadStreamPromise(entry);
      if ((unixMode(entry) & FILE_TYPE) === SYMLINK) {
        links.push({ at: target, to: await text(stream) });
        continue;
      }
      await pipeline(stream, createWriteStream(target, { flags: 'wx', flush: true }));
      const mode = unixMode(entry) & 0o777;
      await chmod(target, mode === 0 ? 0o644 : mode | 0o600);
    }
  } finally {
    archive.close();
  }
  // Links come last, so that no file is ever written through one.
  for (const { at, to } of links) {
    placeInside(into, path.posix.join(path.posix.dirname(path.relative(into, at)), to), path.isAbsolute(to));
    await symlink(to, at);
  }
}

/** The absolute place of an archive's path inside `root`; throws a Problem when it would lie outside. */
export function placeInside(root: string, name: string, refused = false): string {
  const target = path.resolve(root, name);
  const absolute = path.isAbsolute(name) || /^[a-z]:/i.test(name);
  if (
    refused ||
    absolute ||
    name.includes('\0') ||
    !(target + path.sep).startsWith(path.resolve(root) + path.sep)
  ) {
    throw new Problem(
      `The archive was refused: its path "${name}" leads out of the folder it is unpacked into. Nothing was installed.`,
    );
  }
  return target;
}

function unixMode(entry: Entry): number {
  return (entry.externalFileAttributes >>> 16) & 0xffff;
}
