import { expect, test, vi } from 'vitest';
import type { EditionFetch } from '../../../../src-renderer/catalogue/edition-reader.ts';
import { editionCache } from '../../../../src-renderer/preview/page/edition-cache.ts';

const digest = (letter: string) => letter.repeat(64);

/** A server with editions: for each `seq`, the digest letter of every file, whose bytes are that letter. */
function served(editions: Readonly<Record<number, Readonly<Record<string, string>>>>) {
  const fetched = vi.fn<(path: string) => void>();
  const fetchFrom = (seq: number): EditionFetch => ({
    fetchManifest: async () =>
      Response.json({
        schema: 1,
        seq,
        languages: ['fr'],
        files: Object.entries(editions[seq] ?? {}).map(([path, letter]) => ({
          path,
          sha256: digest(letter),
          length: 1,
          type: 'application/json',
        })),
      }),
    fetchFile: async (path) => {
      fetched(path);
      const letter = editions[seq]?.[path];
      return letter ? new Response(letter) : new Response(null, { status: 404 });
    },
  });
  const open = editionCache(fetchFrom);
  const read = async (seq: number) => {
    const source = open(seq);
    const manifest: unknown = await (await source.fetchManifest()).json();
    expect(manifest).toMatchObject({ seq });
    const texts: string[] = [];
    for (const path of Object.keys(editions[seq] ?? {}))
      texts.push(await (await source.fetchFile(path)).text());
    return texts.join('');
  };
  return { fetched, open, read };
}

test('of the next edition only what has changed is fetched', async () => {
  const { fetched, read } = served({ 1: { a: 'a', b: 'b' }, 2: { a: 'a', b: 'c' } });
  expect(await read(1)).toBe('ab');
  fetched.mockClear();
  expect(await read(2)).toBe('ac');
  expect(fetched.mock.calls).toEqual([['b']]);
});

test('what no edition holds any more is forgotten', async () => {
  const { fetched, read } = served({ 1: { a: 'a' }, 2: { a: 'b' }, 3: { a: 'a' } });
  for (const seq of [1, 2, 3]) await read(seq);
  expect(fetched).toHaveBeenCalledTimes(3);
});

test('a refusal is passed on and not kept', async () => {
  const { fetched, open } = served({ 1: {} });
  const source = open(1);
  await source.fetchManifest();
  expect((await source.fetchFile('gone')).status).toBe(404);
  expect((await source.fetchFile('gone')).status).toBe(404);
  expect(fetched).toHaveBeenCalledTimes(2);
});
