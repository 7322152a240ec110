import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  refuseUnwritable,
  whyNot,
  writeKeepingOld,
} from '../../../../../src-main/provisioning/provision/write-files.ts';
import { temporaryDirectory } from '../../../../builders/temporary-directory.ts';
import { systemError } from '../../../../fakes/fake-machine.ts';

const directoryOf = temporaryDirectory();
const AT = new Date('2026-12-01T09:00:00Z');
const isRoot = process.getuid?.() === 0;

describe('A file that cannot be written', () => {
  test.each([
    ['EACCES', 'sudo openfloor provision'],
    ['EPERM', 'sudo openfloor provision'],
    ['EROFS', 'check 6'],
    ['ENOSPC', 'check 5'],
    ['EISDIR', 'a folder stands where the file should be'],
    ['EIO', '(EIO)'],
  ])('for the reason %s says what to do', (code, words) => {
    const sentence = whyNot('/etc/openfloor/openfloor.yaml', systemError(code), 'written');
    expect(sentence).toContain('/etc/openfloor/openfloor.yaml cannot be written');
    expect(sentence).toContain(words);
  });

  test.skipIf(isRoot)('is refused before anybody types anything', async () => {
    await expect(refuseUnwritable('/etc/openfloor-test/openfloor.yaml')).rejects.toThrow(
      'sudo openfloor provision',
    );
  });

  test('leaves no half of a new one', async () => {
    const directory = await directoryOf();
    const file = join(directory, 'openfloor.yaml');
    await writeFile(file, 'old');
    await mkdir(`${file}.new`);
    await expect(writeKeepingOld(file, 'new', AT)).rejects.toThrow('cannot be written');
    expect(await readFile(file, 'utf8')).toBe('old');
  });
});

describe('A file that is replaced', () => {
  test('is kept beside the new one, by the time of the change, with its rights', async () => {
    const file = join(await directoryOf(), 'openfloor.yaml');
    await writeFile(file, 'old', { mode: 0o640 });
    expect(await writeKeepingOld(file, 'new', AT)).toBe(`${file}.20261201T090000Z.old`);
    expect(await readFile(`${file}.20261201T090000Z.old`, 'utf8')).toBe('old');
    expect((await stat(`${file}.20261201T090000Z.old`)).mode & 0o777).toBe(0o640);
    expect(await readFile(file, 'utf8')).toBe('new');
    expect((await stat(file)).mode & 0o777).toBe(0o640);
  });

  test('was perhaps not there, nor its folder', async () => {
    const directory = await directoryOf();
    expect(await writeKeepingOld(join(directory, 'openfloor', 'root.json'), '{}', AT)).toBeNull();
    expect(await readdir(join(directory, 'openfloor'))).toEqual(['root.json']);
  });
});
