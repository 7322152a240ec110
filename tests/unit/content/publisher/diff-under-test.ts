import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { build } from '../../../../content/publisher/commands/build.ts';
import { diff } from '../../../../content/publisher/commands/diff.ts';
import type { EditionDiff } from '../../../../content/publisher/diff/compare-editions.ts';
import { fixture, run, temporaryFolder } from './guide-under-test.ts';

/** Changes a text file of a guide; null takes it away. */
export type Edit = (text: string) => string | null;

/** Two editions: the good guide, and the good guide with some files changed, added or taken away. */
export async function twoEditions(edits: Readonly<Record<string, Edit>>): Promise<{ a: string; b: string }> {
  const guide = await fixture();
  const folder = await temporaryFolder();
  const [a, b] = [join(folder, 'a'), join(folder, 'b')];
  await built(guide, a, '3');
  for (const [path, edit] of Object.entries(edits)) {
    const file = join(guide, path);
    const text = edit(await readFile(file, 'utf8').catch(() => ''));
    if (text === null) await rm(file);
    else {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }
  await built(guide, b, '4');
  return { a, b };
}

async function built(guide: string, out: string, seq: string): Promise<void> {
  const { code, err } = await run(['build', '--content', guide, '--out', out, '--seq', seq], [build]);
  if (code !== 0) throw new Error(err);
}

/** What is different between them. */
export async function compared(edits: Readonly<Record<string, Edit>>): Promise<EditionDiff> {
  const { a, b } = await twoEditions(edits);
  const { code, out, err } = await run(['diff', a, b, '--json'], [diff]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const { ok, ...rest }: { ok: boolean } & EditionDiff = JSON.parse(out);
  expect(ok).toBe(true);
  return rest;
}

/** An edit that replaces words which have to be there. */
export const put =
  (from: string, to: string) =>
  (text: string): string => {
    if (!text.includes(from)) throw new Error(`no "${from}" to replace`);
    return text.replaceAll(from, to);
  };
