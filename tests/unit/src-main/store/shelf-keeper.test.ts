import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blobPath } from '../../../../content/model/edition.ts';
import { machineFiles } from '../../../../src-main/platform/files.ts';
import type { ContentStore } from '../../../../src-main/store/content-store.ts';
import { editionShelf } from '../../../../src-main/store/edition.ts';
import { createShelfKeeper, type ShelfEvent } from '../../../../src-main/store/shelf-keeper.ts';
import { directorySource, takeDamaged } from '../../../../src-main/store/take-edition.ts';
import { bringIn, openStoreIn } from '../../../builders/open-store.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import { TINY_PICTURE, writeTinyEdition } from '../../../builders/tiny-edition.ts';
import { handClock } from '../../../fakes/hand-clock.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

const makeDirectory = temporaryDirectory();

/** A terminal's store and factory edition in a directory of their own; `start` is one start of the terminal. */
async function terminal({ factorySeq = 1 } = {}) {
  const directory = await makeDirectory();
  const factory = await writeTinyEdition(join(directory, 'factory'), { seq: factorySeq });
  const place = join(directory, 'store');
  const start = async () => {
    const { store } = await openStoreIn(place, { factory: factory.directory });
    const told: ShelfEvent[] = [];
    const log = recordedLog();
    const shelf = editionShelf();
    const keeper = createShelfKeeper({
      shelf,
      store: Promise.resolve(store),
      factory: factory.directory,
      files: machineFiles,
      clock: handClock(),
      log,
      tell: (event) => void told.push(event),
    });
    await keeper.begin();
    return { store, told, log, shelf, keeper };
  };
  return { directory, place, factory, start };
}

const own = (seq: number) => ({ seq, files: { 'media/own.png': `picture of edition ${seq}` } });

async function bring(store: ContentStore, directory: string, seq: number): Promise<void> {
  await bringIn(store, directory, own(seq));
  await store.activate(seq);
}

test('A terminal that has never fetched anything shows the edition inside the application', async () => {
  const { told, shelf } = await (await terminal()).start();
  expect(told).toEqual([{ kind: 'content-known', good: 1, earlier: [] }]);
  expect(shelf.current()?.seq).toBe(1);
});

test('The edition on record is shown after a restart, with the last good one and the factory one to go back to', async () => {
  const { directory, start } = await terminal();
  const first = await start();
  for (const seq of [2, 3]) await bring(first.store, directory, seq);
  await first.keeper.close();
  const { told, shelf, log } = await start();
  expect(told[0]).toEqual({ kind: 'content-known', good: 3, earlier: [2] });
  await expect.poll(() => told[1]).toEqual({ kind: 'fallback-known', seq: 1 });
  expect(shelf.all().map(({ seq }) => seq)).toEqual([3, 2, 1]);
  expect(log.codes()).toEqual(['edition-ready']);
});

test('An edition that was fetched, but not tried before the terminal ended, is offered at the next start', async () => {
  const { directory, start } = await terminal();
  const first = await start();
  await bringIn(first.store, directory, own(2));
  expect(first.told.at(-1)).toEqual({ kind: 'edition-offered', seq: 2 });
  await first.keeper.close();
  const { told, shelf } = await start();
  expect(told).toEqual([
    { kind: 'content-known', good: 1, earlier: [] },
    { kind: 'edition-offered', seq: 2 },
  ]);
  expect([shelf.current()?.seq, shelf.bySeq(2)?.seq]).toEqual([1, 2]);
});

test('What the stage decides is on the disk before the next start', async () => {
  const { directory, start } = await terminal();
  const first = await start();
  await bringIn(first.store, directory, own(2));
  first.keeper.adopt(2);
  expect(first.shelf.current()?.seq).toBe(2);
  await expect.poll(() => first.store.active()?.seq).toBe(2);
  await bringIn(first.store, directory, own(3));
  first.keeper.markBad(3, 'It froze.');
  await expect.poll(() => first.store.bad().length).toBe(1);
  await first.keeper.close();
  const { told } = await start();
  expect(told[0]).toMatchObject({ good: 2 });
  expect(told).not.toContainEqual({ kind: 'edition-offered', seq: 3 });
});

test('An application that was updated shows the newer edition it brought', async () => {
  const { directory, start, factory } = await terminal();
  const first = await start();
  await bring(first.store, directory, 2);
  await first.keeper.close();
  await rm(factory.directory, { recursive: true });
  await writeTinyEdition(factory.directory, { seq: 5 });
  const { told } = await start();
  expect(told[0]).toEqual({ kind: 'content-known', good: 5, earlier: [2] });
});

test('An edition that has lost a file is not shown: the last good one is, until the file is back', async () => {
  const { directory, place, start } = await terminal();
  const first = await start();
  for (const seq of [2, 3]) await bring(first.store, directory, seq);
  const picture = first.store.active()?.manifest.files.find(({ path }) => path === 'media/own.png');
  await first.keeper.close();
  await rm(join(place, blobPath(picture?.sha256 ?? '')));
  const { told, store, shelf } = await start();
  expect(told[0]).toMatchObject({ kind: 'content-known', good: 2 });
  await takeDamaged(store, directorySource(join(directory, 'edition-3'), machineFiles));
  await expect.poll(() => told.at(-1)).toEqual({ kind: 'edition-offered', seq: 3 });
  expect(shelf.bySeq(3)?.seq).toBe(3);
});

test('A file that rots at night sends the edition on show away', async () => {
  const { directory, place, start } = await terminal();
  const { store, told, keeper } = await start();
  for (const seq of [2, 3]) {
    await bringIn(store, directory, own(seq));
    keeper.adopt(seq);
    await expect.poll(() => store.active()?.seq).toBe(seq);
  }
  const picture = store.active()?.manifest.files.find(({ path }) => path === 'media/own.png');
  await writeFile(join(place, blobPath(picture?.sha256 ?? '')), 'Picture of edition 3');
  await store.verify(new AbortController().signal);
  expect(told.at(-1)).toEqual({ kind: 'content-changed', good: 2, earlier: [1] });
});

test('A store that cannot be read leaves the factory edition, and a sentence in the log', async () => {
  const { place, start } = await terminal();
  await writeFile(place, 'a file where the store belongs');
  const { told } = await start();
  expect(told).toEqual([{ kind: 'content-known', good: 1, earlier: [] }]);
  const { log, store } = await openStoreIn(place);
  expect(log.codes()).toContain('store-opened');
  expect(store.active()).toBeNull();
});

test('With nothing whole at all there is no edition, and a file that comes back brings one', async () => {
  const { directory, place, start, factory } = await terminal();
  const first = await start();
  await bring(first.store, directory, 2);
  const picture = first.store.active()?.manifest.files.find(({ path }) => path === 'media/own.png');
  await first.keeper.close();
  await rm(join(place, blobPath(picture?.sha256 ?? '')));
  await rm(factory.onDisk(TINY_PICTURE));
  const { told, store } = await start();
  expect(told[0]).toEqual({ kind: 'content-known', good: null, earlier: [] });
  await takeDamaged(store, directorySource(join(directory, 'edition-2'), machineFiles));
  await expect.poll(() => told).toContainEqual({ kind: 'content-changed', good: 2, earlier: [] });
});

test('Whoever goes back sees the edition before again, also after a restart, and the other one never more', async () => {
  const { directory, start } = await terminal();
  const first = await start();
  for (const seq of [2, 3]) {
    await bringIn(first.store, directory, own(seq));
    first.keeper.adopt(seq);
    await expect.poll(() => first.store.active()?.seq).toBe(seq);
  }
  expect(await first.keeper.previous()).toBe(2);
  expect(await first.keeper.goBack(2, 'Nobody shows this one.')).toBe(false);
  expect(await first.keeper.goBack(3, 'Staff said so.')).toBe(true);
  expect(first.told.at(-1)).toEqual({ kind: 'content-changed', good: 2, earlier: [1] });
  expect(first.shelf.current()?.seq).toBe(2);
  expect(first.store.bad()).toMatchObject([{ seq: 3, reason: 'Staff said so.' }]);
  expect(await first.keeper.goBack(3, 'Twice.')).toBe(false);
  await first.keeper.close();
  const { told, keeper } = await start();
  expect(told[0]).toMatchObject({ kind: 'content-known', good: 2 });
  expect(told).not.toContainEqual({ kind: 'edition-offered', seq: 3 });
  await keeper.close();
});

test('From the only edition that was fetched the way back leads to the one inside the application, and no further', async () => {
  const { directory, start } = await terminal();
  const { store, keeper, told, shelf } = await start();
  expect(await keeper.previous()).toBeNull();
  expect(await keeper.goBack(1, 'It came with the application.')).toBe(false);
  await bringIn(store, directory, own(2));
  keeper.adopt(2);
  await expect.poll(() => store.active()?.seq).toBe(2);
  expect(await keeper.previous()).toBe(1);
  expect(await keeper.goBack(2, 'Staff said so.')).toBe(true);
  expect(told.at(-1)).toMatchObject({ kind: 'content-changed', good: 1 });
  expect([shelf.current()?.seq, await keeper.previous()]).toEqual([1, null]);
});
