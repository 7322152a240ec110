import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { cacheFolder, folderCache } from '../../../../content/publisher/images/cache.ts';
import { keptRenditions } from '../../../../content/publisher/images/kept-renditions.ts';
import { imageKind } from '../../../../content/publisher/images/kinds.ts';
import { SWEEP, sweepCache } from '../../../../content/publisher/images/sweep.ts';
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

/** The files of a cache, without the note of when it was looked through. */
async function kept(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const own = entries.filter((entry) => entry.isFile() && entry.name !== '.swept');
  return own.map((entry) => join(entry.parentPath, entry.name));
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

describe('a cache of photographs that has grown old', () => {
  const DAY = 86_400_000;
  const now = Date.parse('2026-11-27T12:00:00Z');
  const limits = { ...SWEEP, maxBytes: 1_000 };

  /** A file of the cache: its first letters, its size, and how many days ago it was asked for. */
  async function put(folder: string, name: string, bytes: number, days: number): Promise<string> {
    const path = join(folder, name.slice(0, 2), name.padEnd(64, '0'));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, Buffer.alloc(bytes));
    await utimes(path, new Date(now - days * DAY), new Date(now - days * DAY));
    return path;
  }
  const names = async (folder: string) =>
    (await kept(folder)).map((path) => basename(path).replace(/0+$/, '')).sort();

  it('loses what nobody has asked for in three months, and nothing else', async () => {
    const folder = await temporaryFolder();
    await put(folder, 'aa1', 10, 91);
    await put(folder, 'bb1', 10, 89);
    await sweepCache(folder, now, limits);
    expect(await names(folder)).toEqual(['bb1']);
  });

  it('loses what was asked for longest ago until the rest fits', async () => {
    const folder = await temporaryFolder();
    await put(folder, 'aa1', 400, 3);
    await put(folder, 'bb1', 400, 1);
    await put(folder, 'cc1', 400, 2);
    await sweepCache(folder, now, limits);
    expect(await names(folder)).toEqual(['bb1', 'cc1']);
  });

  it('keeps what may be in use, however large or strange', async () => {
    const folder = await temporaryFolder();
    await put(folder, 'aa1', 5_000, 0.02);
    await put(folder, 'bb1', 5_000, 0.03);
    await writeFile(join(folder, 'notes.txt'), 'not ours');
    await utimes(join(folder, 'notes.txt'), new Date(0), new Date(0));
    await sweepCache(folder, now, limits);
    expect(await names(folder)).toEqual(['aa1', 'bb1', 'notes.txt']);
  });

  it('takes away what a command left half written', async () => {
    const folder = await temporaryFolder();
    const path = await put(folder, 'aa1', 10, 100);
    await rename(path, `${path}.0123abcd`);
    await sweepCache(folder, now, limits);
    expect(await names(folder)).toEqual([]);
  });

  it('is looked through once a day', async () => {
    const folder = await temporaryFolder();
    await sweepCache(folder, now, limits);
    await put(folder, 'aa1', 10, 91);
    await sweepCache(folder, now + DAY / 2, limits);
    expect(await names(folder)).toEqual(['aa1']);
    await sweepCache(folder, now + DAY, limits);
    expect(await names(folder)).toEqual([]);
  });

  it('keeps a photograph that is asked for again and again', async () => {
    const folder = await temporaryFolder();
    await ready(folder);
    const [path = ''] = await kept(folder);
    await utimes(path, new Date(0), new Date(0));
    expect((await ready(folder)).made).toBe(false);
    await sweepCache(folder);
    expect((await ready(folder)).made).toBe(false);
  });

  it('is swept by a build, and a folder that is not there is no trouble', async () => {
    await sweepCache(join(await temporaryFolder(), 'nowhere'));
    const cache = await temporaryFolder();
    await put(join(cache, 'images'), 'aa1', 10, 4_000);
    const out = join(await temporaryFolder(), 'edition');
    const args = [ENTRY, 'build', '--content', await fixture(), '--out', out, '--cache', cache];
    await promisify(execFile)(process.execPath, args);
    expect(await names(join(cache, 'images'))).toEqual([]);
  });
});
