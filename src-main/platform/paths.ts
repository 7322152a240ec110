import { join } from 'node:path';

/** Where the parts of the application lie on disk, absolute. */
export type Paths = {
  /** The built pages: `visitor/`, `assets/`. */
  readonly pages: string;
  /** The edition shipped inside the application: `edition.json`, `blobs/`. */
  readonly factory: string;
  /** The editions that were fetched. */
  readonly store: string;
  /** What is known of the central server, and whom to believe. */
  readonly sync: string;
  /** The root of trust inside the application; it need not be there. */
  readonly root: string;
  /** The preload of the visitor's page. */
  readonly visitorPreload: string;
  /** The preload of the static page. */
  readonly preparingPreload: string;
  /** The preload of the staff page. */
  readonly staffPreload: string;
  /** How many wrong PINs there were. */
  readonly staffLock: string;
  /** What staff have chosen on their page, in the form of the settings. */
  readonly staffChoices: string;
  /** There while staff have put the terminal out of service. */
  readonly maintenance: string;
  /** The one file of the anonymous statistics, where they are counted. */
  readonly statistics: string;
  /** The record that tells how the terminal is, unless the settings name another. */
  readonly status: string;
  /** Directory of the files of the log. */
  readonly logs: string;
};

/** Name of the status record under the terminal's data. */
export const STATUS_FILE = 'status.json';

/** Name of the file under the terminal's data that holds what staff have chosen. */
export const STAFF_CHOICES_FILE = 'staff-choices.json';

/** What {@link pathsOf} must know about the running application. */
export type ApplicationFacts = {
  /** Directory of the application's `package.json`. */
  readonly directory: string;
  /** Electron's directory of resources: what a package carries beside the application's archive. */
  readonly resources: string;
  readonly isPackaged: boolean;
  /** Directory of this terminal's own data. */
  readonly userData: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** Derives every path; a package carries its factory edition beside the archive of the application. `OPENFLOOR_FACTORY_DIR` moves the factory edition, but never in a packaged application. */
export function pathsOf({
  directory,
  resources,
  isPackaged,
  userData,
  environment,
}: ApplicationFacts): Paths {
  const built = join(directory, 'out', 'factory');
  return {
    pages: join(directory, 'out', 'pages'),
    factory: isPackaged ? join(resources, 'factory') : environment['OPENFLOOR_FACTORY_DIR'] || built,
    store: join(userData, 'store'),
    sync: join(userData, 'sync'),
    root: join(directory, 'assets', 'root.json'),
    visitorPreload: join(directory, 'out', 'preload', 'visitor.cjs'),
    preparingPreload: join(directory, 'out', 'preload', 'preparing.cjs'),
    staffPreload: join(directory, 'out', 'preload', 'staff.cjs'),
    staffLock: join(userData, 'staff-lock.json'),
    staffChoices: join(userData, STAFF_CHOICES_FILE),
    maintenance: join(userData, 'maintenance.json'),
    statistics: join(userData, 'statistics.json'),
    status: join(userData, STATUS_FILE),
    logs: join(userData, 'logs'),
  };
}
