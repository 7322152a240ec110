import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, it } from 'vitest';
import { compileGuide } from '../../../../content/publisher/steps/compile-guide.ts';
import { readSources } from '../../../../content/publisher/steps/read-sources.ts';
import { allFiles, ENTRY, fixture, removeTemporary, temporaryFolder } from './guide-under-test.ts';

afterEach(removeTemporary);

/** Copies a folder with its files created in the opposite order and long ago. */
async function copyBackwards(from: string, to: string): Promise<void> {
  await mkdir(to);
  const names = (await readdir(from, { withFileTypes: true })).reverse();
  for (const entry of names) {
    if (entry.isDirectory()) await copyBackwards(join(from, entry.name), join(to, entry.name));
    else {
      await cp(join(from, entry.name), join(to, entry.name));
      await utimes(join(to, entry.name), 1, 1);
    }
  }
}

it('the same sources give the same bytes in any folder, time zone and locale', async () => {
  const here = await fixture();
  const elsewhere = join(await temporaryFolder(), 'ailleurs é');
  await copyBackwards(here, elsewhere);
  const folder = await temporaryFolder();
  const build = (content: string, out: string, env: Record<string, string>) =>
    promisify(execFile)(process.execPath, [ENTRY, 'build', '--content', content, '--out', out], {
      cwd: folder,
      env: { ...process.env, ...env },
    });
  await build(here, join(folder, 'a'), {
    TZ: 'Pacific/Kiritimati',
    LANG: 'sv_SE.UTF-8',
    LC_ALL: 'sv_SE.UTF-8',
  });
  await build(elsewhere, 'b', { TZ: 'America/Adak', LANG: 'C', LC_ALL: 'C' });
  const [a, b] = [await allFiles(join(folder, 'a')), await allFiles(join(folder, 'b'))];
  expect(a.size).toBeGreaterThan(8);
  expect([...b]).toEqual([...a]);
});

it('the order in which files are read does not matter', async () => {
  const { files } = await readSources(await fixture());
  const forwards = await compileGuide({ files, problems: [] }, 3);
  const backwards = await compileGuide({ files: [...files].reverse(), problems: [] }, 3);
  if (!forwards.ok || !backwards.ok) throw new Error('the good guide must compile');
  expect(Buffer.from(backwards.edition.pointerBytes)).toEqual(Buffer.from(forwards.edition.pointerBytes));
});

it('another number gives another edition with the same documents', async () => {
  const sources = await readSources(await fixture());
  const [one, two] = [await compileGuide(sources, 1), await compileGuide(sources, 2)];
  if (!one.ok || !two.ok) throw new Error('the good guide must compile');
  expect(two.edition.manifest.files).toEqual(one.edition.manifest.files);
  expect(two.edition.pointer).not.toEqual(one.edition.pointer);
});
