import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

const renderer = path.resolve(import.meta.dirname, '../../../src-renderer');

/** Everything a file brings along before it runs: what it imports, and so on; what it imports for types only is no load. */
async function carriedBy(entry: string): Promise<readonly string[]> {
  const found = new Set<string>();
  const follow = async (file: string) => {
    const name = path.relative(renderer, file);
    if (found.has(name)) return;
    found.add(name);
    if (!/\.tsx?$/.test(file)) return;
    const text = await readFile(file, 'utf8');
    for (const [, words = '', from = ''] of text.matchAll(
      /^(?:im|ex)port\s+(?:([^'";]*?)\s+from\s+)?'([^']+)'/gm,
    )) {
      if (words.startsWith('type ')) continue;
      if (from.startsWith('.')) await follow(path.resolve(path.dirname(file), from));
      else found.add(from);
    }
  };
  await follow(path.join(renderer, entry));
  return [...found].sort();
}

test('The shell is painted before any more than its own styles is fetched', async () => {
  expect(await carriedBy('visitor/main.ts')).toEqual([
    'ui/base.css',
    'ui/frame-painted.ts',
    'ui/tokens.css',
    'visitor/main.ts',
    'visitor/shell.css',
  ]);
});

test('The search worker starts without the validators: it reads texts that were checked before', async () => {
  const carried = await carriedBy('catalogue/search/worker.ts');
  expect(carried).toContain('minisearch');
  expect(carried).not.toContain('zod');
});
