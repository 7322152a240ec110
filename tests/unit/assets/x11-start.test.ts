import { execFile } from 'node:child_process';
import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../../builders/temporary-directory.ts';

const directoryOf = temporaryDirectory();
const START = join(import.meta.dirname, '../../../assets/linux/x11-start');

/** Runs x11-start with an xinit that does this; answers how it ended, what it printed, and what is left of its temporary file. */
async function x11Start(xinit: string) {
  const directory = await directoryOf();
  const file = join(directory, 'xinit');
  await writeFile(file, `#!/bin/sh\n${xinit}\n`);
  await chmod(file, 0o755);
  const temporary = await directoryOf();
  const env = { PATH: `${directory}:${process.env['PATH']}`, TMPDIR: temporary };
  const ended = await new Promise<{ code: number; out: string }>((resolve) => {
    execFile('sh', [START, '/usr/lib/xorg/Xorg', ':0', 'vt7'], { env }, (error, out) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out }),
    );
  });
  return { ...ended, left: await readdir(temporary) };
}

test.each([
  [77, 'staff have left for the system: systemd leaves it so'],
  [1, 'it crashed, or staff wanted it started again'],
  [0, 'it ended in order'],
])('The X11 session ends with %i when the kiosk has: %s', async (code) => {
  expect(await x11Start(`echo ${code} >"$OPENFLOOR_ENDED"; exit 0`)).toMatchObject({ code, left: [] });
});

test('An X server that does not start is no kiosk that ended: it is tried again', async () => {
  expect(await x11Start('exit 1')).toMatchObject({ code: 1, left: [] });
});

test('The X server is started as the unit names it', async () => {
  const { out } = await x11Start('echo "$@"');
  expect(out.trim()).toBe('/usr/lib/openfloor/x11-session -- /usr/lib/xorg/Xorg :0 vt7');
});
