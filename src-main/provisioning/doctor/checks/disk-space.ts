import { dirname } from 'node:path';
import { isNotThere } from '../../../platform/files.ts';
import type { Machine } from '../../../platform/machine.ts';
import { FREE_KEPT_BYTES } from '../../../store/limits.ts';
import { bad, type Check, doubt, good } from '../check.ts';

/** Room for an ordinary edition beside what is kept free, in bytes (1 GB). */
const ROOM_TO_BREATHE_BYTES = 1_000_000_000;

/** An edition has a file for each document; fewer free ones than this and the next may not find its place. */
const FEW_FILES = 20_000;

const MEGABYTE = 1_000_000;

/** Is there room for the next edition? */
export const diskSpace: Check = {
  number: 5,
  id: 'disk-space',
  title: 'Disk space',
  well: 'The next editions have room.',
  look: async ({ machine, data }) => {
    const directory = await nearestThere(machine, data);
    const { freeBytes, totalBytes, freeFiles } = await machine.room(directory);
    const found = `${inMegabytes(freeBytes)} of ${inMegabytes(totalBytes)} are free on the disk of ${directory}.`;
    const makeRoom = `Make room on that disk: old logs, packages (apt-get clean), files that do not belong to this terminal. "du -xh --max-depth=2 / | sort -h" shows what is large.`;
    if (freeBytes < FREE_KEPT_BYTES)
      return [
        bad(
          found,
          `Less than the ${inMegabytes(FREE_KEPT_BYTES)} that are always kept free: no new edition arrives, and the guide that is here stays.`,
          makeRoom,
        ),
      ];
    const files =
      freeFiles !== null && freeFiles < FEW_FILES
        ? [
            doubt(
              `Only ${freeFiles} more files fit on it.`,
              'A large edition may not find its place although there are bytes enough.',
              makeRoom,
            ),
          ]
        : [];
    if (freeBytes < FREE_KEPT_BYTES + ROOM_TO_BREATHE_BYTES)
      return [
        doubt(
          found,
          `${inMegabytes(FREE_KEPT_BYTES)} are always kept free, so an edition larger than ${inMegabytes(freeBytes - FREE_KEPT_BYTES)} does not fit.`,
          makeRoom,
        ),
        ...files,
      ];
    return [good(found), ...files];
  },
};

/** The directory, or the nearest one above it that is there: it is made when the terminal first starts. */
async function nearestThere({ rights }: Pick<Machine, 'rights'>, directory: string): Promise<string> {
  try {
    await rights(directory);
    return directory;
  } catch (error) {
    const above = dirname(directory);
    if (!isNotThere(error) || above === directory) throw error;
    return nearestThere({ rights }, above);
  }
}

const inMegabytes = (bytes: number) => `${Math.floor(bytes / MEGABYTE)} MB`;
