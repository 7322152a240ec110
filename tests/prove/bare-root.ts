// npm run prove:bare: from a bare Debian to a working terminal, each step as `src-main/provisioning/README.md` has it, with its wall time. The
// Debian is one that debootstrap has just made; the kiosk runs in it as its own user, in front of an Xvfb; the first edition comes
// from an nginx on loopback. Needs root on Debian x64 and some 3 GB; leaves only the package and a picture under out/.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import manifest from '../../package.json' with { type: 'json' };
import { type DoctorReport, doctorReport } from '../../src-main/contract/doctor-report.ts';
import { type TerminalStatus, terminalStatus } from '../../src-main/contract/terminal-status.ts';
import { createCleanups, endOnSignals } from '../../src-main/dev/cleanups.ts';
import { findOnPath } from '../../src-main/dev/commands.ts';
import { exitWith, projectDir } from '../../src-main/dev/packages.mjs';
import { Problem, say } from '../../src-main/dev/say.ts';
import { pictureOfScreen, savePicture } from '../../src-main/dev/screen-picture.ts';
import { installPackages, isDebian, realSystemPorts } from '../../src-main/dev/system.ts';
import { startNginx, whyNoNginx } from '../builders/nginx-server.ts';
import { run } from '../package/machine.ts';
import { debianHere, must } from './debian.ts';
import { startInBareRoot } from './kiosk-in-root.ts';

/** What a folder on a machine without screen, touch and systemd lacks; everything else has to pass. */
const LACKED: ReadonlySet<string> = new Set([
  'clock',
  'disk-health',
  'display',
  'touch',
  'printer',
  'sound',
  'headset',
  'session',
  'watchdog',
  'memory',
  'reach',
]);

/** How long the terminal may take to show what the server has, in milliseconds: bounded, far above what it needs. */
const SHOWN_WITHIN_MS = 240_000;

const cleanups = createCleanups();
const times: [what: string, seconds: number][] = [];

/** Does one step, and notes how long it took. */
async function step<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  say(`\n== ${what}`);
  const began = performance.now();
  const result = await work();
  times.push([what, (performance.now() - began) / 1_000]);
  return result;
}

/** Runs a command inside the bare root, with /proc, /dev and /sys of its own that are gone afterwards. */
const inside = (root: string, args: readonly string[]): readonly string[] => [
  '--mount',
  '--propagation=private',
  'sh',
  '-c',
  'mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && mount --rbind /sys "$0/sys" && exec chroot "$0" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"',
  root,
  ...args,
];

/** What the content team does on another day: keys, and a first publication. Answers the fingerprint they write on paper. */
async function publish(home: string, tree: string): Promise<string> {
  const [keys, secret] = [path.join(home, 'keys'), path.join(home, 'passphrase')];
  await writeFile(secret, 'a passphrase for one proof only\n', { mode: 0o600 });
  const guide = (...args: readonly string[]) =>
    must('npm', [
      'run',
      '--silent',
      'guide',
      '--',
      ...args,
      '--keys',
      keys,
      '--passphrase-file',
      secret,
      '--json',
    ]);
  const { out } = await guide('keys', 'init');
  await guide(
    'publish',
    '--to',
    tree,
    '--channel',
    'stable',
    '--new-channel',
    '--label',
    'The first publication',
  );
  return (JSON.parse(out) as { readonly fingerprint: string }).fingerprint;
}

/** Waits until the terminal shows the edition of the server and visitors see a living page. */
async function untilShown(root: string): Promise<TerminalStatus> {
  const until = performance.now() + SHOWN_WITHIN_MS;
  let last = '';
  while (performance.now() < until) {
    const { out } = await run('unshare', inside(root, ['openfloor', 'status', '--json']));
    const parsed = terminalStatus.safeParse(statusIn(out));
    if (parsed.success) {
      const { edition, server, eye } = parsed.data;
      last = JSON.stringify({ edition, server, eye });
      if (
        edition &&
        !edition.factory &&
        server.state === 'up-to-date' &&
        eye.state === 'attract' &&
        eye.alive
      )
        return parsed.data;
    } else last = out;
    await pause(1_000);
  }
  throw new Problem(`The terminal did not show what the server has. It says: ${last}`);
}

function statusIn(out: string): unknown {
  try {
    const value = JSON.parse(out) as { readonly status?: unknown };
    return value.status ?? value;
  } catch {
    return null;
  }
}

/** Says every finding that is not a pass; a Problem when one of them is not for want of hardware. */
function explain({ findings }: DoctorReport): void {
  for (const { number, title, verdict, found, todo } of findings)
    say(
      `  ${verdict.padEnd(4)} ${String(number).padStart(2)} ${title}${verdict === 'pass' ? '' : `: ${found} ${todo ?? ''}`}`,
    );
  const wrong = findings.filter(({ id, verdict }) => verdict === 'fail' && !LACKED.has(id));
  if (wrong.length > 0)
    throw new Problem(`What a terminal needs is not well: ${wrong.map(({ id }) => id).join(', ')}`);
}

await exitWith(async () => {
  endOnSignals(cleanups);
  try {
    await prove();
  } finally {
    await cleanups.run();
  }
  say('\nWall time of each step, in seconds:');
  for (const [what, seconds] of times) say(`  ${seconds.toFixed(1).padStart(7)}  ${what}`);
  say(
    `  ${times
      .reduce((sum, [, seconds]) => sum + seconds, 0)
      .toFixed(1)
      .padStart(7)}  in all`,
  );
  return 0;
});

async function prove(): Promise<void> {
  const system = realSystemPorts();
  if (system.platform !== 'linux' || system.uid !== 0 || !isDebian(system.osRelease))
    throw new Problem('Only the administrator of a Debian system can make another one in a folder.');
  if (findOnPath('debootstrap', { PATH: '/usr/sbin:/usr/bin' }) === null)
    await installPackages(system, ['debootstrap']);
  const noNginx = await whyNoNginx();
  if (noNginx !== undefined) throw new Problem(noNginx);

  const home = await mkdtemp(path.join(tmpdir(), 'openfloor-bare-'));
  cleanups.add(() => rm(home, { recursive: true, force: true }));
  const root = path.join(home, 'root');
  const tree = path.join(home, 'tree');

  const packed = await step('the package is made (with the development runtime)', () =>
    must('npm', ['run', '--silent', 'package', '--', '--development', '--target', 'deb']),
  );
  const fingerprint = await step('the content team publishes', () => publish(home, tree));
  const nginx = await startNginx(tree, home);
  cleanups.add(nginx.stop);

  const { mirror, codename } = await debianHere();
  await step(`a bare Debian (${codename}) is made`, () =>
    must('debootstrap', ['--variant=minbase', codename, root, mirror]),
  );
  const [, made] = /^\s*(\S+\.deb)$/m.exec(packed.out) ?? [];
  if (made === undefined) throw new Problem(`Where the package lies was not said:\n${packed.out}`);
  const deb = `openfloor_${manifest.version}.deb`;
  await must('cp', [path.join(projectDir, made), path.join(root, 'root', deb)]);
  // An Xvfb is no part of a terminal: it stands for the screen that this machine lacks.
  await step('installed: apt-get install ./openfloor…deb (and an Xvfb)', () =>
    must(
      'unshare',
      inside(root, ['apt-get', 'install', '-y', '--no-install-recommends', `/root/${deb}`, 'xvfb', 'xauth']),
    ),
  );

  await writeFile(
    path.join(root, 'root/answers.yaml'),
    `fingerprint: ${fingerprint}\nscreen: { orientation: portrait, pixelsPerMm: 3.64 }\nterminal: { mountingHeightMm: 650 }\nserver: { url: ${nginx.url.href} }\n`,
  );
  const provisioned = await step(
    'provisioned: openfloor provision --answers answers.yaml --terminal.id hall-2',
    () =>
      must(
        'unshare',
        inside(root, [
          'openfloor',
          'provision',
          '--answers',
          '/root/answers.yaml',
          '--terminal.id',
          'hall-2',
        ]),
      ),
  );
  say(provisioned.out);
  say(await readFile(path.join(root, 'etc/openfloor/openfloor.yaml'), 'utf8'));

  const kiosk = await startInBareRoot(root, inside);
  cleanups.add(kiosk.stop);
  const status = await step('started, and the edition of the server is on the screen', () =>
    untilShown(root),
  );
  say(
    `Edition ${status.edition?.seq} (${status.edition?.label}) of ${status.server.url}, terminal ${status.terminal.id}.`,
  );
  await mkdir(path.join(projectDir, 'out'), { recursive: true });
  const picture = path.join(projectDir, 'out/bare-root.png');
  await savePicture(await pictureOfScreen(path.join(root, 'var/tmp/screen')), picture);
  say(`What is on its screen: ${path.relative(projectDir, picture)}`);

  const doctor = await step('looked at: openfloor doctor', () =>
    run('unshare', inside(root, ['openfloor', 'doctor', '--json'])),
  );
  explain(doctorReport.parse(JSON.parse(doctor.out)));
  await step('purged: apt-get purge openfloor', async () => {
    await kiosk.stop();
    await must('unshare', inside(root, ['apt-get', 'purge', '-y', 'openfloor']));
    const places = ['etc', 'usr', 'var'].map((each) => path.join(root, each));
    const left = await run('find', [...places, '-xdev', '-iname', '*openfloor*']);
    const files = left.out
      .split('\n')
      .filter((line) => line !== '' && !/apt|dpkg\/(?:status|available)/.test(line));
    if (files.length > 0) throw new Problem(`The package left something behind:\n${files.join('\n')}`);
  });
}
