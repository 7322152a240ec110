import { machineClock } from '../platform/clock.ts';
import { machineDisk } from '../platform/disk.ts';
import { machineFiles } from '../platform/files.ts';
import type { Log } from '../platform/log.ts';
import type { Paths } from '../platform/paths.ts';
import { runningProcesses } from '../platform/process-name.ts';
import type { StageEvent } from '../stage/state.ts';
import { type CentreCalendar, centreCalendar } from '../store/centre-calendar.ts';
import type { ContentStore } from '../store/content-store.ts';
import { type EditionShelf, editionShelf } from '../store/edition.ts';
import { openContentStore } from '../store/open-store.ts';
import { restAfter } from '../store/rhythm.ts';
import { createShelfKeeper, type ShelfKeeper } from '../store/shelf-keeper.ts';

/** Everything about the guide that is on this machine. */
export type GuideHere = {
  readonly shelf: EditionShelf;
  /** Resolves when the store has been looked over. */
  readonly opening: Promise<ContentStore>;
  readonly keeper: ShelfKeeper;
  readonly calendar: CentreCalendar;
};

/** Begins to open the store and keeps the shelf of the editions in it; `tell` hears what that means for the stage. */
export function openGuide({
  paths,
  tell,
  log,
}: {
  readonly paths: Paths;
  readonly tell: (event: StageEvent) => void;
  readonly log: Log;
}): GuideHere {
  const shelf = editionShelf();
  const opening = openContentStore({
    disk: machineDisk,
    directory: paths.store,
    factory: paths.factory,
    clock: machineClock,
    log,
    processes: runningProcesses(),
    rest: restAfter(machineClock),
  });
  const keeper = createShelfKeeper({
    shelf,
    store: opening,
    factory: paths.factory,
    files: machineFiles,
    clock: machineClock,
    log,
    tell,
  });
  return { shelf, opening, keeper, calendar: centreCalendar(shelf, machineFiles) };
}
