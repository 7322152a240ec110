import { execFileSync } from 'node:child_process';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openScratch } from '../../../../src-main/dev/scratch.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import { mountTinyDisk } from '../../../builders/tiny-disk.ts';

const makeDirectory = temporaryDirectory();
const PLENTY = 8 * 1024 ** 3;

async function ports() {
  return { env: { HOME: '/home/someone' }, memoryDisk: await makeDirectory(), freeMemory: PLENTY };
}

test('temporary files lie on the disk in memory, and all of them are taken away', async () => {
  const machine = await ports();
  const { env, remove } = openScratch({ ...machine, freeOn: () => PLENTY });
  const directory = env['TMPDIR'] ?? '';
  expect(path.dirname(directory)).toBe(machine.memoryDisk);
  expect(env['HOME']).toBe('/home/someone');
  expect((await stat(directory)).mode & 0o777).toBe(0o755);
  await mkdir(path.join(directory, 'profile'));
  await writeFile(path.join(directory, 'profile/file'), 'left behind');
  await remove();
  expect(await readdir(machine.memoryDisk)).toEqual([]);
});

test.each([
  ['the disk is small', { freeOn: () => 64 * 1024 ** 2 }],
  ['memory is short', { freeMemory: 1024 ** 3 }],
  [
    'there is none',
    {
      freeOn: () => {
        throw new Error('ENOENT');
      },
    },
  ],
  ['somebody has said where', { env: { TMPDIR: '/somewhere' } }],
])('where %s they lie where they always do', async (_, change) => {
  const machine = { ...(await ports()), freeOn: () => PLENTY, ...change };
  const { env, remove } = openScratch(machine);
  expect(env).toBe(machine.env);
  await remove();
  expect(await readdir(machine.memoryDisk)).toEqual([]);
});

test('where no program may be started from the disk in memory they lie where they always do', async ({
  skip,
}) => {
  const disk = mountTinyDisk(1024 ** 2);
  if ('whyNot' in disk) return skip(disk.whyNot);
  try {
    execFileSync('mount', ['-o', 'remount,noexec', disk.directory], { stdio: 'pipe' });
    const machine = { ...(await ports()), memoryDisk: disk.directory, freeOn: () => PLENTY };
    const { env, remove } = openScratch(machine);
    expect(env).toBe(machine.env);
    await remove();
    expect(await readdir(disk.directory)).toEqual([]);
  } finally {
    await disk.unmount();
  }
});
