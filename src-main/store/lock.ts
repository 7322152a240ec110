import { z } from 'zod';
import type { Disk } from '../platform/disk.ts';
import { errorCode, isNotThere } from '../platform/files.ts';
import type { ProcessName, RunningProcesses } from '../platform/process-name.ts';
import { writeAll } from './durable-write.ts';

const processName = z.strictObject({ pid: z.int().positive(), boot: z.string(), began: z.string() });

/** How often a lock that changes hands under us is tried again. */
const ATTEMPTS = 4;

/** Longest lock that is looked at, in bytes. */
const MAX_LOCK_BYTES = 4096;

/** What came of asking for the lock. */
export type LockOutcome =
  /** It is ours; `wasLeft` when a process that has ended without giving it back held it before. */
  | { readonly kind: 'held'; readonly wasLeft: boolean; readonly release: () => Promise<void> }
  | { readonly kind: 'held-by-another'; readonly pid: number }
  /** The disk does not let us write a lock; `code` of the system. */
  | { readonly kind: 'unwritable'; readonly code: string };

/**
 * Makes sure that one process alone writes in a store: a file that names its holder. A lock whose holder has ended (killed,
 * or the power failed) is taken over. Never rejects.
 */
export async function takeLock(
  disk: Disk,
  file: string,
  { me, isRunning }: RunningProcesses,
): Promise<LockOutcome> {
  const mine = `${file}.${me.pid}`;
  let wasLeft = false;
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (await claim(disk, mine, file, me))
        return { kind: 'held', wasLeft, release: () => release(disk, file, me) };
      const holder = await holderOf(disk, file);
      if (holder !== null && isRunning(holder)) return { kind: 'held-by-another', pid: holder.pid };
      wasLeft = true;
      await removeLeft(disk, file, `${mine}.left`, holder);
    }
    return { kind: 'held-by-another', pid: 0 };
  } catch (error) {
    return { kind: 'unwritable', code: errorCode(error) };
  }
}

/** Puts a whole lock at its place in one step, or answers false because there is one. */
async function claim(disk: Disk, mine: string, file: string, me: ProcessName): Promise<boolean> {
  await disk.remove(mine);
  const writing = await disk.openNew(mine);
  try {
    await writeAll(writing, new TextEncoder().encode(JSON.stringify(me)));
  } finally {
    await writing.close();
  }
  try {
    await disk.link(mine, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await disk.remove(mine);
  }
}

/** Who holds the lock; null when nobody can be made out, because it is gone or damaged. */
async function holderOf(disk: Disk, file: string): Promise<ProcessName | null> {
  try {
    const { isPlainFile, length } = await disk.facts(file);
    if (!isPlainFile || length > MAX_LOCK_BYTES) return null;
    const pieces: Uint8Array[] = [];
    for await (const piece of disk.read(file)) pieces.push(piece);
    return processName.safeParse(JSON.parse(new TextDecoder().decode(Buffer.concat(pieces)))).data ?? null;
  } catch {
    return null;
  }
}

/** Takes a lock away whose holder has ended; one that somebody else has taken meanwhile is put back. */
async function removeLeft(disk: Disk, file: string, aside: string, ended: ProcessName | null): Promise<void> {
  await disk.remove(aside);
  try {
    await disk.rename(file, aside);
  } catch (error) {
    if (isNotThere(error)) return;
    throw error;
  }
  const moved = await holderOf(disk, aside);
  const isTheSame = moved?.pid === ended?.pid && moved?.boot === ended?.boot && moved?.began === ended?.began;
  if (!isTheSame) await disk.link(aside, file).catch(() => {});
  await disk.remove(aside);
}

async function release(disk: Disk, file: string, me: ProcessName): Promise<void> {
  const holder = await holderOf(disk, file);
  if (holder?.pid === me.pid && holder.began === me.began) await disk.remove(file).catch(() => {});
}
