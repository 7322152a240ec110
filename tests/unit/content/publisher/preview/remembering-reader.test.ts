import { expect, test, vi } from 'vitest';
import { rememberingReader } from '../../../../../content/publisher/preview/remembering-reader.ts';
import { type Compiled, compileGuide } from '../../../../../content/publisher/steps/compile-guide.ts';
import { readDocument } from '../../../../../content/publisher/steps/read-document.ts';
import { readSources, type Sources } from '../../../../../content/publisher/steps/read-sources.ts';
import { fixture, LETTER, removeTemporary } from '../guide-under-test.ts';

const good = await readSources(await fixture());
await removeTemporary();

function changed(path: string, change: (text: string) => string): Sources {
  const files = good.files.map((file) =>
    file.path === path
      ? { path, bytes: Buffer.from(change(Buffer.from(file.bytes).toString('utf8'))) }
      : file,
  );
  return { files, problems: [] };
}

/** A remembering reader that counts what it really reads. */
function counted() {
  const read = vi.fn(readDocument);
  const reader = rememberingReader(read);
  return {
    compile: (sources: Sources) => compileGuide(sources, 1, reader),
    reads: () => read.mock.calls.splice(0).map(([file]) => file.path),
  };
}

function editionOf(compiled: Compiled) {
  if (!compiled.ok) throw new Error('The guide has problems.');
  return compiled.edition;
}

test('after a change in one document only that one is read again, and the edition is the same as ever', async () => {
  const { compile, reads } = counted();
  await compile(good);
  reads();
  const next = changed(LETTER, (text) => text.replace(/^title: .*$/m, 'title: Un tout autre titre'));
  expect(editionOf(await compile(next))).toEqual(editionOf(await compileGuide(next, 1)));
  expect(reads()).toEqual([LETTER]);
});

test('a document that goes away makes every other be read again, for links to it are wrong now', async () => {
  const { compile, reads } = counted();
  await compile(good);
  reads();
  const without = { ...good, files: good.files.filter(({ path }) => !path.includes('/first-interview.')) };
  const compiled = await compile(without);
  expect(compiled.ok).toBe(false);
  expect(reads()).toContain(LETTER);
});
