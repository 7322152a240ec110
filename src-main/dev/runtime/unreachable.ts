import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UNREACHABLE_FILE } from './constants.ts';
import { pinnedVersion, type RuntimePorts } from './ports.ts';

/** A note in the cache that the pinned version could not be had, so that not every start waits for it again. */
export type UnreachableNote = {
  readonly version: string;
  /** The network settings it was tried with: other settings are worth a new attempt. */
  readonly settings: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly why: string;
};

/** Where the note lies. */
export function noteFile(ports: RuntimePorts): string {
  return path.join(ports.cacheDir, UNREACHABLE_FILE);
}

/** Reads the note; null when there is none, or when it is about another version or other network settings. */
export async function readNote(ports: RuntimePorts): Promise<UnreachableNote | null> {
  try {
    const { version, settings, at, why } = JSON.parse(
      await readFile(noteFile(ports), 'utf8'),
    ) as Partial<UnreachableNote>;
    const about = version === pinnedVersion(ports.projectDir) && settings === reachSettings(ports);
    if (!about || typeof at !== 'number' || typeof why !== 'string') return null;
    return { version, settings, at, why };
  } catch {
    return null;
  }
}

/** Leaves the note. */
export async function writeNote(ports: RuntimePorts, why: string): Promise<void> {
  const note: UnreachableNote = {
    version: pinnedVersion(ports.projectDir),
    settings: reachSettings(ports),
    at: ports.now(),
    why,
  };
  const file = noteFile(ports);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(note));
  await rename(`${file}.new`, file);
}

/** Removes the note. */
export async function forgetNote(ports: RuntimePorts): Promise<void> {
  await rm(noteFile(ports), { force: true });
}

function reachSettings(ports: RuntimePorts): string {
  const relevant =
    /^(npm_config_|npm_package_config_)?electron_(mirror|custom)|^(npm_config_)?(https?_?)?proxy$/i;
  const entries = Object.entries(ports.env).filter(([key]) => relevant.test(key));
  return JSON.stringify(entries.sort());
}
