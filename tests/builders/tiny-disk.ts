import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, that can be filled to the last byte. */
export type TinyDisk = {
  readonly directory: string;
  /** Makes it read-only, or writable again. */
  readonly remount: (options: 'ro' | 'rw') => void;
  /** Gives it another size, in bytes. */
  readonly grow: (bytes: number) => void;
  readonly unmount: () => Promise<void>;
};

/** Mounts a small disk in memory; null where that is not allowed (only root may), with the reason in `whyNot`. */
export function mountTinyDisk(bytes: number): TinyDisk | { readonly whyNot: string } {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return { whyNot: 'only root on Linux can mount a disk in memory' };
  }
  const directory = mkdtempSync(join(tmpdir(), 'openfloor-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', directory], { stdio: 'pipe' });
  } catch (error) {
    return { whyNot: `a disk in memory cannot be mounted here (${String(error).split('\n')[0]})` };
  }
  return {
    directory,
    remount: (options) =>
      void execFileSync('mount', ['-o', `remount,${options}`, directory], { stdio: 'pipe' }),
    grow: (bytes) =>
      void execFileSync('mount', ['-o', `remount,size=${bytes}`, directory], { stdio: 'pipe' }),
    unmount: async () => {
      execFileSync('umount', ['-l', directory], { stdio: 'pipe' });
      await rm(directory, { recursive: true, force: true });
    },
  };
}
