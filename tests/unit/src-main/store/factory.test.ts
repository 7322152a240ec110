import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { machineFiles } from '../../../../src-main/platform/files.ts';
import { editionShelf } from '../../../../src-main/store/edition.ts';
import { shelveFactoryEdition } from '../../../../src-main/store/factory.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import { TINY_PICTURE, writeTinyEdition } from '../../../builders/tiny-edition.ts';
import { handClock } from '../../../fakes/hand-clock.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

const makeDirectory = temporaryDirectory();

test('A whole factory edition is on the shelf, and the log says which', async () => {
  const { directory } = await writeTinyEdition(await makeDirectory(), { seq: 9 });
  const [shelf, log] = [editionShelf(), recordedLog()];
  await shelveFactoryEdition({ directory, shelf, files: machineFiles, clock: handClock(), log });
  expect(shelf.current()?.seq).toBe(9);
  expect(log.lines).toMatchObject([{ level: 'note', code: 'edition-ready', facts: { seq: 9 } }]);
});

test('A broken factory edition leaves the shelf empty, and the log names the file', async () => {
  const made = await writeTinyEdition(await makeDirectory());
  await rm(made.onDisk(TINY_PICTURE));
  const [shelf, log] = [editionShelf(), recordedLog()];
  const { directory } = made;
  await shelveFactoryEdition({ directory, shelf, files: machineFiles, clock: handClock(), log });
  expect(shelf.current()).toBeNull();
  expect(log.lines).toMatchObject([
    {
      level: 'trouble',
      code: 'edition-refused',
      facts: { problem: 'file-missing', path: TINY_PICTURE, file: made.onDisk(TINY_PICTURE) },
    },
  ]);
});
