import { type DocumentHeader, documentHeader } from '../../model/document.ts';
import { blobPath, GUIDE_PATH, isDocumentPath } from '../../model/edition.ts';
import { guide, type LineColour } from '../../model/guide.ts';
import type { Sha256 } from '../../model/names.ts';
import { dayOf, lastMoment, occurrencesOf } from '../../model/occurrences.ts';
import type { PreviewChange } from '../../model/preview.ts';
import { byCodeUnits } from '../problem.ts';
import type { Edition } from '../steps/assemble.ts';

const DAY_MS = 86_400_000;

/** One change of one document in one language. */
type Turn = Pick<PreviewChange, 'day' | 'change'>;

/** What one file of an edition says about time. */
type Read = { readonly header: DocumentHeader; readonly turns: readonly Turn[] };

/** Lists what appears and goes in an edition, sorted by day, then by id. */
export type ChangesReader = (edition: Edition) => readonly PreviewChange[];

/** Makes a {@link ChangesReader} that reads each document once, however many editions it is in. */
export function changesReader(): ChangesReader {
  let known = new Map<Sha256, Read>();
  return (edition) => {
    const lines = linesOf(edition);
    const kept = new Map<Sha256, Read>();
    const changes = new Map<string, PreviewChange>();
    for (const { path, sha256 } of edition.manifest.files) {
      if (!isDocumentPath(path)) continue;
      const read = known.get(sha256) ?? readDocument(edition, sha256);
      kept.set(sha256, read);
      const { header, turns } = read;
      const theme = 'theme' in header ? header.theme : undefined;
      for (const { day, change } of turns) {
        const key = `${day} ${header.id} ${change}`;
        const titles = { ...changes.get(key)?.titles, [header.language]: header.title };
        changes.set(key, { day, change, id: header.id, titles, line: lines.get(theme ?? '') ?? null });
      }
    }
    known = kept;
    return [...changes].sort(([a], [b]) => byCodeUnits(a, b)).map(([, change]) => change);
  };
}

/** The days on which a document appears or goes, and on which an event takes place for the first and the last time. */
export function turnsOf(header: DocumentHeader): readonly Turn[] {
  const turns: Turn[] = [];
  if (header.validFrom !== undefined) turns.push({ day: header.validFrom, change: 'appears' });
  if (header.validUntil !== undefined) turns.push({ day: dayAfter(header.validUntil), change: 'goes' });
  if (header.kind === 'event') {
    const days = occurrencesOf(header, header.starts, lastMoment(header.starts)).map(({ starts }) =>
      dayOf(starts),
    );
    const [first] = days;
    const last = days.at(-1);
    if (first !== undefined && first === last) turns.push({ day: first, change: 'only-date' });
    else if (first !== undefined && last !== undefined) {
      turns.push({ day: first, change: 'first-date' }, { day: last, change: 'last-date' });
    }
  }
  return turns;
}

/** The colour of each theme's line. */
function linesOf(edition: Edition): ReadonlyMap<string, LineColour> {
  const file = edition.manifest.files.find(({ path }) => path === GUIDE_PATH);
  const themes = file === undefined ? [] : guide.parse(readJson(edition, file.sha256)).themes;
  return new Map(themes.map(({ id, line }) => [id, line]));
}

function readDocument(edition: Edition, sha256: Sha256): Read {
  // The edition was checked when it was put together: only the header is of interest here.
  const header = documentHeader.parse((readJson(edition, sha256) as { readonly header: unknown }).header);
  return { header, turns: turnsOf(header) };
}

function readJson({ blobs }: Edition, sha256: Sha256): unknown {
  return JSON.parse(Buffer.from(blobs.get(blobPath(sha256)) ?? []).toString('utf8'));
}

/** The day after the last one on which something is shown. */
function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}
