import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { MARKER_FILE } from '../runtime/constants.ts';
import { messageOf, Problem } from '../say.ts';
import { type PackageOptions, TARGETS, type Target } from './options.ts';
import type { PackagedRuntime } from './runtime.ts';

/** What electron-builder is given beside electron-builder.yml. */
export type Building = {
  readonly projectDir: string;
  readonly options: PackageOptions;
  readonly runtime: PackagedRuntime;
};

/** The unpacked application, and the files made of it. Paths are absolute. */
export type Built = { readonly unpacked: string; readonly files: readonly string[] };

/** Stands in the name of every file; what is not for terminals in use says so. */
export const flavourOf = ({ development }: Pick<PackageOptions, 'development'>) =>
  development ? '-development' : '';

/** Has electron-builder make the unpacked application, and of it an AppImage or an installer for Windows. Throws a Problem. */
export async function buildWithElectronBuilder({ projectDir, options, runtime }: Building): Promise<Built> {
  const { targets, arch } = options;
  const isWindows = targets.some((target) => TARGETS[target] === 'win32');
  const own = targets.filter((target) => target === 'AppImage' || target === 'nsis');
  const output = path.join(projectDir, 'out/packages');
  let unpacked = '';
  const config: Configuration = {
    electronVersion: runtime.version,
    ...(runtime.directory === null ? {} : { electronDist: runtime.directory }),
    directories: { output },
    artifactName: `openfloor-\${version}${flavourOf(options)}-\${arch}.\${ext}`,
    afterPack: async ({ appOutDir }) => {
      unpacked = appOutDir;
      // The mark of a runtime in this machine's cache, and the application that Electron shows when it is given none.
      await rm(path.join(appOutDir, MARKER_FILE), { force: true });
      await rm(path.join(appOutDir, 'resources/default_app.asar'), { force: true });
    },
  };
  const platform = isWindows ? Platform.WINDOWS : Platform.LINUX;
  try {
    const files = await build({
      projectDir,
      publish: 'never',
      targets: platform.createTarget(own.length === 0 ? ['dir'] : [...own], Arch[arch]),
      config,
    });
    return { unpacked, files: files.filter((file) => !file.endsWith('.yml')) };
  } catch (error) {
    throw new Problem(explain(messageOf(error), own));
  }
}

/** What a failed electron-builder means. It fetches some of its packers, and any other system's Electron, from GitHub. */
export function explain(words: string, targets: readonly Target[]): string {
  const isDownload =
    /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|getaddrinfo|fetch failed|github\.com|status code/i.test(
      words,
    );
  if (!isDownload) return `electron-builder could not make the package: ${words}`;
  return (
    `The package${targets.length > 0 ? ` (${targets.join(', ')})` : ''} could not be made: something it is packed with comes from ` +
    "github.com, which cannot be reached from here (the AppImage runtime, NSIS, another system's Electron). Run this where it can be " +
    'reached, or set ELECTRON_BUILDER_BINARIES_MIRROR and ELECTRON_MIRROR to mirrors. The deb and tar.gz for a machine ' +
    `like this one are made without: npm run package -- --target deb. electron-builder said:\n${words.split('\n').slice(0, 4).join('\n')}`
  );
}
