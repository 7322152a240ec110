import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBytes, readText, thisMachine } from '../../../../src-main/platform/machine.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';

const directoryOf = temporaryDirectory();
const node = process.execPath;

describe('A command of the system', () => {
  test('answers what it said and how it ended', async () => {
    const ran = await thisMachine.run(node, [
      '-e',
      'console.log("out"); console.error("err"); process.exitCode = 3',
    ]);
    expect(ran).toEqual({ kind: 'ended', code: 3, out: 'out\n', err: 'err\n' });
  });

  test('speaks English, whatever the machine speaks', async () => {
    expect(await thisMachine.run(node, ['-p', 'process.env.LC_ALL'])).toMatchObject({ out: 'C\n' });
  });

  test('is read by no shell', async () => {
    expect(await thisMachine.run(node, ['-p', 'process.argv[1]', '$(id) ; ls'])).toMatchObject({
      out: '$(id) ; ls\n',
    });
  });

  test('that is not there is said to be so', async () => {
    expect(await thisMachine.run('openfloor-no-such-command', [])).toEqual({ kind: 'not-there' });
  });

  test('that does not end is ended', async () => {
    expect(await thisMachine.run(node, ['-e', 'setInterval(() => {}, 1000)'], 200)).toEqual({
      kind: 'failed',
      reason: 'not done after 200 ms',
    });
  });

  test('that says too much is not listened to', async () => {
    expect((await thisMachine.run(node, ['-e', 'process.stdout.write("x".repeat(3e6))'])).kind).toBe(
      'failed',
    );
  });
});

describe('What a machine tells of itself', () => {
  test.skipIf(process.platform === 'win32')('is who may do what with a path', async () => {
    const directory = join(await directoryOf(), 'data');
    await mkdir(directory, { mode: 0o750 });
    expect(await thisMachine.rights(directory)).toMatchObject({ isDirectory: true, mode: 0o750 });
    expect(await thisMachine.rights(directory)).toMatchObject({ uid: thisMachine.user().uid });
  });

  test('is the room on a disk', async () => {
    const { freeBytes, totalBytes } = await thisMachine.room(await directoryOf());
    expect(freeBytes).toBeGreaterThan(0);
    expect(totalBytes).toBeGreaterThanOrEqual(freeBytes);
  });

  test('is the beginning of a file, and no more than was asked for', async () => {
    const file = join(await directoryOf(), 'long');
    await writeFile(file, 'é'.repeat(1_000));
    expect(await readText(thisMachine.files, file, 4)).toBe('éé');
    expect((await readBytes(thisMachine.files, file, 5_000)).length).toBe(2_000);
  });

  test.skipIf(process.platform !== 'linux')('is also what the kernel writes while it is read', async () => {
    expect(await readText(thisMachine.files, '/proc/self/mounts')).toContain(' / ');
  });
});
