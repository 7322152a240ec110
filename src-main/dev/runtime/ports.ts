import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type RunCommand, runCommand } from '../commands.ts';
import { type Say, say } from '../say.ts';
import { FALLBACK_ARCHIVE, type FallbackArchive } from './constants.ts';
import { unzip } from './unzip.ts';

/** Everything the search for a runtime touches outside itself; tests put small fakes here. */
export type RuntimePorts = {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly say: Say;
  readonly run: RunCommand;
  /** Unpacks a zip into an empty directory. */
  readonly unzip: (zip: string, into: string) => Promise<void>;
  /** Where runtimes are kept, outside the project. */
  readonly cacheDir: string;
  /** The folder that holds package.json; npm runs there so that its configuration applies. */
  readonly projectDir: string;
  readonly fallback: FallbackArchive;
};

/** The ports of this machine. */
export function realPorts(projectDir: string): RuntimePorts {
  return {
    env: process.env,
    platform: process.platform,
    arch: process.arch,
    now: Date.now,
    say,
    run: runCommand,
    unzip,
    cacheDir: cacheDirOf(process.env, process.platform, os.homedir()),
    projectDir,
    fallback: FALLBACK_ARCHIVE,
  };
}

/** The cache's place: OPENFLOOR_CACHE, else what the system uses for caches. */
export function cacheDirOf(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string {
  if (env['OPENFLOOR_CACHE']) return path.resolve(env['OPENFLOOR_CACHE']);
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'openfloor');
  if (platform === 'win32') {
    return path.join(env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), 'openfloor', 'Cache');
  }
  return path.join(env['XDG_CACHE_HOME'] || path.join(home, '.cache'), 'openfloor');
}

/** Electron's executable inside its directory. */
export function executableIn(directory: string, platform: NodeJS.Platform): string {
  if (platform === 'darwin') return path.join(directory, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return path.join(directory, platform === 'win32' ? 'electron.exe' : 'electron');
}

/** The version of Electron that package.json pins, read from the installed package. */
export function pinnedVersion(projectDir: string): string {
  const manifest: unknown = JSON.parse(
    readFileSync(path.join(projectDir, 'node_modules', 'electron', 'package.json'), 'utf8'),
  );
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  throw new Error('node_modules/electron/package.json has no version.');
}

/** The version a runtime directory says it has, or "unknown version". */
export function versionIn(directory: string): string {
  const file = path.join(directory, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'unknown version';
}
