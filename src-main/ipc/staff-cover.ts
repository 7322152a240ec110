import { type App, session } from 'electron';
import { lockSession } from '../lockdown/rules.ts';
import { machineFiles } from '../platform/files.ts';
import { serveKiosk } from '../platform/kiosk-protocol.ts';
import { renderersOf } from '../platform/processes.ts';
import { createStaffView, type StaffCover, type StaffViewParts } from '../stage/staff-view.ts';
import { kioskServer, type OnUnreadable } from '../store/serving/kiosk-server.ts';
import { listPageFiles, STAFF_DIRECTORIES } from '../store/serving/page-files.ts';

/** Where the staff page runs: in memory only, and apart from every visitor. */
const STAFF_PARTITION = 'staff';

/** What the staff page's own session and view are made from. */
export type StaffCoverParts = Omit<StaffViewParts, 'session' | 'developerTools' | 'processes'> & {
  readonly app: App;
  /** The built pages. */
  readonly pages: string;
  readonly onUnreadable: OnUnreadable;
};

/** The staff page's view, in a session of its own that serves `kiosk://staff` and nothing of the guide. Rejects when the pages cannot be listed. */
export async function openStaffCover(parts: StaffCoverParts): Promise<StaffCover> {
  const { app, onUnreadable, log } = parts;
  const files = machineFiles;
  const own = session.fromPartition(STAFF_PARTITION);
  lockSession(own, app, log);
  const server = kioskServer({
    shelf: { bySeq: () => undefined },
    pages: await listPageFiles(parts.pages, files, STAFF_DIRECTORIES),
    files,
    onUnreadable,
    host: 'staff',
  });
  serveKiosk(own, { server, files, onUnreadable });
  return createStaffView({
    ...parts,
    session: own,
    developerTools: !app.isPackaged,
    processes: renderersOf(app),
  });
}
