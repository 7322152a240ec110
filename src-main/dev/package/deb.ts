import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, cp, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Installer } from 'electron-installer-debian';
import { findOnPath } from '../commands.ts';
import { messageOf, Problem } from '../say.ts';
import type { Architecture } from './options.ts';

/** What a .deb is made from. Paths are absolute. */
export type DebParts = {
  readonly projectDir: string;
  /** The application as electron-builder unpacked it. */
  readonly unpacked: string;
  /** Icons by the names of the hicolor theme. */
  readonly icons: Readonly<Record<string, string>>;
  readonly arch: Architecture;
  /** For a trial: its version says so and is older than the one for terminals in use; quick to make, and large. */
  readonly development: boolean;
  readonly version: string;
  readonly into: string;
};

/** What Debian calls the architectures. */
const DEBIAN_ARCHITECTURES: Readonly<Record<Architecture, string>> = { x64: 'amd64', arm64: 'arm64' };

/** The libraries the executable is linked with, as Debian 12 names them; Debian 13 renamed those with `t64`. */
const DEPENDS = [
  'adduser',
  'init-system-helpers',
  'libasound2 | libasound2t64',
  'libatk-bridge2.0-0 | libatk-bridge2.0-0t64',
  'libatk1.0-0 | libatk1.0-0t64',
  'libatspi2.0-0 | libatspi2.0-0t64',
  'libc6',
  'libcairo2',
  'libcups2 | libcups2t64',
  'libdbus-1-3',
  'libdrm2',
  'libexpat1',
  'libgbm1',
  'libglib2.0-0 | libglib2.0-0t64',
  'libgtk-3-0 | libgtk-3-0t64',
  'libnspr4',
  'libnss3',
  'libpango-1.0-0',
  'libudev1',
  'libx11-6',
  'libxcb1',
  'libxcomposite1',
  'libxdamage1',
  'libxext6',
  'libxfixes3',
  'libxkbcommon0',
  'libxrandr2',
];

/** The kiosk's own session (Debian's cage does not name the Xwayland it needs), graphics by hardware, and printing. */
const RECOMMENDS = [
  'cage',
  'dbus',
  'kbd',
  'libegl1',
  'libgl1-mesa-dri',
  'libpam-systemd',
  'xwayland',
  'cups-client',
  // The volume of a machine without a sound server.
  'alsa-utils',
];

/** The session by X11. */
const SUGGESTS = ['matchbox-window-manager', 'x11-xserver-utils', 'xinit', 'xserver-xorg'];

const DESCRIPTION =
  'Visitors read a bilingual guide and tick off checklists, without a network, without typing and without a name; when a visit ends, ' +
  'nothing of it is left. The terminal takes signed updates from any static web server.\n\n' +
  'The package brings a user and a session of its own. Nothing is switched on by installing it: see README.md.';

/** Files of the system beside the application: from `assets/linux`, to where. */
const SYSTEM_FILES: readonly (readonly [from: string, to: string])[] = [
  ['openfloor.service', 'usr/lib/systemd/system/openfloor.service'],
  ['openfloor-x11.service', 'usr/lib/systemd/system/openfloor-x11.service'],
  ['x11-session', 'usr/lib/openfloor/x11-session'],
  ['wayland-session', 'usr/lib/openfloor/wayland-session'],
  ['session-start', 'usr/lib/openfloor/session-start'],
  ['pam', 'etc/pam.d/openfloor'],
  ['README.md', 'usr/share/doc/openfloor/README.md'],
  ['examples', 'usr/share/doc/openfloor/examples'],
];

/** Chromium's setuid helper, for kernels that forbid user namespaces. */
const SANDBOX_HELPER = 'chrome-sandbox';

/** Debian's way to say which of them an administrator may change: those under /etc. */
const CONFFILES = SYSTEM_FILES.map(([, to]) => to)
  .filter((to) => to.startsWith('etc/'))
  .map((to) => `/${to}\n`)
  .join('');

/** electron-installer-debian with this terminal's session, user and dependencies. */
class OpenfloorInstaller extends Installer {
  override get contentFunctions(): string[] {
    return [...super.contentFunctions, 'copySystemFiles'];
  }

  override async generateDefaults(): Promise<Record<string, unknown>> {
    const defaults = await super.generateDefaults();
    // Its own guess is for any desktop application, with a file manager's trash and a key ring.
    return Object.assign(defaults, { depends: [], recommends: [], suggests: [], enhances: [] });
  }

  async copySystemFiles(): Promise<void> {
    const from = this.userSupplied['systemFiles'] as string;
    for (const [name, to] of SYSTEM_FILES)
      await cp(path.join(from, name), path.join(this.stagingDir, to), { recursive: true });
    await mkdir(path.join(this.stagingDir, 'DEBIAN'), { recursive: true });
    await writeFile(path.join(this.stagingDir, 'DEBIAN/conffiles'), CONFFILES);
  }

  override async createPackage(): Promise<void> {
    await makeUniform(this.stagingDir);
    await writeFile(path.join(this.stagingDir, 'DEBIAN/md5sums'), await md5sumsOf(this.stagingDir));
    if (this.userSupplied['quick'] === true) process.env['DPKG_DEB_COMPRESSOR_LEVEL'] = '1';
    await super.createPackage();
  }
}

/** Gives everything the mode it has on a Debian system, whatever the umask was where the project was checked out. */
async function makeUniform(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const at = path.join(directory, entry.name);
    if (entry.isDirectory()) await makeUniform(at);
    else if (entry.isFile()) {
      const { mode } = await stat(at);
      const executable = (mode & 0o100) !== 0;
      await chmod(at, entry.name === SANDBOX_HELPER ? 0o4755 : executable ? 0o755 : 0o644);
    }
  }
}

/** What `dpkg --verify` compares the installed files with: MD5 and name of each but those of the package's own control. */
async function md5sumsOf(staging: string): Promise<string> {
  const lines: string[] = [];
  for (const entry of await readdir(staging, { recursive: true, withFileTypes: true })) {
    const at = path.join(entry.parentPath, entry.name);
    const name = path.relative(staging, at);
    if (!entry.isFile() || name.startsWith('DEBIAN/') || name.startsWith('etc/')) continue;
    const hash = createHash('md5');
    await pipeline(createReadStream(at), hash);
    lines.push(`${hash.digest('hex')}  ${name}\n`);
  }
  return lines.sort((a, b) => (a.slice(34) < b.slice(34) ? -1 : 1)).join('');
}

/** Makes the .deb. Answers its file; throws a Problem. */
export async function buildDeb(parts: DebParts): Promise<string> {
  if (findOnPath('dpkg-deb', process.env) === null) {
    throw new Problem(
      'A .deb is packed with dpkg-deb, which this machine lacks. On Debian and Ubuntu it is there; elsewhere the package is called dpkg.',
    );
  }
  const linux = path.join(parts.projectDir, 'assets/linux');
  const installer = new OpenfloorInstaller({
    src: parts.unpacked,
    dest: parts.into,
    arch: DEBIAN_ARCHITECTURES[parts.arch],
    rename: (dest: string) => path.join(dest, 'openfloor_<%= version %>_<%= arch %>.deb'),
    logger: () => {},
    systemFiles: linux,
    quick: parts.development,
    options: {
      name: 'openfloor',
      description: 'touchscreen kiosk of an open-access career-guidance floor',
      productDescription: DESCRIPTION,
      bin: 'openfloor',
      section: 'misc',
      categories: ['Education'],
      desktopTemplate: path.join(linux, 'debian/desktop.ejs'),
      icon: parts.icons,
      depends: DEPENDS,
      recommends: RECOMMENDS,
      suggests: SUGGESTS,
      version: parts.development ? `${parts.version}~development` : parts.version,
      compression: parts.development ? 'gzip' : 'xz',
      scripts: Object.fromEntries(
        ['postinst', 'prerm', 'postrm'].map((name) => [name, path.join(linux, 'debian', name)]),
      ),
      lintianOverrides: [],
    },
  });
  try {
    await installer.generateDefaults();
    installer.generateOptions();
    await installer.createStagingDir();
    await installer.createContents();
    await installer.createPackage();
    await installer.movePackage();
  } catch (error) {
    throw new Problem(`The .deb could not be made: ${messageOf(error)}`);
  }
  const [file] = installer.options.packagePaths;
  if (file === undefined) throw new Problem('The .deb was packed, but is nowhere to be found.');
  return file;
}
