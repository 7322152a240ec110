import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, statfsSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** Where Linux keeps a disk in memory. */
const MEMORY_DISK = '/dev/shm';

/** Bytes that must be free on that disk, and in memory, before tests write there: many times what they ever need at once. */
const DISK_NEEDED = 2 * 1024 ** 3;
const MEMORY_NEEDED = 4 * 1024 ** 3;

/** Where programs put their temporary files: the environment that says so, and how to take all of them away. */
export type Scratch = { readonly env: NodeJS.ProcessEnv; readonly remove: () => Promise<void> };

/** What the choice depends on. */
export type ScratchPorts = {
  readonly env: NodeJS.ProcessEnv;
  /** A directory on a disk in memory. */
  readonly memoryDisk: string;
  /** Bytes of memory that are free. */
  readonly freeMemory: number;
  /** Bytes that are free on the disk of a directory. Throws when there is none. */
  readonly freeOn: (directory: string) => number;
};

/**
 * A place for temporary files on a disk in memory, where a write that has to reach the disk costs nothing: tests write thousands of
 * those. Where there is no such disk, or it is small, or programs cannot be started from it, the system's own place.
 */
export function openScratch(ports: ScratchPorts = machine()): Scratch {
  const { env, memoryDisk, freeMemory, freeOn } = ports;
  const own: Scratch = { env, remove: async () => {} };
  // Somebody has said where.
  if (env['TMPDIR']) return own;
  try {
    if (freeMemory < MEMORY_NEEDED || freeOn(memoryDisk) < DISK_NEEDED) return own;
    const directory = mkdtempSync(path.join(memoryDisk, 'openfloor-tests-'));
    const remove = () => rm(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    // The filters of a print system run as users of their own.
    chmodSync(directory, 0o755);
    if (!startsPrograms(directory)) return { env, remove };
    return { env: { ...env, TMPDIR: directory }, remove };
  } catch {
    return own;
  }
}

/** False where the disk is mounted without the right to start programs, as in many containers. */
function startsPrograms(directory: string): boolean {
  const program = path.join(directory, 'program');
  writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  return spawnSync(program).status === 0;
}

function machine(): ScratchPorts {
  return {
    env: process.env,
    memoryDisk: MEMORY_DISK,
    freeMemory: os.freemem(),
    freeOn: (directory) => {
      const { bavail, bsize } = statfsSync(directory);
      return bavail * bsize;
    },
  };
}
