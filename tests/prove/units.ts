// npm run prove:units: both units of the package under a running systemd and logind, in a container that systemd-nspawn boots from a Debian which
// debootstrap has just made. A stand-in takes the kiosk's place, for all of this is between systemd, logind, the session and whatever runs
// in it. Needs root on Debian and some 700 MB for the time it runs.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCleanups, endOnSignals } from '../../src-main/dev/cleanups.ts';
import { findOnPath } from '../../src-main/dev/commands.ts';
import { exitWith, projectDir } from '../../src-main/dev/packages.mjs';
import { Problem, say } from '../../src-main/dev/say.ts';
import { installPackages, isDebian, realSystemPorts } from '../../src-main/dev/system.ts';
import { run } from '../package/machine.ts';
import { debianHere, must } from './debian.ts';

/** What the sessions need, and systemd itself. */
const PACKAGES = [
  ...['systemd', 'systemd-sysv', 'dbus', 'libpam-systemd', 'procps'],
  ...['cage', 'xwayland', 'xinit', 'xvfb'],
];

/** From `assets/linux` and this folder, to where they lie in the root. */
const FILES: readonly (readonly [from: string, to: string])[] = [
  ['assets/linux/openfloor.service', 'usr/lib/systemd/system/openfloor.service'],
  ['assets/linux/openfloor-x11.service', 'usr/lib/systemd/system/openfloor-x11.service'],
  ['assets/linux/session-start', 'usr/lib/openfloor/session-start'],
  ['assets/linux/wayland-session', 'usr/lib/openfloor/wayland-session'],
  ['assets/linux/x11-session', 'usr/lib/openfloor/x11-session'],
  ['assets/linux/pam', 'etc/pam.d/openfloor'],
  ['tests/prove/stand-in.sh', 'usr/bin/openfloor'],
  ['tests/prove/watch-units.sh', 'root/watch-units'],
];

/** A container has no virtual console and no graphics, and nobody waits two minutes for a watchdog. */
const IN_CONTAINER = `[Unit]
ConditionPathExists=
[Service]
TTYPath=
TTYReset=no
TTYVHangup=no
TTYVTDisallocate=no
StandardInput=null
UtmpIdentifier=
ExecStartPost=
WatchdogSec=20
Environment=WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1
`;

/** In place of the X server that needs graphics. */
const ON_XVFB = `ExecStart=
ExecStart=/usr/lib/openfloor/session-start /usr/bin/xinit /usr/lib/openfloor/x11-session -- /usr/bin/Xvfb :0 -nolisten tcp
`;

const WATCHER = `[Service]
ExecStart=/root/watch-units
[Install]
WantedBy=multi-user.target
`;

/** How long the container may run, in seconds: bounded, far above what it needs. */
const WITHIN_SECONDS = '600';

const cleanups = createCleanups();

await exitWith(async () => {
  endOnSignals(cleanups);
  try {
    await prove();
  } finally {
    await cleanups.run();
  }
  return 0;
});

async function prove(): Promise<void> {
  const system = realSystemPorts();
  if (system.platform !== 'linux' || system.uid !== 0 || !isDebian(system.osRelease))
    throw new Problem('Only the administrator of a Debian system can boot another one from a folder.');
  for (const [command, name] of [
    ['debootstrap', 'debootstrap'],
    ['systemd-nspawn', 'systemd-container'],
  ] as const)
    if (findOnPath(command, { PATH: '/usr/sbin:/usr/bin' }) === null) await installPackages(system, [name]);

  const home = await mkdtemp(path.join(tmpdir(), 'openfloor-units-'));
  cleanups.add(() => rm(home, { recursive: true, force: true }));
  const root = path.join(home, 'root');
  const { mirror, codename } = await debianHere();
  say(`A bare Debian (${codename}) is made …`);
  await must('debootstrap', ['--variant=minbase', `--include=${PACKAGES.join()}`, codename, root, mirror]);
  await furnish(root);

  say('It is booted, and both units are tried …');
  const container = ['--quiet', `--directory=${root}`, '--private-network', '--register=no', '--keep-unit'];
  const booted = await run('timeout', [WITHIN_SECONDS, 'systemd-nspawn', ...container, '--boot']);
  const told = await readFile(path.join(root, 'root/told'), 'utf8').catch(() => '');
  say(told.trim());
  const lines = told.trim().split('\n');
  if (lines.at(-1) !== 'done')
    throw new Problem(
      `The container did not come to its end:\n${`${booted.out}${booted.err}`.slice(-2_000)}`,
    );
  const wrong = lines.filter((line) => !line.startsWith('ok ') && line !== 'done');
  if (wrong.length > 0) throw new Problem(`${wrong.length} things are not as they have to be.`);
}

/** Puts the units, their user and the stand-in into a root, and the watcher that is started with it. */
async function furnish(root: string): Promise<void> {
  for (const [from, to] of FILES) {
    await mkdir(path.dirname(path.join(root, to)), { recursive: true });
    await cp(path.join(projectDir, from), path.join(root, to));
  }
  const home = ['--home-dir', '/var/lib/openfloor', '--shell', '/usr/sbin/nologin'];
  await must('chroot', [root, 'useradd', '--system', '--user-group', ...home, 'openfloor']);
  const units = path.join(root, 'etc/systemd/system');
  for (const [unit, more] of [
    ['openfloor', ''],
    ['openfloor-x11', ON_XVFB],
  ] as const) {
    await mkdir(path.join(units, `${unit}.service.d`), { recursive: true });
    await writeFile(path.join(units, `${unit}.service.d/container.conf`), `${IN_CONTAINER}${more}`);
  }
  await writeFile(path.join(units, 'watch-units.service'), WATCHER);
  await must('systemctl', [`--root=${root}`, 'enable', 'watch-units.service']);
}
