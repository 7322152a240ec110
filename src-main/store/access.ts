import type { Disk } from '../platform/disk.ts';
import type { Log } from '../platform/log.ts';
import type { RunningProcesses } from '../platform/process-name.ts';
import { directoryKeeper, ensureRoot } from './durable-write.ts';
import { type Done, faultOf, no } from './fault.ts';
import type { Layout } from './layout.ts';
import { takeLock } from './lock.ts';

/** The right to write in a store. */
export type Access = {
  /** Yes, or why not. What a disk did not allow is tried again: it may have been full, and there is room now. */
  readonly mayWrite: () => Promise<Done>;
  /** Gives the right back. */
  readonly release: () => Promise<void>;
};

/** What gaining access needs. */
export type AccessParts = {
  readonly disk: Disk;
  readonly layout: Layout;
  readonly log: Log;
  readonly processes: RunningProcesses;
};

type Granted = Done<() => Promise<void>>;

/** Asks for the right to write, and says in the log when there is none. Never rejects. */
export async function gainAccess(parts: AccessParts): Promise<Access> {
  let granted = await ask(parts);
  if (!granted.ok) {
    parts.log.trouble('store-not-writable', granted.fault.sentence, { fault: granted.fault.code });
  }
  return {
    mayWrite: async () => {
      // Another process that writes may have changed everything since: what we know is true no longer.
      if (!granted.ok && granted.fault.code !== 'locked-by-another') granted = await ask(parts);
      return granted.ok ? { ok: true, value: null } : granted;
    },
    release: async () => {
      if (granted.ok) await granted.value();
    },
  };
}

async function ask({ disk, layout, log, processes }: AccessParts): Promise<Granted> {
  try {
    await ensureRoot(disk, layout.directory);
    const lock = await takeLock(disk, layout.lock, processes);
    switch (lock.kind) {
      case 'held': {
        const ensure = directoryKeeper(disk);
        for (const part of [layout.blobs, layout.partial, layout.editions]) await ensure(part);
        if (lock.wasLeft) {
          log.note(
            'store-lock-left',
            'The terminal was ended in the middle of something; its store is taken over.',
          );
        }
        return { ok: true, value: lock.release };
      }
      case 'held-by-another':
        return no('locked-by-another', `process ${lock.pid}`);
      case 'unwritable':
        return faultOf(Object.assign(new Error(lock.code), { code: lock.code }));
    }
  } catch (error) {
    return faultOf(error);
  }
}
