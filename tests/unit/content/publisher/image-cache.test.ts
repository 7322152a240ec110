import { execFile } from 'node:child_process';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { cacheFolder, folderCache } from '../../../../content/publisher/images/cache.ts';
import { keptRenditions } from '../../../../content/publisher/images/kept-renditions.ts';
import { imageKind } from '../../../../content/publisher/images/kinds.ts';
import {
  ENTRY,
  fixture,
  LETTER,
  LETTER_NL,
  page,
  removeTemporary,
  temporaryFolder,
} from './guide-under-test.ts';
import { flat } from './images-under-test.ts';

afterEach(removeTemporary);

const photo = await flat(400, 300).jpeg().toBuffer();
const other = await flat(400, 300, { r: 0, g: 0, b: 200 }).jpeg().toBuffer();

/** Makes a photograph ready with a cache in this folder; says whether it had to be made. */
async function ready(folder: string, bytes = photo) {
  const made: string[] = [];
  const kind = imageKind(bytes);
  if (kind === undefined) throw new Error('no image');
  const work = { cache: folderCache(folder), onMake: (path: string) => made.push(path) };
  const renditions = await keptRenditions({ path: 'media/a.jpg', bytes }, kind, work);
  if ('what' in renditions) throw new Error(renditions.what);
  const list = renditions.map(({ bytes: out, ...rest }) => ({ ...rest, out: Buffer.from(out) }));
  return { list, made: made.length > 0 };
}

/** The files of a cache. */
async function kept(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe('a photograph', () => {
  it('is made once, and comes out of the cache as it went in', async () => {
    const folder = await temporaryFolder();
    const [first, second] = [await ready(folder), await ready(folder)];
    expect([first.made, second.made]).toEqual([true, false]);
    expect(second.list).toEqual(first.list);
    expect(await kept(folder)).toHaveLength(1);
  });

  it('is made again when its bytes are others', async () => {
    const folder = await temporaryFolder();
    const [first, second] = [await ready(folder), await ready(folder, other)];
    expect(second.made).toBe(true);
    expect(second.list).not.toEqual(first.list);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['was cut short', (bytes) => bytes.subarray(0, bytes.length - 10)],
    ['is empty', () => Buffer.alloc(0)],
    [
      'was altered in one place',
      (bytes) => {
        const at = bytes.length - 1;
        bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
        return bytes;
      },
    ],
  ])('is made again when what was kept %s', async (_name, spoil) => {
    const folder = await temporaryFolder();
    const first = await ready(folder);
    const [file = ''] = await kept(folder);
    await writeFile(file, spoil(await readFile(file)));
    const again = await ready(folder);
    expect([again.made, (await ready(folder)).made]).toEqual([true, false]);
    expect(again.list).toEqual(first.list);
  });

  it('is never mistaken for another one whose file got its name', async () => {
    const folder = await temporaryFolder();
    const first = await ready(folder);
    const [file = ''] = await kept(folder);
    await ready(folder, other);
    const stranger = (await kept(folder)).find((each) => each !== file) ?? '';
    await rename(stranger, file);
    expect((await ready(folder)).list).toEqual(first.list);
  });

  it('is made all the same where no cache can be written', async () => {
    const file = join(await temporaryFolder(), 'a-file');
    await writeFile(file, '');
    const [first, second] = [await ready(file), await ready(file)];
    expect([first.made, second.made]).toEqual([true, true]);
    expect(second.list).toEqual(first.list);
  });
});

it('a build fills the cache of the computer, and one with --no-cache leaves it alone', async () => {
  const content = await fixture();
  await writeFile(join(content, 'media', 'a.jpg'), photo);
  for (const path of [LETTER, LETTER_NL]) await writeFile(join(content, path), page('![a](media/a.jpg)'));
  const folder = await temporaryFolder();
  const env = { ...process.env, OPENFLOOR_CACHE: join(folder, 'cache') };
  const build = async (...more: string[]): Promise<boolean> => {
    const args = [ENTRY, 'build', '--content', content, '--out', join(folder, 'out'), ...more];
    return (await promisify(execFile)(process.execPath, args, { env })).stdout.includes('Making media/a.jpg');
  };
  expect(await build('--no-cache')).toBe(true);
  await expect(kept(env.OPENFLOOR_CACHE)).rejects.toThrow('ENOENT');
  expect(await build()).toBe(true);
  expect(await kept(join(env.OPENFLOOR_CACHE, 'images'))).toHaveLength(1);
  expect(await build()).toBe(false);
  expect(await build('--no-cache')).toBe(true);
});

it.each<[NodeJS.Platform, Record<string, string>, string]>([
  ['linux', {}, '/home/ann/.cache/openfloor/images'],
  ['linux', { XDG_CACHE_HOME: '/var/cache/ann' }, '/var/cache/ann/openfloor/images'],
  ['darwin', {}, '/home/ann/Library/Caches/openfloor/images'],
  ['win32', { LOCALAPPDATA: '/ann/Local' }, '/ann/Local/openfloor/images'],
  ['linux', { OPENFLOOR_CACHE: '/elsewhere' }, '/elsewhere/images'],
])('on %s with %o the cache lies where such computers keep caches', (platform, env, folder) => {
  expect(cacheFolder(env, platform, '/home/ann').replaceAll('\\', '/')).toBe(folder);
});
