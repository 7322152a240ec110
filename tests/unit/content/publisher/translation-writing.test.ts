import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { writeTogether } from '../../../../content/publisher/translation/write-together.ts';
import { allFiles, removeTemporary, temporaryFolder } from './guide-under-test.ts';

afterEach(removeTemporary);

describe('writing many files', () => {
  const bytes = (text: string) => Buffer.from(text);

  it('takes everything back when the last of them cannot be written', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.md'), 'old a');
    // A folder where the third file should go: renaming onto it fails when two files are in place already.
    await mkdir(join(folder, 'c.md'));
    await writeFile(join(folder, 'c.md', 'keep'), '');
    const before = await allFiles(folder);
    const refusal = await writeTogether(folder, [
      { path: 'a.md', bytes: bytes('new a') },
      { path: 'b.md', bytes: bytes('new b') },
      { path: 'c.md', bytes: bytes('new c') },
    ]);
    expect(refusal?.path).toBe('c.md');
    expect(refusal?.words.rule).toBe('translation-not-written');
    expect(await allFiles(folder)).toEqual(before);
    expect((await readdir(folder)).sort()).toEqual(['a.md', 'c.md']);
  });

  it('leaves nothing beside them when all is well', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.md'), 'old a');
    const files = [
      { path: 'a.md', bytes: bytes('new a') },
      { path: 'deep/b.md', bytes: bytes('new b') },
    ];
    expect(await writeTogether(folder, files)).toBeUndefined();
    expect((await readdir(folder)).sort()).toEqual(['a.md', 'deep']);
    expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe('new a');
    expect(await readFile(join(folder, 'deep/b.md'), 'utf8')).toBe('new b');
  });
});
