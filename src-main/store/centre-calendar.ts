import { GUIDE_PATH } from '../../content/model/edition.ts';
import { guide } from '../../content/model/guide.ts';
import { dayOf, localTimeAt } from '../../content/model/occurrences.ts';
import type { Files } from '../platform/files.ts';
import type { Edition, EditionShelf } from './edition.ts';

/** Answers the day of a moment, `YYYY-MM-DD`. */
export type DayOf = (moment: Date) => string;

/** The calendar of the centre, whatever time zone the machine itself is set to. */
export type CentreCalendar = {
  readonly dayOf: DayOf;
  /** Learns the time zone of the guide on show; resolves when it is known, or cannot be. */
  readonly learn: () => Promise<void>;
};

/** A calendar that begins with the machine's own time zone and takes the guide's as soon as there is one. */
export function centreCalendar(
  shelf: Pick<EditionShelf, 'current'>,
  files: Pick<Files, 'read'>,
): CentreCalendar {
  let timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  let learnt: Edition | null = null;
  const learn = async () => {
    const edition = shelf.current();
    if (edition === null || edition === learnt) return;
    learnt = edition;
    timeZone = (await timeZoneOf(edition, files)) ?? timeZone;
  };
  return {
    learn,
    dayOf: (moment) => {
      // A later edition may have corrected it: known from the next time on.
      void learn();
      return dayOf(localTimeAt(moment, timeZone));
    },
  };
}

/** The zone of the centre's clock as the guide of an edition says it; null when it has no guide that can be read. */
export async function timeZoneOf(edition: Edition, files: Pick<Files, 'read'>): Promise<string | null> {
  const entry = edition.open(GUIDE_PATH);
  if (entry === undefined) return null;
  try {
    const pieces: Uint8Array[] = [];
    for await (const piece of files.read(entry.file)) pieces.push(piece);
    return guide.parse(JSON.parse(Buffer.concat(pieces).toString('utf8'))).centre.timeZone;
  } catch {
    // Pages say what is wrong with a guide that cannot be read; a calendar goes on with what it has.
    return null;
  }
}
