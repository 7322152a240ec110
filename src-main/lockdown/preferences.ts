import type { Session, WebPreferences } from 'electron';

/** What differs from one seat to the next. */
export type SeatPreferences = {
  readonly session: Session;
  /** The preload, absolute; null for the static page. */
  readonly preload: string | null;
  /** True only while developing. */
  readonly developerTools: boolean;
  /** What the preload is told, as arguments of the page's process. */
  readonly tell?: readonly string[];
};

/**
 * Attack: a page, or whatever gets to run in it, reaches Node, the disk, another window or a system dialog. Every
 * preference that matters is written out, also where it is the default.
 */
export function seatPreferences({
  session,
  preload,
  developerTools,
  tell = [],
}: SeatPreferences): WebPreferences {
  return {
    session,
    ...(preload === null ? {} : { preload, additionalArguments: [...tell] }),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    plugins: false,
    devTools: developerTools,
    // A file dropped on the screen must not open.
    navigateOnDragDrop: false,
    // No alert, confirm, prompt or "leave this page?" above the guide.
    disableDialogs: true,
    // What a visitor types is nobody's dictionary.
    spellcheck: false,
    enableWebSQL: false,
    // The warning before the end of a visit has a sound, also when nobody touches the screen.
    autoplayPolicy: 'no-user-gesture-required',
    // The understudy loads and paints at full speed while it cannot be seen.
    backgroundThrottling: false,
    // The understudy must not take the focus while somebody types in front.
    focusOnNavigation: false,
  };
}
