import { parseArgs } from 'node:util';
import { Problem } from '../say.ts';

/** What can be made, and for which system each is, as Node names it. */
export const TARGETS = {
  dir: 'linux',
  'tar.gz': 'linux',
  AppImage: 'linux',
  deb: 'linux',
  nsis: 'win32',
} as const;
export type Target = keyof typeof TARGETS;

/** The machines a package can be for, as Electron names them. */
export const ARCHITECTURES = ['x64', 'arm64'] as const;
export type Architecture = (typeof ARCHITECTURES)[number];

/** What `npm run package` was asked for. */
export type PackageOptions = {
  readonly targets: readonly Target[];
  readonly arch: Architecture;
  /** Whether the runtime that only serves development may be inside. */
  readonly development: boolean;
  /** The file with the root of trust that goes inside; undefined: `assets/root.json`, if there is one. */
  readonly root: string | undefined;
  readonly help: boolean;
};

/** What `npm run package -- --help` shows. */
export const USAGE = `npm run package                            tar.gz, AppImage and deb for Linux x64, under out/packages
    --target ${Object.keys(TARGETS).join('|')}   one of them; may be given more than once
    --arch ${ARCHITECTURES.join('|')}                        x64 when not given
    --root FILE                              puts this root of trust inside (root.json of your centre); without it assets/root.json, if there is one
    --development                            allows the runtime of development and tests; the name of what is made says so`;

const isTarget = (name: string): name is Target => Object.hasOwn(TARGETS, name);
const isArchitecture = (name: string): name is Architecture => ARCHITECTURES.some((each) => each === name);

/** Reads the command line of `npm run package`. Throws a Problem with what it understands. */
export function packageOptionsOf(args: readonly string[]): PackageOptions {
  const { target, arch = 'x64', development = false, root, help = false } = valuesOf(args);
  const targets: Target[] = [];
  for (const name of target ?? ['tar.gz', 'AppImage', 'deb']) {
    if (!isTarget(name)) throw mistake(`There is no target ${name}.`);
    if (!targets.includes(name)) targets.push(name);
  }
  if (!isArchitecture(arch)) throw mistake(`There is no architecture ${arch}.`);
  if (new Set(targets.map((each) => TARGETS[each])).size > 1)
    throw mistake('Packages for Linux and for Windows are made one after the other.');
  return { targets, arch, development, root, help };
}

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        target: { type: 'string', multiple: true },
        arch: { type: 'string' },
        development: { type: 'boolean' },
        root: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw mistake(error instanceof Error ? error.message : String(error));
  }
}

const mistake = (what: string) => new Problem(`${what}\n\n${USAGE}`, 2);
