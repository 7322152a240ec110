import { type GuideDocument, guideDocument } from '../../content/model/document.ts';
import { documentPath } from '../../content/model/edition.ts';
import type { Sha256 } from '../../content/model/names.ts';
import type { CatalogueDatabase, EditionEntry } from './database.ts';
import type { EditionReader } from './edition-reader.ts';
import { DocumentMissing, FileUnreadable, inOneLine } from './errors.ts';
import type { ReportProblem } from './report.ts';
import type { TimeLimit } from './time-limit.ts';

/** Longest wait for a document's row before the store is asked, in milliseconds: a visitor is looking at the screen. */
export const ROW_LIMIT_MS = 1_000;

/** Longest wait for a document from the store, in milliseconds. */
export const FETCH_LIMIT_MS = 5_000;

/** Documents of one visit kept in memory: far more than anyone opens, so that going back always works. */
export const DOCUMENTS_IN_MEMORY = 500;

/** What reading a document's text needs; `database` is null when the guide is served from memory. */
export type DocumentReaderNeeds = {
  readonly database: CatalogueDatabase | null;
  readonly reader: EditionReader;
  readonly limit: TimeLimit;
  readonly report: ReportProblem;
};

/**
 * Reads documents: from this visit's memory, else from the database, else from the store; throws `DocumentMissing`.
 * Never writes: a visit is going on. What the store has to lend is kept in memory and mended by a later import.
 */
export function documentReader({ database, reader, limit, report }: DocumentReaderNeeds) {
  const opened = new Map<Sha256, Promise<GuideDocument>>();
  // A database that failed or hung once is left alone, so that only one touch of the visit has to wait for it.
  let rows = database;

  const fromRow = async ({ header, hash }: EditionEntry): Promise<GuideDocument | null> => {
    if (!rows) return null;
    const { documents } = rows;
    let row: unknown;
    try {
      row = (await limit(ROW_LIMIT_MS, () => documents.get(hash)))?.json;
    } catch (error) {
      rows = null;
      report('document-refetched', inOneLine(error));
      return null;
    }
    const document = guideDocument.safeParse(row).data;
    if (document?.header.id === header.id && document.header.language === header.language) return document;
    report('document-refetched', documentPath(header.id, header.language));
    return null;
  };

  const read = async (entry: EditionEntry): Promise<GuideDocument> => {
    const { id, language } = entry.header;
    const stored = await fromRow(entry);
    if (stored) return stored;
    const file = { path: documentPath(id, language), sha256: entry.hash };
    try {
      return await limit(FETCH_LIMIT_MS, () => reader.document(file));
    } catch (error) {
      report('document-missing', file.path);
      const why = error instanceof FileUnreadable ? error.why : inOneLine(error);
      throw new DocumentMissing(id, language, why);
    }
  };

  return (entry: EditionEntry): Promise<GuideDocument> => {
    const document = opened.get(entry.hash) ?? read(entry);
    // Least recently opened first; a failure is forgotten so that the next touch tries again.
    opened.delete(entry.hash);
    opened.set(entry.hash, document);
    const [oldest] = opened.keys();
    if (oldest !== undefined && opened.size > DOCUMENTS_IN_MEMORY) opened.delete(oldest);
    document.catch(() => {
      if (opened.get(entry.hash) === document) opened.delete(entry.hash);
    });
    return document;
  };
}
