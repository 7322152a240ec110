import { existsSync, readFileSync } from 'node:fs';
import { findOnPath, type RunCommand, runCommand } from './commands.ts';
import { Problem, type Say, say } from './say.ts';

/** The Debian packages Electron and a screen without a monitor need. Newer releases call some of them `<name>t64`. */
export const DEBIAN_PACKAGES: readonly string[] = [
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libxtst6',
];

/** What the look at the system touches outside itself. */
export type SystemPorts = {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** 0 is the administrator; -1 where there are no such numbers. */
  readonly uid: number;
  /** Text of /etc/os-release, or an empty string. */
  readonly osRelease: string;
  /** True when this system lets only listed programs build Chromium's sandbox (Ubuntu 24.04 and newer). */
  readonly sandboxRestricted: boolean;
  readonly run: RunCommand;
  readonly say: Say;
};

/** The ports of this machine. */
export function realSystemPorts(): SystemPorts {
  return {
    platform: process.platform,
    env: process.env,
    uid: process.getuid?.() ?? -1,
    osRelease: readOr('/etc/os-release', ''),
    sandboxRestricted: readOr('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '0').trim() === '1',
    run: runCommand,
    say,
  };
}

/** Makes sure that the runtime can load here, and that Xvfb is there if `needsXvfb`. Throws a Problem with the command to run. */
export async function ensureSystem(
  ports: SystemPorts,
  executable: string,
  needsXvfb: boolean,
): Promise<void> {
  if (ports.platform !== 'linux') return;
  const lacking = await lackingThings(ports, executable, needsXvfb);
  if (lacking.length === 0) return;

  const what = `This machine lacks ${lacking.join(', ')}`;
  if (!isDebian(ports.osRelease)) {
    throw new Problem(
      `${what}, which the screen needs. Install them with this system's package manager; ` +
        `on Debian the packages are called ${DEBIAN_PACKAGES.join(' ')}.`,
    );
  }
  if (ports.uid !== 0) {
    throw new Problem(
      `${what}, which the screen needs, and only an administrator may install that. Run this once, then the same command again:\n\n` +
        `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${DEBIAN_PACKAGES.join(' ')}\n\n` +
        '(Ubuntu 24.04 and newer: write libasound2t64 for libasound2.)',
    );
  }
  ports.say(`${what}: installing Debian packages, which takes a minute.`);
  await installPackages(ports, DEBIAN_PACKAGES);
  const still = await lackingThings(ports, executable, needsXvfb);
  if (still.length > 0)
    throw new Problem(`After installing the Debian packages this is still missing: ${still.join(', ')}.`);
}

/** The launch arguments this user needs: the administrator cannot have Chromium's sandbox. Says so. */
export function sandboxArguments(ports: SystemPorts): readonly string[] {
  if (ports.uid === 0) {
    ports.say(
      'Running as root: Chromium refuses its sandbox there, so it is off (--no-sandbox). Development only.',
    );
    return ['--no-sandbox'];
  }
  if (ports.platform === 'linux' && ports.sandboxRestricted) {
    ports.say(
      'This system may forbid Chromium its sandbox. If the window does not open, allow it until the next restart with ' +
        'sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0',
    );
  }
  return [];
}

async function lackingThings(ports: SystemPorts, executable: string, needsXvfb: boolean): Promise<string[]> {
  const { output } = await ports.run('ldd', [executable]);
  const libraries = [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
  const xvfb = needsXvfb && findOnPath('Xvfb', ports.env) === null ? ['Xvfb'] : [];
  return [...new Set(libraries), ...xvfb];
}

/** Installs Debian packages as root, under the names they have here; throws a Problem with the command to run. */
export async function installPackages(ports: SystemPorts, packages: readonly string[]): Promise<void> {
  const env = { ...ports.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await ports.run('apt-get', ['update'], { env });
  // A stale or partly reachable list may still do: what counts is whether the installation works.
  const names: string[] = [];
  for (const name of packages) names.push(await nameHere(ports, name));
  // Another installation on this machine is waited for.
  const install = await ports.run(
    'apt-get',
    ['-o', 'DPkg::Lock::Timeout=120', 'install', '-y', '--no-install-recommends', ...names],
    { env },
  );
  if (install.code === 0) return;
  const words = lastLines(install.output) || lastLines(update.output);
  const full = /no space left|not have enough free space/i.test(install.output)
    ? ' The disk is full: free some room.'
    : '';
  throw new Problem(
    `The Debian packages could not be installed.${full} Check the network and the apt sources, then run\n\n` +
      `  apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}\n\napt-get said:\n${words}`,
  );
}

/** Debian and Ubuntu renamed some libraries to `<name>t64`; the old name then has no candidate of its own. */
async function nameHere(ports: SystemPorts, name: string): Promise<string> {
  for (const candidate of [name, `${name}t64`]) {
    const { output } = await ports.run('apt-cache', ['policy', candidate], {
      env: { ...ports.env, LC_ALL: 'C' },
    });
    if (/Candidate: (?!\(none\))\S/.test(output)) return candidate;
  }
  return name;
}

/** True on Debian and what is made from it. */
export function isDebian(osRelease: string): boolean {
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(osRelease);
}

function lastLines(output: string): string {
  return output.trim().split('\n').slice(-6).join('\n');
}

function readOr(file: string, otherwise: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : otherwise;
}
