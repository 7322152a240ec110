import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { findOnPath } from '../../src-main/dev/commands.ts';
import { cacheDirOf } from '../../src-main/dev/runtime/ports.ts';
import { isDebian, realSystemPorts } from '../../src-main/dev/system.ts';

const run = promisify(execFile);

/** The Debian package that brings promtool; of it only that program is used, and nothing is installed. */
const PACKAGE = 'prometheus';
const INSIDE = 'usr/bin/promtool';

/** Prometheus' own checker: on the PATH, kept from an earlier run, or fetched from Debian; else why there is none. */
export async function findPromtool(): Promise<{ readonly file: string } | { readonly whyNot: string }> {
  const onPath = findOnPath('promtool', process.env);
  if (onPath !== null) return { file: onPath };
  const system = realSystemPorts();
  if (system.platform !== 'linux' || !isDebian(system.osRelease))
    return { whyNot: 'There is no promtool on this machine, and it is fetched on Debian only.' };
  const kept = path.join(cacheDirOf(process.env, process.platform, os.homedir()), 'promtool', process.arch);
  const file = path.join(kept, INSIDE);
  if (await works(file)) return { file };
  await mkdir(path.dirname(kept), { recursive: true });
  const work = await mkdtemp(`${kept}-`);
  try {
    await download(work, system.uid === 0);
    const [archive] = (await readdir(work)).filter((name) => name.endsWith('.deb'));
    await run('dpkg-deb', ['-x', path.join(work, archive ?? ''), path.join(work, 'unpacked')]);
    await rm(kept, { recursive: true, force: true });
    await rename(path.join(work, 'unpacked'), kept);
    return (await works(file)) ? { file } : { whyNot: 'The promtool of Debian does not run here.' };
  } catch (error) {
    return { whyNot: `promtool could not be fetched from Debian: ${String(error).split('\n')[0]}` };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function download(into: string, mayUpdate: boolean): Promise<void> {
  try {
    await run('apt-get', ['download', PACKAGE], { cwd: into });
  } catch (error) {
    // The lists of a fresh machine are empty; only an administrator may fetch them.
    if (!mayUpdate) throw error;
    await run('apt-get', ['update']);
    await run('apt-get', ['download', PACKAGE], { cwd: into });
  }
}

async function works(file: string): Promise<boolean> {
  return run(file, ['--version']).then(
    () => true,
    () => false,
  );
}

/** Runs it; what it prints is in the error when it finds something. */
export async function promtool(
  file: string,
  args: readonly string[],
  { input = '' }: { readonly input?: string } = {},
): Promise<string> {
  const running = run(file, [...args]);
  running.child.stdin?.end(input);
  const { stdout, stderr } = await running;
  return stdout + stderr;
}
