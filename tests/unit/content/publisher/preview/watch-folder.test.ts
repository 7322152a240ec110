import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { isHidden, watchFolder } from '../../../../../content/publisher/preview/watch-folder.ts';
import { removeTemporary, temporaryFolder } from '../guide-under-test.ts';

const offs: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const off of offs.splice(0)) await off();
  await removeTemporary();
});

async function watched() {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'pages'));
  await writeFile(join(folder, 'pages/a.md'), 'one');
  const onChange = vi.fn();
  offs.push(await watchFolder(folder, { onChange, onError: (error) => expect.fail(String(error)) }));
  const noticed = async () => {
    await vi.waitFor(() => expect(onChange).toHaveBeenCalled(), { timeout: 20_000, interval: 20 });
    onChange.mockClear();
  };
  return { folder, noticed };
}

test('writing, adding, replacing and removing are noticed, however an editor does it', async () => {
  const { folder, noticed } = await watched();
  await writeFile(join(folder, 'pages/a.md'), 'two');
  await noticed();
  await writeFile(join(folder, 'pages/b.md'), 'new');
  await noticed();
  await writeFile(join(folder, 'c.md'), 'elsewhere first');
  await rename(join(folder, 'c.md'), join(folder, 'pages/a.md'));
  await noticed();
  await mkdir(join(folder, 'events'));
  await writeFile(join(folder, 'events/d.md'), 'in a new folder');
  await noticed();
  await rm(join(folder, 'pages/b.md'));
  await noticed();
});

test.each([
  ['', false],
  ['pages/employment/cover-letter.fr.md', false],
  ['pages/a..b.md', false],
  ['../elsewhere', false],
  ['.git', true],
  ['.git/index', true],
  ['pages/.cover-letter.fr.md.swp', true],
  ['pages\\.cover-letter.fr.md.swp', true],
])('"%s" is hidden: %s', (inside, hidden) => {
  expect(isHidden(inside)).toBe(hidden);
});
