import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Disk, machineDisk } from '../../src-main/platform/disk.ts';
import type { ContentStore } from '../../src-main/store/content-store.ts';
import type { StoreParts } from '../../src-main/store/open-store.ts';
import { openStoreIn } from './open-store.ts';

/** The real store in a directory, which shows every edition it is given, as a stage with nobody before it would. */
export type WatchedStore = ContentStore & {
  /** SHA-256 over the bytes on disk of everything that is on show. */
  readonly shownHash: () => Promise<string>;
  /** How often an edition came on show. */
  readonly activations: () => number;
};

/** The disk of this machine without waiting for it: what a power cut does is the store's own matter, and has its own tests. */
const hastyDisk: Disk = {
  ...machineDisk,
  openNew: async (file) => ({ ...(await machineDisk.openNew(file)), sync: async () => {} }),
  openToAppend: async (file) => ({ ...(await machineDisk.openToAppend(file)), sync: async () => {} }),
  syncDirectory: async () => {},
};

/** Opens it. */
export async function watchedStore(
  directory: string,
  options: Partial<StoreParts> = {},
): Promise<WatchedStore> {
  const { store } = await openStoreIn(directory, { disk: hastyDisk, ...options });
  let activations = 0;
  return {
    ...store,
    addEdition: async (pointer, options) => {
      const added = await store.addEdition(pointer, options);
      if (!added.ok || store.active()?.seq === pointer.seq) return added;
      const activated = await store.activate(pointer.seq);
      if (!activated.ok) return activated;
      activations += 1;
      return added;
    },
    shownHash: async () => {
      const shown = store.active();
      const hash = createHash('sha256').update(`${shown?.seq} ${shown?.manifestSha256}`);
      if (shown !== null) hash.update(await readFile(shown.manifestFile.file));
      for (const { path } of shown?.manifest.files ?? []) {
        const file = shown?.open(path)?.file ?? '';
        hash.update(path).update(await readFile(file).catch(() => 'gone'));
      }
      return hash.digest('hex');
    },
    activations: () => activations,
  };
}
