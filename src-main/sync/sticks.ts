import { join } from 'node:path';
import { TIMESTAMP_PATH } from '../../content/model/central-server.ts';
import type { Files } from '../platform/files.ts';

/** Where systems hang sticks in, and how many folders below that place a stick lies: `/media/<user>/<stick>`, `/mnt`. */
const PLACES: readonly { readonly directory: string; readonly depth: number }[] = [
  { directory: '/media', depth: 2 },
  { directory: '/run/media', depth: 2 },
  { directory: '/mnt', depth: 1 },
];

/** The drives that Windows may give to a stick. Not tried on Windows. */
const DRIVES = 'DEFGHIJKLMNOPQRSTUVWXYZ';

/** Folders on a stick in which a published tree may lie, the stick itself first. */
const FOLDERS = ['', 'openfloor'] as const;

/** How many folders are looked at in one place: a stick is not a library. */
const MOST_FOLDERS = 64;

/**
 * The published trees on the sticks that are plugged in now, in the order of their names. It only looks: whatever lies there is
 * believed by nobody before `syncFrom` has verified it.
 */
export async function findSticks(
  files: Pick<Files, 'list' | 'facts'>,
  platform: NodeJS.Platform,
  places: typeof PLACES = PLACES,
): Promise<readonly string[]> {
  const roots =
    platform === 'win32' ? [...DRIVES].map((drive) => `${drive}:\\`) : await mounted(files, places);
  const candidates = roots.flatMap((root) => FOLDERS.map((folder) => join(root, folder)));
  const found: string[] = [];
  for (const candidate of candidates) {
    const facts = await files.facts(join(candidate, ...TIMESTAMP_PATH.split('/'))).catch(() => null);
    if (facts?.isPlainFile === true) found.push(candidate);
  }
  return found;
}

async function mounted(files: Pick<Files, 'list'>, places: typeof PLACES): Promise<readonly string[]> {
  const inside = async (directory: string, depth: number): Promise<readonly string[]> => {
    const names = await files.list(directory).catch(() => []);
    const folders = names.slice(0, MOST_FOLDERS).map((name) => join(directory, name));
    if (depth === 1) return folders;
    const deeper = await Promise.all(folders.map((folder) => inside(folder, depth - 1)));
    // A stick may also hang directly in the place of users.
    return [...folders, ...deeper.flat()];
  };
  return (await Promise.all(places.map(({ directory, depth }) => inside(directory, depth)))).flat();
}
