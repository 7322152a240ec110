import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { replaceDurably } from '../platform/durable-file.ts';
import { isNotThere } from '../platform/files.ts';
import { MAX_STAFF_RECORD_BYTES } from './limits.ts';

/** One small record on the disk. Every call may reject with a Node system error. */
export type RecordFile = {
  /** The text; null when there is no such file. */
  readonly read: () => Promise<string | null>;
  /** Resolves when it is on the disk for good. */
  readonly write: (text: string) => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** A record in a file of its own, which survives a power cut whole. */
export function recordFile(file: string): RecordFile {
  return {
    read: async () => {
      try {
        const { size } = await stat(file);
        // Ours are far smaller: whatever this is, it is not ours, and is not read into memory.
        return size > MAX_STAFF_RECORD_BYTES ? '' : await readFile(file, 'utf8');
      } catch (error) {
        if (isNotThere(error)) return null;
        throw error;
      }
    },
    write: async (text) => {
      await mkdir(dirname(file), { recursive: true });
      await replaceDurably(file, text);
    },
    remove: () => rm(file, { force: true }),
  };
}

/** The value of a JSON text; undefined when it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
