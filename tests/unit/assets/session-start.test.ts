import { execFile, spawn } from 'node:child_process';
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../../builders/temporary-directory.ts';

const directoryOf = temporaryDirectory();
const START = join(import.meta.dirname, '../../../assets/linux/session-start');

/** Runs session-start with an xinit that does this; answers how it ended, what it printed, and what is left of its temporary file. */
async function sessionStart(xinit: string) {
  const directory = await directoryOf();
  const file = join(directory, 'xinit');
  await writeFile(file, `#!/bin/sh\n${xinit}\n`);
  await chmod(file, 0o755);
  const temporary = await directoryOf();
  const env = { PATH: `${directory}:${process.env['PATH']}`, TMPDIR: temporary };
  const ended = await new Promise<{ code: number; out: string }>((resolve) => {
    execFile('sh', [START, 'xinit', '/session', '--', '/usr/lib/xorg/Xorg', ':0'], { env }, (error, out) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out }),
    );
  });
  return { ...ended, left: await readdir(temporary) };
}

test.each([
  [77, 'staff have left for the system: systemd leaves it so'],
  [1, 'it crashed, or staff wanted it started again'],
  [0, 'it ended in order'],
])('The session ends with %i when the kiosk has: %s', async (code) => {
  expect(await sessionStart(`echo ${code} >"$OPENFLOOR_ENDED"; exit 0`)).toMatchObject({ code, left: [] });
});

test('An X server that does not start is no kiosk that ended: it is tried again', async () => {
  expect(await sessionStart('exit 1')).toMatchObject({ code: 1, left: [] });
});

test('The X server is started with what the unit gives it', async () => {
  const { out } = await sessionStart('echo "$@"');
  expect(out.trim()).toBe('/session -- /usr/lib/xorg/Xorg :0');
});

test('Asked to end, it has the compositor take down what runs in it, and waits for that', async () => {
  const directory = await directoryOf();
  const [ready, told] = [join(directory, 'ready'), join(directory, 'told')];
  const child = spawn(
    'sh',
    [
      START,
      'sh',
      '-c',
      `trap 'sleep 0.3; echo down >${told}; exit 0' TERM; echo >${ready}; while :; do sleep 0.05; done`,
    ],
    { env: { PATH: process.env['PATH'], TMPDIR: directory } },
  );
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await expect.poll(() => readFile(ready, 'utf8').catch(() => null)).not.toBeNull();
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(await readFile(told, 'utf8')).toBe('down\n');
});
