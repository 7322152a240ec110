import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm, rmdir, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import * as say from '../messages.ts';
import { refuse, systemCode } from '../refusal.ts';

/** The file that says who is publishing; it begins with a dot, so no web server gives it away. */
export const LOCK = '.publishing';

/** How long somebody who takes over the lock of a dead process has for it, in milliseconds. */
const TAKE_OVER_MS = 60_000;

const holder = z.object({
  /** Another one at every start of a command. */
  token: z.string(),
  host: z.string(),
  pid: z.int().positive(),
  /** When the process began, as its system says it; a number is given to processes again. */
  began: z.string(),
  since: z.string(),
});
type Holder = z.infer<typeof holder>;

/**
 * Runs `work` as the only publisher of a tree. A lock left by a process that is dead is taken over; another one is
 * refused. A folder that had to be made for it goes away again when nothing was put into it.
 */
export async function whileLocked<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const made = await makeFolder(folder);
  const path = join(folder, LOCK);
  const mine: Holder = {
    token: randomUUID(),
    host: hostname(),
    pid: process.pid,
    began: await beganAt(process.pid),
    since: new Date().toISOString(),
  };
  try {
    await take(path, mine);
  } catch (error) {
    if (made) await rmdir(folder).catch(() => undefined);
    const code = systemCode(error);
    if (code === undefined) throw error;
    refuse(folder, say.treeNotWritable(code));
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
    // Only when it is empty.
    if (made) await rmdir(folder).catch(() => undefined);
  }
}

async function makeFolder(folder: string): Promise<boolean> {
  try {
    return (await mkdir(folder, { recursive: true })) !== undefined;
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return refuse(folder, say.treeNotWritable(code));
  }
}

async function take(path: string, mine: Holder): Promise<void> {
  for (;;) {
    try {
      const file = await open(path, 'wx');
      try {
        await file.writeFile(JSON.stringify(mine));
      } finally {
        await file.close();
      }
      return;
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error;
    }
    const other = await read(path);
    if (other === 'gone') continue;
    if (other === 'unreadable' || (await isAlive(other))) {
      refuse(path, say.somebodyPublishes(other === 'unreadable' ? undefined : other));
    }
    await takeAway(path, other);
  }
}

/** Takes away the lock of a dead process, and never the one that somebody else put there in the meantime. */
async function takeAway(path: string, dead: Holder): Promise<void> {
  const marked = `${path}-${dead.token}`;
  try {
    // Only one of many can give it this second name.
    await link(path, marked);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    if (systemCode(error) !== 'EEXIST') throw error;
    const since = await stat(marked).then(
      ({ ctimeMs }) => Date.now() - ctimeMs,
      () => 0,
    );
    if (since < TAKE_OVER_MS) refuse(path, say.somebodyPublishes(undefined));
  }
  const behind = await read(marked);
  if (behind !== 'gone' && behind !== 'unreadable' && behind.token === dead.token)
    await rm(path, { force: true });
  await rm(marked, { force: true });
}

async function read(path: string): Promise<Holder | 'gone' | 'unreadable'> {
  // Somebody may have made it a moment ago and not written into it yet.
  for (let attempt = 0; attempt < 20; attempt += 1) {
    try {
      const parsed = holder.safeParse(JSON.parse(await readFile(path, 'utf8')));
      if (parsed.success) return parsed.data;
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return 'gone';
      if (!(error instanceof SyntaxError)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return 'unreadable';
}

/** False only when it is sure that the process is no more: on another computer nobody can tell. */
async function isAlive({ host, pid, began }: Holder): Promise<boolean> {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return systemCode(error) !== 'ESRCH';
  }
  return (await beganAt(pid)) === began;
}

/** When a process began, in ticks since the computer started; empty where the system does not say. */
async function beganAt(pid: number): Promise<string> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything; the 22nd field is the 20th after it.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
