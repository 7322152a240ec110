import type { Runtime } from '../runtime/find.ts';
import { Problem } from '../say.ts';
import type { PackageOptions } from './options.ts';

/** The Electron that goes into a package. */
export type PackagedRuntime = {
  readonly version: string;
  /** Where it lies unpacked; null when electron-builder fetches it. */
  readonly directory: string | null;
};

/** What decides which Electron goes into a package. */
export type RuntimeChoice = {
  readonly options: Pick<PackageOptions, 'arch' | 'development'>;
  /** The version that package.json names: the only one that terminals in use get. */
  readonly pinned: string;
  /** True when packages are made for the very system and architecture of this machine. */
  readonly isForThisMachine: boolean;
  /** Finds the runtime of this machine. */
  readonly find: () => Promise<Runtime>;
};

/**
 * Chooses the Electron of a package: the pinned version, or with `--development` whatever runs here. Throws a Problem when a package
 * for terminals in use would carry anything else.
 */
export async function packagedRuntime(choice: RuntimeChoice): Promise<PackagedRuntime> {
  const { options, pinned, isForThisMachine, find } = choice;
  if (!isForThisMachine) return { version: pinned, directory: null };
  const { source, directory, version } = await find();
  if (options.development) return { version, directory };
  if (source === 'fallback') {
    throw new Problem(
      `No package was made: this machine has only Electron ${version}, which serves development and tests and gets no security ` +
        `updates any more. A package for terminals in use carries Electron ${pinned}, which could not be fetched (the line above says ` +
        'why). Run this where its download can be reached, or set ELECTRON_MIRROR to a mirror, or ELECTRON_OVERRIDE_DIST_PATH to a ' +
        'folder that holds it unpacked. For a trial, --development makes a package that says it is one.',
    );
  }
  if (version !== pinned) {
    throw new Problem(
      `No package was made: the Electron in ${directory} is ${version}, and a package for terminals in use carries ${pinned}, the ` +
        'version package.json names. Name a folder with that one, or add --development for a trial.',
    );
  }
  return { version, directory };
}
