import { join } from 'node:path';
import { type Disk, machineDisk } from '../../platform/disk.ts';
import { durableWrite, ensureRoot } from '../../store/durable-write.ts';
import { collect } from '../fetching/transport.ts';
import { MAX_RECORD_BYTES } from '../limits.ts';
import type { TrustKeeper } from './record.ts';

/** Keeps the record in two files of a directory, which is made when it is not there. A file that cannot be read counts as one that is not there. */
export function diskKeeper(directory: string, disk: Disk = machineDisk): TrustKeeper {
  const files = [join(directory, 'trust-a.json'), join(directory, 'trust-b.json')] as const;
  const readOne = async (file: string): Promise<Uint8Array | null> => {
    try {
      const { isPlainFile, length } = await disk.facts(file);
      return isPlainFile && length <= MAX_RECORD_BYTES ? await collect(disk.read(file)) : null;
    } catch {
      return null;
    }
  };
  let isSure = false;
  return {
    read: () => Promise.all([readOne(files[0]), readOne(files[1])]),
    write: async (place, bytes) => {
      // The name of the directory itself, too, has to outlive a power cut.
      if (!isSure) await ensureRoot(disk, directory);
      isSure = true;
      await durableWrite(disk, files[place], bytes, null);
    },
  };
}
