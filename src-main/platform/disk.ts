import { link, lstat, mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import { errorCode, type FileFacts, type Files, machineFiles } from './files.ts';

/** What lies at a path, with the moment it was last written, in milliseconds since 1970 by the clock of the machine. */
export type DiskFacts = FileFacts & { readonly isDirectory: boolean; readonly modifiedAtMs: number };

/** A file that is being written. */
export type Writing = {
  /** Appends some of the bytes, perhaps not all; answers how many. */
  readonly write: (bytes: Uint8Array) => Promise<number>;
  /** Returns when everything written so far is on the disk for good (fsync). */
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * Reading and writing the disk, one system call for each function, so that a test can count, refuse, lose or kill at any of
 * them. Every call may reject with a Node system error, whose `code` tells why.
 */
export type Disk = Omit<Files, 'facts'> & {
  /** What lies at a path; a link is not followed. */
  readonly facts: (path: string) => Promise<DiskFacts>;
  /** Makes a file to write; rejects with `EEXIST` when something lies there. */
  readonly openNew: (file: string) => Promise<Writing>;
  /** Opens a file to write at its end, and makes it when it is not there. */
  readonly openToAppend: (file: string) => Promise<Writing>;
  /** Makes one directory; rejects with `EEXIST` when something lies there. */
  readonly makeDirectory: (directory: string) => Promise<void>;
  /** Gives a file another name, in place of what had it. */
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Gives a file a second name; rejects with `EEXIST` when something lies there. */
  readonly link: (file: string, second: string) => Promise<void>;
  /** Takes away whatever lies there, a directory with all it holds; nothing there is fine. */
  readonly remove: (path: string) => Promise<void>;
  /** Returns when the names in a directory are on the disk for good (fsync of the directory). */
  readonly syncDirectory: (directory: string) => Promise<void>;
  /** Free bytes for us on the disk that holds a directory. */
  readonly freeBytes: (directory: string) => Promise<number>;
};

/** Codes with which systems say that a directory cannot be synced; Windows keeps its names safe by itself. */
const CANNOT_SYNC_DIRECTORIES: ReadonlySet<string> = new Set(['EISDIR', 'EPERM', 'EINVAL', 'EBADF']);

async function openWriting(file: string, flags: 'wx' | 'a'): Promise<Writing> {
  const handle = await open(file, flags);
  return {
    write: async (bytes) => (await handle.write(bytes)).bytesWritten,
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

async function syncDirectory(directory: string): Promise<void> {
  try {
    const handle = await open(directory, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (process.platform !== 'win32' || !CANNOT_SYNC_DIRECTORIES.has(errorCode(error))) throw error;
  }
}

/** The disk of this machine. */
export const machineDisk: Disk = {
  ...machineFiles,
  facts: async (path) => {
    const found = await lstat(path);
    return {
      isPlainFile: found.isFile(),
      isDirectory: found.isDirectory(),
      length: found.size,
      modifiedAtMs: found.mtimeMs,
    };
  },
  openNew: (file) => openWriting(file, 'wx'),
  openToAppend: (file) => openWriting(file, 'a'),
  makeDirectory: async (directory) => {
    await mkdir(directory);
  },
  rename,
  link,
  remove: (path) => rm(path, { recursive: true, force: true }),
  syncDirectory,
  freeBytes: async (directory) => {
    const { bavail, bsize } = await statfs(directory);
    return bavail * bsize;
  },
};
