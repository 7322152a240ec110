import { type App, Menu, type Session, type WebContents } from 'electron';
import type { Log } from '../platform/log.ts';
import { restartWithoutWindow } from './closing.ts';
import { forbidContextMenu } from './context-menu.ts';
import { refuseDownloads } from './downloads.ts';
import { forbidDragging } from './dragging.ts';
import { logHelperProcesses } from './helper-processes.ts';
import { guardKeys } from './keys.ts';
import { forbidStaying } from './leaving.ts';
import { removeMenuBar } from './menu-bar.ts';
import { forbidNavigation } from './navigation.ts';
import { refuseNetwork } from './network.ts';
import { refusePermissions } from './permissions.ts';
import { setSwitches } from './switches.ts';
import { forbidPeerConnections } from './webrtc.ts';
import { forbidWebviews } from './webviews.ts';
import { forbidWindows } from './windows.ts';
import { fixZoom } from './zoom.ts';

/** Every rule for web contents, whoever makes them. */
function lockContents(contents: WebContents, app: App, log: Log): void {
  forbidNavigation(contents, log);
  forbidWindows(contents, log);
  forbidWebviews(contents);
  forbidStaying(contents);
  forbidContextMenu(contents);
  forbidDragging(contents);
  forbidPeerConnections(contents);
  fixZoom(contents);
  guardKeys(contents, app.isPackaged, () => app.quit());
}

/** Every rule for a session in which pages of ours run. */
export function lockSession(session: Session, app: App, log: Log): void {
  refusePermissions(session, log);
  refuseNetwork(session, app.isPackaged, log);
  refuseDownloads(session, log);
}

/** Every rule for the application; must be called before Electron is ready. */
export function lockApplication(app: App, log: Log): void {
  setSwitches(app.commandLine);
  removeMenuBar(Menu);
  restartWithoutWindow(app, log);
  logHelperProcesses(app, log);
  app.on('web-contents-created', (_event, contents) => lockContents(contents, app, log));
}
