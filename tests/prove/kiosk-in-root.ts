import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../package/machine.ts';

/** The upright screen of the design, whose picture Xvfb keeps in `/var/tmp/screen` of the root. */
const SCREEN = '-screen 0 1080x1920x24 -nolisten tcp -nocursor -fbdir /var/tmp/screen';

/** A kiosk that runs inside a root, and how it is ended. */
export type KioskInRoot = { readonly stop: () => Promise<void> };

/** Starts the installed kiosk inside a root as its own user, without powers, in front of an Xvfb; `inside` makes the arguments of `unshare`. */
export async function startInBareRoot(
  root: string,
  inside: (root: string, args: readonly string[]) => readonly string[],
): Promise<KioskInRoot> {
  await mkdir(path.join(root, 'var/tmp/screen'), { recursive: true });
  // Only the administrator may make the place where a screen of X listens.
  await mkdir(path.join(root, 'tmp/.X11-unix'), { recursive: true });
  await run('chmod', ['1777', path.join(root, 'var/tmp/screen'), path.join(root, 'tmp/.X11-unix')]);
  const asOpenfloor = [
    '--reuid=openfloor',
    '--regid=openfloor',
    '--init-groups',
    '--no-new-privs',
    '--bounding-set=-all',
  ];
  const mayHaveSandbox =
    (
      await run(
        'unshare',
        inside(root, ['setpriv', ...asOpenfloor, 'unshare', '--user', '--pid', '--fork', 'true']),
      )
    ).code === 0;
  const child = spawn(
    'unshare',
    [
      ...inside(root, [
        'setpriv',
        ...asOpenfloor,
        'env',
        'HOME=/var/lib/openfloor',
        'xvfb-run',
        '--auto-servernum',
        `--server-args=${SCREEN}`,
        'openfloor',
        'start',
        '--ozone-platform=x11',
        '--user-data-dir=/var/lib/openfloor',
        ...(mayHaveSandbox ? [] : ['--no-sandbox']),
      ]),
    ],
    // A group of its own: screen and kiosk end together.
    { stdio: ['ignore', 'ignore', 'inherit'], detached: true },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    stop: async () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
      } catch {
        // It has ended already.
      }
      await ended;
    },
  };
}
