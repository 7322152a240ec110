import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceDurably } from '../../platform/durable-file.ts';
import type { TrustKeeper } from './record.ts';

/** Keeps the record in two files of a directory that exists. A file that cannot be read counts as one that is not there. */
export function diskKeeper(directory: string): TrustKeeper {
  const files = [join(directory, 'trust-a.json'), join(directory, 'trust-b.json')] as const;
  const readOne = (file: string) => readFile(file).catch(() => null);
  return {
    read: () => Promise.all([readOne(files[0]), readOne(files[1])]),
    write: (place, bytes) => replaceDurably(files[place], bytes),
  };
}
