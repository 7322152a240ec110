import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import * as say from '../../../../content/publisher/messages.ts';
import type { Edition } from '../../../../content/publisher/steps/assemble.ts';
import { writeEdition } from '../../../../content/publisher/steps/write-edition.ts';
import { allFiles, compiled, fixture, removeTemporary, temporaryFolder } from './guide-under-test.ts';

afterEach(removeTemporary);

async function goodEdition(): Promise<Edition> {
  const result = await compiled({});
  if (!result.ok) throw new Error('the good guide must compile');
  return result.edition;
}

/** An edition whose writing fails after some of its files: one of its paths is both a file and a folder. */
function failing(edition: Edition): Edition {
  const x = Buffer.from('x');
  return { ...edition, blobs: new Map([...edition.blobs, ['blobs/zz/x', x], ['blobs/zz/x/y', x]]) };
}

it('an edition that cannot be written whole leaves nothing behind', async () => {
  const folder = await temporaryFolder();
  const words = await writeEdition(failing(await goodEdition()), join(folder, 'edition'), await fixture());
  expect(words?.what).toMatch(/^The edition could not be written: /);
  expect(await readdir(folder)).toEqual([]);
});

it('an edition that cannot be written whole leaves the earlier one in its place', async () => {
  const folder = await temporaryFolder();
  const content = await fixture();
  const edition = await goodEdition();
  expect(await writeEdition(edition, join(folder, 'edition'), content)).toBeUndefined();
  const before = await allFiles(folder);
  expect(await writeEdition(failing(edition), join(folder, 'edition'), content)).not.toBeUndefined();
  expect(await allFiles(folder)).toEqual(before);
  expect(await readdir(folder)).toEqual(['edition']);
});

it('a folder that is no edition is told by what lies in it', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'b'));
  await mkdir(join(folder, 'a'));
  const words = await writeEdition(await goodEdition(), folder, await fixture());
  expect(words).toEqual(say.outIsNotOurs('a'));
});
