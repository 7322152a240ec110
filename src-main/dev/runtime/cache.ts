import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MARKER_FILE } from './constants.ts';
import { executableIn, type RuntimePorts } from './ports.ts';

/** What an installed runtime is: its name in the cache, its version and the checksum of the zip it came from. */
export type RuntimeIdentity = {
  readonly name: string;
  readonly version: string;
  readonly zipSha256: string;
};

const PARTIAL = '.partial-';

/** The directory of a runtime in the cache when its marker and executable say it is complete, else null. */
export function installedRuntime(ports: RuntimePorts, wanted: RuntimeIdentity): string | null {
  const directory = path.join(runtimesDir(ports), wanted.name);
  try {
    const marker: unknown = JSON.parse(readFileSync(path.join(directory, MARKER_FILE), 'utf8'));
    const executable = executableIn(directory, ports.platform);
    accessSync(executable, constants.X_OK);
    const found = { ...wanted, executableBytes: statSync(executable).size };
    return JSON.stringify(marker) === JSON.stringify(found) ? directory : null;
  } catch {
    return null;
  }
}

/**
 * Installs a runtime so that a half-done one is never used: `fill` works in a temporary directory of the cache and returns
 * the directory to keep; only that, marked and flushed to disk, is renamed into place. Leftovers of earlier runs go first.
 */
export async function installRuntime(
  ports: RuntimePorts,
  identity: RuntimeIdentity,
  fill: (staging: string) => Promise<string>,
): Promise<string> {
  const home = runtimesDir(ports);
  await mkdir(home, { recursive: true });
  await removeLeftovers(home);
  const staging = await mkdtemp(path.join(home, PARTIAL));
  try {
    const filled = await fill(staging);
    const executableBytes = statSync(executableIn(filled, ports.platform)).size;
    await writeFile(path.join(filled, MARKER_FILE), JSON.stringify({ ...identity, executableBytes }));
    await flushTree(filled);
    const final = path.join(home, identity.name);
    await rm(final, { recursive: true, force: true });
    await rename(filled, final);
    await flush(home);
    return final;
  } finally {
    // An unpacker that was stopped by an error may still be writing for a moment. What stays behind all the same goes at
    // the next run; it must not hide why this one failed.
    await rm(staging, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(() => {});
  }
}

function runtimesDir(ports: RuntimePorts): string {
  return path.join(ports.cacheDir, 'runtimes');
}

async function removeLeftovers(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (name.startsWith(PARTIAL)) await rm(path.join(home, name), { recursive: true, force: true });
  }
}

async function flushTree(directory: string): Promise<void> {
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const at = path.join(directory, entry.name);
    if (entry.isDirectory()) await flushTree(at);
    else if (entry.isFile()) await flush(at);
  }
  await flush(directory);
}

/** Writes a file's or directory's content through to the disk, where the system lets us. */
async function flush(at: string): Promise<void> {
  // Windows opens no directories and flushes no read-only handles; there the rename has to do.
  if (process.platform === 'win32') return;
  const handle = await open(at, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
