import type { TerminalStatus } from '../../contract/terminal-status.ts';
import type { StatusReading } from '../../health/status/read-status.ts';
import type { Http } from '../../platform/http.ts';
import type { Machine } from '../../platform/machine.ts';
import type { PrinterFacts } from '../../takeaway/printer-reasons.ts';
import type { LoadedSettings } from '../load-settings.ts';

/** What a doctor is given: the machine, and what is known of the terminal on it. */
export type Patient = {
  readonly machine: Machine;
  /** The settings in force. */
  readonly loaded: LoadedSettings;
  /** The settings file of this terminal, whether it is there or not; null while developing. */
  readonly settingsFile: string | null;
  /** Directory of the terminal's own data (editions, trust, status); it need not be there. */
  readonly data: string;
  /** The root of trust inside the application; it need not be there. */
  readonly rootInside: string;
  /** The edition inside the application: `edition.json`, `blobs/`; it need not be there. */
  readonly factory: string;
  /** The user this terminal runs as, for instance `openfloor`. */
  readonly user: string;
  /** The program that runs, when it is the packaged one; null while developing. */
  readonly executable: string | null;
  /** The way to the network that the settings want. */
  readonly http: () => Promise<Http>;
  /** What the print system says of a queue; rejects when nobody answers, or there is no such queue. */
  readonly printer: (name: string) => Promise<PrinterFacts>;
  /** What the record of the terminal on this machine tells, and what it is worth. */
  readonly reading: StatusReading;
  /** What the terminal says of itself when it runs; null otherwise. */
  readonly status: TerminalStatus | null;
  /** Of the program. */
  readonly version: string;
};
