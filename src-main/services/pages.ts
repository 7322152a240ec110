import { app, type Session, session } from 'electron';
import { lockSession } from '../lockdown/rules.ts';
import { forgetStorage } from '../lockdown/storage.ts';
import { errorCode, machineFiles } from '../platform/files.ts';
import { serveKiosk } from '../platform/kiosk-protocol.ts';
import { type Log, reasonOf } from '../platform/log.ts';
import type { EditionShelf } from '../store/edition.ts';
import { kioskServer, type OnUnreadable } from '../store/serving/kiosk-server.ts';
import { listPageFiles } from '../store/serving/page-files.ts';

/** Where the visitor's pages keep the guide: the only thing in it is IndexedDB. */
const VISITOR_PARTITION = 'persist:visitor';

/** Where tickets are laid out for paper: in memory only. */
const PRINT_PARTITION = 'print';

/** Pages without which the terminal has nothing good to show. */
const NEEDED_PAGES = ['visitor/index.html', 'visitor/preparing.html'] as const;

/** Where pages run, locked and served with what is built and with the guide. */
export type PageSessions = {
  readonly visitor: Session;
  readonly print: Session;
  /** Empties the browser's own storage of the visitor's pages; never waits, never throws. */
  readonly forget: () => void;
  readonly onUnreadable: OnUnreadable;
};

/** Locks every session that a page will run in, and serves the pages to them. Rejects when the pages cannot be listed. */
export async function openPageSessions({
  pagesDirectory,
  shelf,
  log,
}: {
  readonly pagesDirectory: string;
  readonly shelf: EditionShelf;
  readonly log: Log;
}): Promise<PageSessions> {
  const visitor = session.fromPartition(VISITOR_PARTITION);
  lockSession(session.defaultSession, app, log);
  lockSession(visitor, app, log);
  const forget = () => {
    forgetStorage(visitor).catch((error: unknown) => {
      log.trouble('unexpected', `The browser's storage could not be emptied: ${reasonOf(error)}.`);
    });
  };
  forget();
  const pages = await listPageFiles(pagesDirectory, machineFiles);
  for (const page of NEEDED_PAGES) {
    if (pages.has(page)) continue;
    log.trouble('page-missing', `The page ${page} is missing from the build. Build or install again.`, {
      page,
    });
  }
  const onUnreadable = (file: string, error: unknown) => {
    log.trouble('file-unreadable', 'A file could not be read from disk.', { file, error: errorCode(error) });
  };
  const server = kioskServer({ shelf, pages, files: machineFiles, onUnreadable });
  serveKiosk(visitor, { server, files: machineFiles, onUnreadable });
  const print = session.fromPartition(PRINT_PARTITION);
  lockSession(print, app, log);
  serveKiosk(print, { server, files: machineFiles, onUnreadable });
  return { visitor, print, forget, onUnreadable };
}
