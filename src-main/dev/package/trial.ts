import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findOnPath, runCommand } from '../commands.ts';
import { projectDir } from '../packages.mjs';
import { prepare } from '../prepare.ts';
import { Problem } from '../say.ts';
import { installPackages, isDebian, realSystemPorts, type SystemPorts } from '../system.ts';
import type { Target } from './options.ts';

/** A package with what runs on this machine, for its tests. Paths are absolute. */
export type TrialPackage = { readonly deb: string; readonly unpacked: string };

const packages = path.join(projectDir, 'out/packages');
const unpacked = path.join(packages, 'linux-unpacked');

/** Places that only an installed terminal has, or a machine that somebody uses as one. */
const TERMINAL = ['/usr/bin/openfloor', '/etc/openfloor', '/var/lib/openfloor'];

/** Why the package cannot be installed, run and purged here; null when it can. Nothing of a terminal that is in use is touched. */
export function whyNoPackage(
  system: Pick<SystemPorts, 'platform' | 'uid' | 'osRelease'>,
  arch = process.arch,
  isThere: (file: string) => boolean = existsSync,
): string | null {
  if (system.platform !== 'linux' || arch !== 'x64' || !isDebian(system.osRelease))
    return 'they need Debian or Ubuntu on x64.';
  if (system.uid !== 0) return 'only an administrator may install packages.';
  const found = TERMINAL.find(isThere);
  if (found !== undefined)
    return `${found} is there: this machine is a terminal, and they would purge it. (Left over from a stopped run? Then: dpkg --purge openfloor)`;
  return null;
}

/** Makes the .deb with the runtime of this machine, and sees to it that systemd's own check of units is there. Throws a Problem. */
export async function makeTrialPackage(): Promise<TrialPackage> {
  const system = realSystemPorts();
  await prepare({ needsXvfb: true });
  if (findOnPath('systemd-analyze', system.env) === null) await installPackages(system, ['systemd']);
  const isTrial = (file: string) => file.endsWith('~development_amd64.deb');
  for (const file of existsSync(packages) ? readdirSync(packages).filter(isTrial) : [])
    rmSync(path.join(packages, file));
  const output = await pack('deb');
  const deb = readdirSync(packages).find(isTrial);
  if (deb === undefined) throw new Problem(`There is no .deb in ${packages}:\n${output}`);
  return { deb: path.join(packages, deb), unpacked };
}

/** Makes the application as it lies in a package, with the runtime of this machine. Answers its directory; throws a Problem. */
export async function makeTrialApplication(): Promise<string> {
  await pack('dir');
  return unpacked;
}

/** Runs `npm run package` for a trial; answers what it printed. */
async function pack(target: Target): Promise<string> {
  const args = [path.join(projectDir, 'src-main/dev/package.ts'), '--target', target, '--development'];
  const { code, output } = await runCommand(process.execPath, [...process.execArgv, ...args], {
    cwd: projectDir,
    env: process.env,
  });
  if (code !== 0) throw new Problem(output.trim());
  return output.trim();
}
