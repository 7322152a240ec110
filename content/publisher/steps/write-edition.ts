import { randomUUID } from 'node:crypto';
import { linkSync, lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { lstat, mkdir, readdir, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Words } from '../messages.ts';
import * as say from '../messages.ts';
import type { Edition } from './assemble.ts';
import { writeDurably } from './write-durably.ts';

/** What an earlier build leaves in its folder, and what operating systems add by themselves. */
const OURS = new Set(['edition.json', 'blobs', '.DS_Store', 'Thumbs.db', 'desktop.ini']);

/**
 * Writes an edition into `out`: first beside it, then renamed into place, so that `out` always holds one whole edition
 * or what it held before. Returns the words of a refusal; undefined when the edition stands.
 */
export async function writeEdition(
  edition: Edition,
  out: string,
  content: string,
): Promise<Words | undefined> {
  let beside: string | undefined;
  try {
    const target = await wherever(out);
    const refusal = (await overlap(target, content)) ?? (await occupied(target));
    if (refusal !== undefined) return refusal;
    await mkdir(dirname(target), { recursive: true });
    beside = `${target}.new-${randomUUID().slice(0, 8)}`;
    await writeAll(edition, beside, target);
    await putInPlace(beside, target);
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return say.cannotWrite(code);
  } finally {
    if (beside !== undefined) await rm(beside, { recursive: true, force: true });
  }
}

/** Where `out` really lies when it, or a folder above it, is a shortcut. */
async function wherever(out: string): Promise<string> {
  try {
    return await realpath(out);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || dirname(out) === out) throw error;
    return join(await wherever(dirname(out)), basename(out));
  }
}

async function overlap(target: string, content: string): Promise<Words | undefined> {
  const folder = await realpath(content);
  const inside = (inner: string, outer: string): boolean => {
    const way = relative(outer, inner);
    return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way);
  };
  return inside(target, folder) || inside(folder, target) ? say.outOverlapsContent : undefined;
}

async function occupied(target: string): Promise<Words | undefined> {
  const stats = await lookAt(target);
  if (stats === undefined) return undefined;
  if (!stats.isDirectory()) return say.outIsAFile;
  const names = (await readdir(target)).sort();
  const stranger = names.find((name) => !OURS.has(name));
  if (stranger !== undefined) return say.outIsNotOurs(stranger);
  const empty = names.every((name) => name !== 'blobs' && name !== 'edition.json');
  return empty || names.includes('edition.json') ? undefined : say.outIsNotOurs('blobs');
}

/** How many files are written at the same time. */
const WRITERS = 8;

/** `earlier` is where an edition may stand already: a file that is the same there gets a second name, and is not written again. */
async function writeAll({ blobs, pointerBytes }: Edition, folder: string, earlier: string): Promise<void> {
  const folders = new Set([...blobs.keys()].map((path) => dirname(path)));
  for (const inner of folders) mkdirSync(join(folder, inner), { recursive: true });
  const rest = blobs.entries();
  const write = async (): Promise<void> => {
    for (const [path, bytes] of rest) {
      const place = join(folder, path);
      if (!linked(join(earlier, path), place, bytes)) await writeDurably(place, bytes);
    }
  };
  // All of them end before anything is taken away again, also when one of them fails.
  const ends = await Promise.allSettled(Array.from({ length: WRITERS }, write));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  await writeDurably(join(folder, 'edition.json'), pointerBytes);
}

/**
 * True when `old` holds just these bytes and now has the name `place` too; not every disk can do that. Without waiting
 * in between: for thousands of small files that is several times faster.
 */
function linked(old: string, place: string, bytes: Uint8Array): boolean {
  try {
    const found = lstatSync(old);
    if (!found.isFile() || found.size !== bytes.length || !readFileSync(old).equals(bytes)) return false;
    linkSync(old, place);
    return true;
  } catch {
    return false;
  }
}

/** Renames the new folder to its name. If that fails, the old one gets its name back. */
async function putInPlace(beside: string, target: string): Promise<void> {
  if ((await lookAt(target)) === undefined) return rename(beside, target);
  const old = `${beside}.old`;
  await rename(target, old);
  try {
    await rename(beside, target);
  } catch (error) {
    await rename(old, target);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

async function lookAt(path: string) {
  try {
    return await lstat(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The computer's code for a trouble with the disk; undefined for any other error. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
