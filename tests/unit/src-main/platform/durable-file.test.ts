import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceDurably, replaceForReaders } from '../../../../src-main/platform/durable-file.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import { LENGTH } from './endless-writer.ts';

const makeDirectory = temporaryDirectory();

test('A file is replaced in one piece, and nothing lies beside it', async () => {
  const directory = await makeDirectory();
  const file = join(directory, 'small.json');
  await replaceDurably(file, 'a much longer first text');
  const before = await stat(file);
  await replaceDurably(file, 'second');
  expect(await readFile(file, 'utf8')).toBe('second');
  // Another file took the name: nobody ever saw the old one half overwritten.
  expect((await stat(file)).ino).not.toBe(before.ino);
  expect(await readdir(directory)).toEqual(['small.json']);
});

test('A file that cannot be replaced stays as it was, and says why', async () => {
  const directory = await makeDirectory();
  const taken = join(directory, 'taken');
  await mkdir(join(taken, 'by-a-directory'), { recursive: true });
  await expect(replaceDurably(taken, 'text')).rejects.toMatchObject({ code: expect.any(String) });
  expect(await readdir(directory)).toEqual(['taken']);
});

test('A file for readers can be read by everybody, one that is only durable by its owner', async () => {
  const directory = await makeDirectory();
  const rights = async (file: string) => ((await stat(file)).mode & 0o777).toString(8);
  await replaceForReaders(join(directory, 'status.json'), '{}');
  await replaceDurably(join(directory, 'secret.json'), '{}');
  expect(await rights(join(directory, 'status.json'))).toBe('644');
  expect(await rights(join(directory, 'secret.json'))).toBe('600');
  expect(await readdir(directory)).toEqual(['secret.json', 'status.json']);
});

test('A writer that dies in the middle leaves a whole file', async () => {
  const file = join(await makeDirectory(), 'large');
  await replaceDurably(file, 'z'.repeat(LENGTH));
  const writer = join(import.meta.dirname, 'endless-writer.ts');
  for (let death = 1; death <= 5; death += 1) {
    const child = spawn(process.execPath, [writer, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    const died = new Promise((resolve) => child.once('exit', resolve));
    await once(child.stdout, 'data');
    while (!isHalfWritten(`${file}.new`) && !isHalfWritten(file)) await new Promise(setImmediate);
    child.kill('SIGKILL');
    await died;
    const bytes = await readFile(file);
    expect([bytes.length, bytes.every((byte) => byte === bytes[0])]).toEqual([LENGTH, true]);
  }
});

function isHalfWritten(file: string): boolean {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? LENGTH;
  return size < LENGTH;
}
