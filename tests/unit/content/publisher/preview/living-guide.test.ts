import { expect, test, vi } from 'vitest';
import { livingGuide } from '../../../../../content/publisher/preview/living-guide.ts';
import { readSources, type Sources } from '../../../../../content/publisher/steps/read-sources.ts';
import { fixture, LETTER, removeTemporary } from '../guide-under-test.ts';

const good = await readSources(await fixture());
await removeTemporary();

/** The good guide with one file changed. */
function changed(path: string, change: (text: string) => string): Sources {
  const files = good.files.map((file) =>
    file.path === path
      ? { path, bytes: Buffer.from(change(Buffer.from(file.bytes).toString('utf8'))) }
      : file,
  );
  return { files, problems: [] };
}

/** A living guide over sources that a test replaces. */
function guideOver(first: Sources) {
  let sources = first;
  const read = vi.fn(async () => sources);
  const guide = livingGuide({ folder: 'content/guide', at: null, read });
  const told = vi.fn();
  guide.onChange(told);
  const save = (next: Sources, at = 1_000) => {
    sources = next;
    return guide.look(at);
  };
  return { guide, told, save };
}

const withMistake = changed(LETTER, (text) => text.replace('order: 10', 'ordre: 10'));
const withNewTitle = changed(LETTER, (text) => text.replace(/^title: .*$/m, 'title: Un tout autre titre'));

test('a saved change becomes the next edition, with the time it was saved', async () => {
  const { guide, told, save } = guideOver(good);
  await guide.look(null);
  expect(guide.state()).toMatchObject({ edition: 1, languages: ['fr', 'nl'], changedAt: null, problems: [] });
  await save(withNewTitle, 42);
  expect(guide.state()).toMatchObject({ edition: 2, changedAt: 42, timeZone: 'Europe/Brussels' });
  expect(guide.edition(2)?.pointer.seq).toBe(2);
  expect(told).toHaveBeenCalledTimes(2);
});

test('a mistake is told with its document, and the last good edition stays', async () => {
  const { guide, save } = guideOver(good);
  await guide.look(null);
  await save(withMistake);
  const { edition, problems } = guide.state();
  expect(edition).toBe(1);
  expect(problems.length).toBeGreaterThan(0);
  for (const problem of problems) {
    expect(problem).toMatchObject({
      file: LETTER,
      level: 'error',
      document: { id: 'employment/cover-letter', language: 'fr', mark: 'title' },
    });
  }
});

test('putting a mistake right clears it without a new edition when the guide is as it was', async () => {
  const { guide, told, save } = guideOver(good);
  await guide.look(null);
  await save(withMistake);
  await save(good);
  expect(guide.state()).toMatchObject({ edition: 1, problems: [] });
  expect(told).toHaveBeenCalledTimes(3);
});

test('saving a file as it was tells nobody anything', async () => {
  const { guide, told, save } = guideOver(good);
  await guide.look(null);
  await save(good);
  expect(told).toHaveBeenCalledTimes(1);
});

test('a guide that has never been right has problems and no edition; one that is nowhere says so', async () => {
  const { guide, save } = guideOver(withMistake);
  await guide.look(null);
  expect(guide.state()).toMatchObject({ edition: null, languages: [], changes: [] });
  await save(good);
  expect(guide.state()).toMatchObject({ edition: 1, problems: [] });
});

test('a page that is just loading an older edition still finds it, but not for ever', async () => {
  const { guide, save } = guideOver(good);
  await guide.look(null);
  for (const title of ['A', 'B', 'C'])
    await save(changed(LETTER, (text) => text.replace(/^title: .*$/m, `title: ${title}`)));
  expect([1, 2, 3, 4].map((seq) => guide.edition(seq) !== undefined)).toEqual([false, true, true, true]);
});

test('a change that comes during a look is seen by the next one, in order', async () => {
  const { guide, save } = guideOver(good);
  await Promise.all([guide.look(null), save(withMistake), save(withNewTitle)]);
  expect(guide.state().problems).toEqual([]);
  expect(guide.edition(guide.state().edition ?? 0)).toBeDefined();
});

test('a look that fails does not end the looking', async () => {
  let fails = true;
  const guide = livingGuide({
    folder: 'guide',
    at: null,
    read: async () => {
      if (fails) throw new Error('the disk is gone');
      return good;
    },
  });
  await expect(guide.look(null)).rejects.toThrow('the disk is gone');
  fails = false;
  await guide.look(1);
  expect(guide.state().edition).toBe(1);
});

test('what readers may stumble over is told more softly, at its block, and the edition comes all the same', async () => {
  const { guide, save } = guideOver(good);
  await guide.look(null);
  await save(changed(LETTER, (text) => text.replace('Dites pourquoi', 'Dites pourquoi pourquoi')));
  expect(guide.state()).toMatchObject({
    edition: 2,
    problems: [
      {
        level: 'warning',
        file: LETTER,
        document: { id: 'employment/cover-letter', language: 'fr', mark: expect.stringMatching(/^b\d+$/) },
      },
    ],
  });
  await save(good);
  expect(guide.state()).toMatchObject({ edition: 3, problems: [] });
});

test('a word in guide.yaml that readers stumble over is told too', async () => {
  const { guide, save } = guideOver(good);
  await guide.look(null);
  await save(
    changed('guide.yaml', (text) =>
      text.replace(/promise: .*$/m, 'promise: { fr: "Gratuit !!", nl: Gratis }'),
    ),
  );
  expect(guide.state()).toMatchObject({
    edition: 2,
    problems: [{ level: 'warning', file: 'guide.yaml', document: null }],
  });
});

test('a mistake is marked at the block that is still on the screen', async () => {
  const { guide, save } = guideOver(good);
  await guide.look(null);
  await save(
    changed(LETTER, (text) => text.replace('Dites pourquoi', '[Dites](employment/nowhere) pourquoi')),
  );
  const [problem] = guide.state().problems;
  expect(problem?.document?.mark).toMatch(/^b\d+$/);
  const mark = problem?.document?.mark;
  // The same place, although a sentence came above it.
  await save(
    changed(LETTER, (text) =>
      text
        .replace('order: 10', 'order: 10\naudiences: [pupil]')
        .replace('Dites pourquoi', '[Dites](employment/nowhere) pourquoi'),
    ),
  );
  expect(guide.state().problems.find(({ what }) => what.includes('nowhere'))?.document?.mark).toBe(mark);
});
