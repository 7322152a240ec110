import { expect, test } from 'vitest';
import { GUIDE_PATH } from '../../../../content/model/edition.ts';
import { machineFiles } from '../../../../src-main/platform/files.ts';
import { centreCalendar } from '../../../../src-main/store/centre-calendar.ts';
import { editionShelf } from '../../../../src-main/store/edition.ts';
import { readEdition } from '../../../../src-main/store/read-edition.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import { writeTinyEdition } from '../../../builders/tiny-edition.ts';
import { tinyGuideFiles } from '../../../builders/tiny-guide.ts';

const makeDirectory = temporaryDirectory();

/** The tiny guide on a shelf, in another time zone. */
async function shelfIn(timeZone: string) {
  const guide = JSON.parse(String(tinyGuideFiles()[GUIDE_PATH])) as { readonly centre: object };
  const inZone = JSON.stringify({ ...guide, centre: { ...guide.centre, timeZone } });
  const { directory } = await writeTinyEdition(await makeDirectory(), { files: { [GUIDE_PATH]: inZone } });
  const outcome = await readEdition(directory, machineFiles);
  const shelf = editionShelf();
  if (outcome.kind === 'ready') shelf.add(outcome.edition);
  return shelf;
}

test.each([
  ['Europe/Brussels', '2026-07-01T22:30:00Z', '2026-07-02'],
  ['Europe/Brussels', '2026-01-01T22:30:00Z', '2026-01-01'],
  ['Pacific/Kiritimati', '2026-01-01T11:00:00Z', '2026-01-02'],
])('In %s, %s is on %s', async (timeZone, moment, day) => {
  const calendar = centreCalendar(await shelfIn(timeZone), machineFiles);
  await calendar.learn();
  expect(calendar.dayOf(new Date(moment))).toBe(day);
});

test('Without a guide the terminal still knows a day', async () => {
  const calendar = centreCalendar(editionShelf(), machineFiles);
  await calendar.learn();
  expect(calendar.dayOf(new Date())).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
