import type { BaseWindow } from 'electron';
import type { TerminalStatus } from '../contract/terminal-status.ts';
import type { LogFiles } from '../health/logs/log-files.ts';
import type { LogMemory } from '../health/logs/log-memory.ts';
import type { StatusFacts } from '../health/status/status-of.ts';
import type { Ending } from '../ipc/staff-answers.ts';
import type { Log, LogLine } from '../platform/log.ts';
import type { Paths } from '../platform/paths.ts';
import type { SettingsPlace } from '../provisioning/load-settings.ts';
import type { LiveNotices } from '../stage/live-notices.ts';
import type { PlainSize } from '../stage/plain-size.ts';
import type { ContentStore } from '../store/content-store.ts';
import type { Sync } from '../sync/sync.ts';

/** What the services are built from. */
export type ServiceParts = {
  readonly log: Log;
  /** What was logged so far and will be. */
  readonly memory: LogMemory;
  readonly logFiles: Pick<LogFiles, 'open'>;
  readonly program: StatusFacts['program'];
  readonly paths: Paths;
  /** Size of a plain window while developing; null for the kiosk. */
  readonly plainWindow: PlainSize | null;
  /** Where the settings of this terminal lie. */
  readonly settingsPlace: SettingsPlace;
  /** Where sticks are looked for while developing; null for the system's own places. */
  readonly stickPlace: string | null;
  /** Ends the application at the wish of staff. */
  readonly end: (how: Ending) => void;
};

/** The running services; `close` takes them down at once, and resolves when what they have to write is written. */
export type Services = {
  readonly window: BaseWindow;
  /** What everybody on this floor has to know now; whoever fetches notices puts them here. */
  readonly notices: LiveNotices;
  /** The editions on disk; whoever fetches one puts it there. */
  readonly store: ContentStore;
  /** How the terminal stands with its server; a stick is read through it, too. */
  readonly sync: Sync;
  /** How the terminal is at this moment. */
  readonly status: () => TerminalStatus;
  /** The last lines of the log, the newest last. */
  readonly recentLines: () => readonly LogLine[];
  readonly close: () => Promise<void>;
};
