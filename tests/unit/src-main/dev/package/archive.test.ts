import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { extract, list } from 'tar';
import { expect, test } from 'vitest';
import { packArchive } from '../../../../../src-main/dev/package/archive.ts';
import { temporaryDirectory } from '../../../../builders/temporary-directory.ts';

const newDirectory = temporaryDirectory();

test('Whoever unpacks the archive has one folder with everything in it, programs as programs', async () => {
  const directory = await newDirectory();
  const unpacked = path.join(directory, 'linux-unpacked');
  await mkdir(path.join(unpacked, 'resources'), { recursive: true });
  await writeFile(path.join(unpacked, 'openfloor'), '#!/bin/sh\n');
  await chmod(path.join(unpacked, 'openfloor'), 0o755);
  await writeFile(path.join(unpacked, 'resources/app.asar'), 'the application');

  const file = await packArchive(unpacked, 'openfloor-0.1.0-x64');
  expect(file).toBe(path.join(directory, 'openfloor-0.1.0-x64.tar.gz'));
  const elsewhere = await newDirectory();
  await extract({ file, cwd: elsewhere });
  const folder = path.join(elsewhere, 'openfloor-0.1.0-x64');
  expect(await readFile(path.join(folder, 'resources/app.asar'), 'utf8')).toBe('the application');
  expect((await stat(path.join(folder, 'openfloor'))).mode & 0o111).toBe(0o111);
  // Who packed it is nobody's business, and an administrator who unpacks it must not make files of strangers.
  const owners = new Set<string>();
  await list({
    file,
    onReadEntry: ({ uid, gid, uname }) => void owners.add(`${uid ?? ''}:${gid ?? ''}:${uname ?? ''}`),
  });
  expect([...owners]).toEqual(['::']);
});
