import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { Log } from '../platform/log.ts';
import { cupsQueue, printerFacts } from './cups-queue.ts';
import { printServerOf } from './ipp.ts';
import type { PrintQueue } from './print-queue.ts';
import type { PrinterFacts } from './printer-reasons.ts';
import { systemQueue } from './system-queue.ts';

/** Where CUPS keeps its socket: on Linux, on older Linux, on macOS. */
const CUPS_SOCKETS = ['/run/cups/cups.sock', '/var/run/cups/cups.sock', '/private/var/run/cupsd'] as const;

/** What a machine says of itself, as far as printing goes. */
export type QueueHereParts = {
  /** Name of the queue, from the settings. */
  readonly name: string;
  /** Names of the printers the system knows; asked only where there is no CUPS. */
  readonly printers: () => Promise<readonly string[]>;
  readonly log: Log;
};

/** The queue of that name on this machine: of CUPS, or of Windows. */
export function queueHere({ name, printers, log }: QueueHereParts): PrintQueue {
  if (process.platform === 'win32') return systemQueue({ name, printers });
  return cupsQueue({ server: serverHere(), name, user: userInfo().username, log });
}

/** How a queue of CUPS on this machine is now. Rejects when nobody answers, or when there is no such queue. */
export function printerFactsHere(name: string): Promise<PrinterFacts> {
  return printerFacts(serverHere(), name, userInfo().username);
}

const serverHere = () => printServerOf(process.env['CUPS_SERVER'], CUPS_SOCKETS, existsSync);
