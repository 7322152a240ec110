import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { blobPath, editionPointer, manifest } from '../../../../content/model/edition.ts';
import { diff } from '../../../../content/publisher/commands/diff.ts';
import { put, twoEditions } from './diff-under-test.ts';
import { LETTER, removeTemporary, run, temporaryFolder } from './guide-under-test.ts';

afterEach(removeTemporary);

describe('a folder that cannot be compared', () => {
  const refused = async (bend: (folder: string) => Promise<void>): Promise<string> => {
    const { a, b } = await twoEditions({});
    await bend(b);
    const html = join(await temporaryFolder(), 'report.html');
    const { code, out, err } = await run(['diff', a, b, '--html', html], [diff]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`${b}\n`);
    expect(await readdir(dirname(html))).toEqual([]);
    return err;
  };
  const listOf = async (folder: string) => {
    const pointer = editionPointer.parse(JSON.parse(await readFile(join(folder, 'edition.json'), 'utf8')));
    const path = blobPath(pointer.manifest.sha256);
    return { path, list: manifest.parse(JSON.parse(await readFile(join(folder, path), 'utf8'))) };
  };

  it('is said not to be there', async () => {
    expect(await refused((folder) => rm(folder, { recursive: true }))).toContain('There is no such folder.');
  });

  it('is said to hold no edition', async () => {
    const bend = (folder: string) => rm(join(folder, 'edition.json'));
    expect(await refused(bend)).toContain('There is no edition in this folder.');
  });

  it('is said to have a damaged pointer', async () => {
    const bend = (folder: string) => writeFile(join(folder, 'edition.json'), '{"schema":1,');
    expect(await refused(bend)).toContain('This edition is damaged: edition.json');
  });

  it('is said to have a damaged manifest', async () => {
    let at = '';
    const bend = async (folder: string) => {
      at = (await listOf(folder)).path;
      await writeFile(join(folder, at), 'x');
    };
    expect(await refused(bend)).toContain(`This edition is damaged: ${at}`);
  });

  it('is said to lack a file, or to have another one in its place', async () => {
    const bent = (bend: (path: string) => Promise<void>) =>
      refused(async (folder) => {
        const { list } = await listOf(folder);
        const file = list.files.find(({ path }) => path === 'documents/employment/cover-letter.nl.json');
        await bend(join(folder, blobPath(file?.sha256 ?? '')));
      });
    const sentence = 'This edition is damaged: documents/employment/cover-letter.nl.json';
    expect(await bent((path) => rm(path))).toContain(sentence);
    expect(
      await bent(async (path) => writeFile(path, (await readFile(path, 'utf8')).replace('brief', 'Brief'))),
    ).toContain(sentence);
  });

  it('is said to be from another version of this program', async () => {
    const { a, b } = await twoEditions({ [LETTER]: put('Dites', 'Disez') });
    const { createHash } = await import('node:crypto');
    const { list } = await listOf(b);
    const store = async (value: unknown) => {
      const bytes = Buffer.from(JSON.stringify(value));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await mkdir(dirname(join(b, blobPath(sha256))), { recursive: true });
      await writeFile(join(b, blobPath(sha256)), bytes);
      return { sha256, length: bytes.length };
    };
    const later = await store({ schema: 99 });
    const files = list.files.map((file) =>
      file.path === 'documents/employment/cover-letter.fr.json' ? { ...file, ...later } : file,
    );
    const pointer = { schema: 1, seq: 4, manifest: await store({ ...list, files }) };
    await writeFile(join(b, 'edition.json'), JSON.stringify(pointer));
    const { code, err } = await run(['diff', a, b], [diff]);
    expect(code).toBe(1);
    expect(err).toContain(`${b}\n`);
    expect(err).toContain('built by another version of the guide command');
  });

  it('is not asked for twice', async () => {
    const { code, err } = await run(['diff', 'a'], [diff]);
    expect(code).toBe(2);
    expect(err).toContain('Please give two folders');
    expect((await run(['diff', 'a', 'b', 'c'], [diff])).err).toContain('"c" does not belong here.');
  });

  it('for the report is named, and an earlier report stays', async () => {
    const { a, b } = await twoEditions({});
    const folder = await temporaryFolder();
    await cp(a, join(folder, 'taken'), { recursive: true });
    const { code, err } = await run(['diff', a, b, '--html', join(folder, 'taken')], [diff]);
    expect(code).toBe(1);
    expect(err).toContain('The report could not be written');
    expect(await readdir(folder)).toEqual(['taken']);
  });
});
