import { join } from 'node:path';
import { type Disk, machineDisk } from '../../src-main/platform/disk.ts';
import type { RunningProcesses } from '../../src-main/platform/process-name.ts';
import type { ContentStore } from '../../src-main/store/content-store.ts';
import { openContentStore, type StoreParts } from '../../src-main/store/open-store.ts';
import { directorySource, takeEdition } from '../../src-main/store/take-edition.ts';
import { type HandClock, handClock } from '../fakes/hand-clock.ts';
import { recordedLog } from '../fakes/recorded-log.ts';
import { type TinyEdition, type TinyEditionOptions, writeTinyEdition } from './tiny-edition.ts';

/** A process that is the only one of its machine; every store of a test that is not about locks is opened by it. */
export const ALONE: RunningProcesses = { me: { pid: 1, boot: 'test', began: '1' }, isRunning: () => false };

/** A store under test, with the log it wrote while it was opened and since. */
export type StoreUnderTest = {
  readonly store: ContentStore;
  readonly log: ReturnType<typeof recordedLog>;
  readonly clock: HandClock;
};

/** Opens the store in a directory, as the terminal would after a start. Its clock stands at the present, so that files have an age. */
export async function openStoreIn(
  directory: string,
  options: Partial<StoreParts> & { readonly disk?: Disk } = {},
): Promise<StoreUnderTest> {
  const log = recordedLog();
  const clock = handClock();
  clock.sleep(Date.now() - clock.now().getTime());
  const store = await openContentStore({
    disk: machineDisk,
    directory,
    factory: null,
    clock,
    log,
    processes: ALONE,
    freeKept: 0,
    ...options,
  });
  return { store, log, clock };
}

/** Writes a tiny edition beside a store and brings it in; throws with the store's own sentence when that fails. */
export async function bringIn(
  store: ContentStore,
  directory: string,
  options: TinyEditionOptions = {},
): Promise<TinyEdition> {
  const made = await writeTinyEdition(join(directory, `edition-${options.seq ?? 1}`), options);
  const took = await takeEdition(store, directorySource(made.directory, machineDisk), made.pointer);
  if (!took.ok) throw new Error(took.fault.sentence);
  return made;
}
