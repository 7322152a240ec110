import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ByteSpan, errorCode, isNotThere, machineFiles } from '../../../../src-main/platform/files.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';

const makeDirectory = temporaryDirectory();

async function fileOf(bytes: Uint8Array): Promise<string> {
  const file = join(await makeDirectory(), 'file');
  await writeFile(file, bytes);
  return file;
}

async function readAll(file: string, span?: ByteSpan): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of machineFiles.read(file, span)) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('A file on disk', () => {
  const large = new Uint8Array(300_000).map((_, at) => at % 251);

  test('is read whole, also when it is larger than one piece', async () => {
    const file = await fileOf(large);
    expect((await readAll(file)).equals(large)).toBe(true);
  });

  test.each([
    [0, 0],
    [1, 131_072],
    [131_071, 131_073],
    [299_999, 299_999],
  ])('is read from byte %i up to and including byte %i', async (start, end) => {
    const file = await fileOf(large);
    expect((await readAll(file, { start, end })).equals(large.subarray(start, end + 1))).toBe(true);
  });

  test('that is empty, or ends too soon, ends', async () => {
    expect(await readAll(await fileOf(new Uint8Array()))).toHaveLength(0);
    expect(await readAll(await fileOf(new Uint8Array(10)), { start: 5, end: 99 })).toHaveLength(5);
  });

  test('can be left in the middle', async () => {
    const pieces = machineFiles.read(await fileOf(large));
    expect((await pieces.next()).done).toBe(false);
    expect((await pieces.return(undefined)).done).toBe(true);
    expect((await pieces.next()).done).toBe(true);
  });
});

describe('The facts about a path', () => {
  test('tell a plain file from a link and a directory', async () => {
    const directory = await makeDirectory();
    await writeFile(join(directory, 'plain'), 'four');
    await symlink(join(directory, 'plain'), join(directory, 'link'));
    await mkdir(join(directory, 'inner'));
    expect(await machineFiles.facts(join(directory, 'plain'))).toEqual({ isPlainFile: true, length: 4 });
    expect((await machineFiles.facts(join(directory, 'link'))).isPlainFile).toBe(false);
    expect((await machineFiles.facts(join(directory, 'inner'))).isPlainFile).toBe(false);
    expect(await machineFiles.list(directory)).toEqual(['inner', 'link', 'plain']);
  });

  test('tell what is not there from what cannot be read', async () => {
    const missing = await machineFiles
      .facts(join(await makeDirectory(), 'nothing'))
      .catch((error: unknown) => error);
    expect([isNotThere(missing), errorCode(missing)]).toEqual([true, 'ENOENT']);
    const locked = Object.assign(new Error('no'), { code: 'EACCES' });
    expect([isNotThere(locked), errorCode(locked)]).toEqual([false, 'EACCES']);
    expect(errorCode('text')).toBe('unknown');
  });
});
