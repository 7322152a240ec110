import type { DocumentHeader, GuideDocument } from '../../content/model/document.ts';
import type { Guide } from '../../content/model/guide.ts';
import type { LocalTime } from '../../content/model/kinds.ts';
import type { DocumentId, EditionPath, Language } from '../../content/model/names.ts';
import { dayOf, localTimeAt } from '../../content/model/occurrences.ts';
import { editionFileUrl } from '../../src-main/contract/urls.ts';
import type { GuideSource, Seat } from '../../src-main/contract/visitor.ts';
import { CATALOGUE_NAME } from './database.ts';
import { documentIndex } from './document-index.ts';
import { documentReader } from './document-reader.ts';
import { type EditionFetch, type EditionName, editionReader } from './edition-reader.ts';
import { DocumentMissing, EditionUnreadable } from './errors.ts';
import type { ImportedEdition } from './import-edition.ts';
import { editionFromDatabase, editionFromMemory } from './load-edition.ts';
import type { ReportProblem } from './report.ts';
import type { KindWords } from './search/area-words.ts';
import { startWorker, type WorkerLike } from './search/desk-in-worker.ts';
import { type GuideSearch, guideSearch } from './search/guide-search.ts';
import { pageTimer, type StartTimer, timeLimit } from './time-limit.ts';

/** One edition of the guide, ready to be read by screens. */
export type Catalogue = {
  readonly source: GuideSource;
  readonly seq: number;
  readonly guide: Guide;
  readonly languages: readonly Language[];
  /** What the clock of the centre shows now. */
  readonly localNow: () => LocalTime;
  /** Documents shown on that day (`YYYY-MM-DD`, default today at the centre), in the guide's order. */
  readonly headers: (language: Language, today?: string) => readonly DocumentHeader[];
  /** The header of a document, whether it is shown today or not. */
  readonly header: (id: DocumentId, language: Language) => DocumentHeader | undefined;
  /** The whole document; rejects with `DocumentMissing`. */
  readonly document: (id: DocumentId, language: Language) => Promise<GuideDocument>;
  /** Address of a picture, for `src`; `path` as in the document. */
  readonly mediaUrl: (path: EditionPath) => string;
  readonly search: GuideSearch;
};

/** What opening a catalogue needs. */
export type CatalogueOptions = EditionFetch & {
  readonly edition: EditionName;
  /** The seat at the time of opening: an understudy insists on a whole edition, a visitor's page shows what there is. */
  readonly role: Seat;
  readonly report: ReportProblem;
  /** Null leaves IndexedDB alone and serves from memory. */
  readonly databaseName?: string | null;
  readonly startTimer?: StartTimer;
  readonly now?: () => Date;
  /** What the search needs of the page; each has a default that does for a page without visitors. */
  readonly search?: {
    readonly startWorker?: () => WorkerLike;
    /** True while nobody is in front of this page: only then is an index kept. Default: the role says so. */
    readonly mayWrite?: () => boolean;
    readonly kindWords?: KindWords;
  };
};

/**
 * Opens one edition: from the database without any fetch when it was imported before, else imports it, else serves it
 * from memory. Throws only `EditionUnreadable`. All writing is over when this returns, before any visitor is met.
 */
export async function openCatalogue(options: CatalogueOptions): Promise<Catalogue> {
  const { edition, report, role, databaseName = CATALOGUE_NAME, now = () => new Date() } = options;
  const reader = editionReader(edition, options);
  const limit = timeLimit(options.startTimer ?? pageTimer);

  const stored =
    databaseName === null ? null : await editionFromDatabase({ databaseName, reader, limit, report });
  const { row, unreadable } = stored ?? (await editionFromMemory(reader));
  refuseOrReport({ row, unreadable }, role, report);

  const database = stored?.database ?? null;
  const localNow = () => localTimeAt(now(), row.guide.centre.timeZone);
  const index = documentIndex(row.guide, row.entries);
  const read = documentReader({ database, reader, limit, report });

  const search = guideSearch({
    ...{ database, reader, limit, report, edition, localNow, guide: row.guide, entries: row.entries },
    startWorker: options.search?.startWorker ?? startWorker,
    mayWrite: options.search?.mayWrite ?? (() => role === 'understudy'),
    kindWords: options.search?.kindWords ?? (() => ''),
  });

  return {
    source: database ? 'catalogue' : 'memory',
    seq: edition.seq,
    guide: row.guide,
    languages: row.guide.languages,
    localNow,
    headers: (language, today = dayOf(localNow())) => index.headers(language, today),
    header: (id, language) => index.entry(id, language)?.header,
    document: async (id, language) => {
      const entry = index.entry(id, language);
      if (entry) return read(entry);
      report('document-missing', `${id} (${language})`.slice(0, 200));
      throw new DocumentMissing(id, language, `edition ${edition.seq} does not have it`);
    },
    mediaUrl: (path) => editionFileUrl(edition.seq, path),
    search,
  };
}

/**
 * An understudy refuses an edition with holes: the last good one stays on show. A page that meets visitors without
 * having been an understudy shows what there is, for one bad document must not empty the screen.
 */
function refuseOrReport({ row, unreadable }: ImportedEdition, role: Seat, report: ReportProblem): void {
  const [first] = unreadable;
  if (!first) return;
  if (role === 'understudy' || row.entries.length === 0) {
    const others = unreadable.length === 1 ? '' : ` (and ${unreadable.length - 1} more files)`;
    throw new EditionUnreadable(row.seq, `${first.path}${others} cannot be used, because ${first.why}`);
  }
  for (const { path } of unreadable) report('document-missing', path);
}
