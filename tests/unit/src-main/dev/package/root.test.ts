import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packRoot } from '../../../../../src-main/dev/package/root.ts';
import { rootFingerprint, selfSignedRoot } from '../../../../../src-main/sync/trust/pinned-root.ts';
import { signedRepository } from '../../../../builders/signed-repository.ts';
import { temporaryDirectory } from '../../../../builders/temporary-directory.ts';

const directory = temporaryDirectory();
const now = new Date('2026-12-01T09:00:00Z');

async function project() {
  const projectDir = await directory();
  const made = join(projectDir, 'out/package');
  await mkdir(made, { recursive: true });
  await mkdir(join(projectDir, 'assets'));
  const inside = () => readFile(join(made, 'root/root.json'));
  return { projectDir, made, now, inside };
}

test('A package without a root has none inside, and whoever makes it is told what that means', async () => {
  const { inside, ...parts } = await project();
  expect((await packRoot({ ...parts, named: undefined })).said).toContain('by "openfloor provision"');
  await expect(inside()).rejects.toThrow('ENOENT');
});

test('The root that is named goes inside to the byte, else the one of the project; its fingerprint is shown', async () => {
  const { inside, ...parts } = await project();
  const [usual, named] = [
    signedRepository(now.getTime()).firstRoot,
    signedRepository(now.getTime()).firstRoot,
  ];
  await writeFile(join(parts.projectDir, 'assets/root.json'), usual);
  await packRoot({ ...parts, named: undefined });
  expect(await inside()).toEqual(usual);
  const file = join(parts.projectDir, '1.root.json');
  await writeFile(file, named);
  const { said } = await packRoot({ ...parts, named: file });
  expect(await inside()).toEqual(named);
  expect(said).toContain(rootFingerprint(selfSignedRoot(named).root));
  expect(said).toContain('until 2028-11-30');
  expect(said).not.toContain('is there a newer one?');
});

test('A root that ends soon goes inside with a word; one that has ended does not', async () => {
  const { inside, ...parts } = await project();
  const file = join(parts.projectDir, '1.root.json');
  const made = signedRepository(now.getTime());
  await writeFile(file, made.firstRoot);
  const days = (count: number) => new Date(now.getTime() + count * 24 * 60 * 60 * 1_000);
  expect((await packRoot({ ...parts, named: file, now: days(700) })).said).toContain('only 30 days');
  const ended = await project();
  await expect(packRoot({ ...ended, named: file, now: days(800) })).rejects.toThrow('ended on 2028-11-30');
  await expect(ended.inside()).rejects.toThrow('ENOENT');
  expect(await inside()).toEqual(made.firstRoot);
});

test.each([
  ['a page', '<html>'],
  ['another signed file', '{"signatures":[],"signed":{"_type":"targets"}}'],
  ['nothing', null],
])('%s in its place is refused, in the project’s own folder too', async (_what, text) => {
  const { inside, ...parts } = await project();
  const file = join(parts.projectDir, 'assets/root.json');
  if (text !== null) await writeFile(file, text);
  await expect(packRoot({ ...parts, named: file })).rejects.toThrow(
    'takes the root.json of the content team',
  );
  if (text !== null) await expect(packRoot({ ...parts, named: undefined })).rejects.toThrow('root.json');
  await expect(inside()).rejects.toThrow('ENOENT');
});

test('A root that somebody changed is refused', async () => {
  const { inside: _inside, ...parts } = await project();
  const file = join(parts.projectDir, '1.root.json');
  await writeFile(file, String(signedRepository(now.getTime()).firstRoot).replace('2028', '2038'));
  await expect(packRoot({ ...parts, named: file })).rejects.toThrow('signed by its own keys');
});
