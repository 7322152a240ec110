import { readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is kept of the images of a computer; times in milliseconds, sizes in bytes. */
export const SWEEP = {
  /** What nobody has asked for so long is made again when it is asked for. */
  maxAgeMs: 90 * 86_400_000,
  /** The most that all of them together take: about a thousand photographs. */
  maxBytes: 1024 ** 3,
  /** What was made or asked for since then may be needed by a command that is just at work. */
  inUseMs: 60 * 60_000,
  /** A folder is looked through once in that time. */
  everyMs: 86_400_000,
} as const;

/** The file whose age says when a folder was looked through. */
const SWEPT = '.swept';

type Entry = { readonly path: string; readonly at: number; readonly bytes: number };

/**
 * Takes out of an image cache what was not asked for in {@link SWEEP.maxAgeMs}, then what was asked for longest ago until
 * the rest fits. Never anything that may be in use; never more than a cache: what cannot be taken away stays.
 */
export async function sweepCache(
  folder: string,
  now = Date.now(),
  limits: SweepLimits = SWEEP,
): Promise<void> {
  try {
    const marker = join(folder, SWEPT);
    if (now - (await timeOf(marker)) < limits.everyMs) return;
    await writeFile(marker, '');
    await utimes(marker, new Date(now), new Date(now));

    const entries = (await entriesOf(folder)).sort((a, b) => b.at - a.at);
    let bytes = 0;
    for (const entry of entries) {
      bytes += entry.bytes;
      const age = now - entry.at;
      const goes = age > limits.maxAgeMs || bytes > limits.maxBytes;
      if (goes && age > limits.inUseMs) await rm(entry.path, { force: true }).catch(() => undefined);
    }
  } catch {
    // No cache yet, or one that cannot be read: nothing to sweep.
  }
}

type SweepLimits = Readonly<Record<keyof typeof SWEEP, number>>;

/** Notes that something kept was asked for, unless that is noted already. */
export async function touched(path: string, now = Date.now()): Promise<void> {
  if (now - (await timeOf(path)) < SWEEP.inUseMs / 2) return;
  await utimes(path, new Date(now), new Date(now)).catch(() => undefined);
}

/** When a file was written or asked for last, in milliseconds since 1970; 0 for one that is not there. */
async function timeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}

async function entriesOf(folder: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    // Only what this cache has made: 64 digits, perhaps with the ending of one that was being written.
    if (!entry.isFile() || !/^[0-9a-f]{64}(?:\.[0-9a-f]{8})?$/.test(entry.name)) continue;
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined) entries.push({ path, at: found.mtimeMs, bytes: found.size });
  }
  return entries;
}
