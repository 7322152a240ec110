import { z } from 'zod';
import { type Log, reasonOf } from '../platform/log.ts';
import { askIpp, type IppAttribute, IppRefusal, type IppThing, type PrintServer } from './ipp.ts';
import { JOB_NAME } from './limits.ts';
import type { JobState, PressedTicket, PrintQueue } from './print-queue.ts';
import { type PrinterFacts, troubleOf } from './printer-reasons.ts';

/** What a queue of CUPS needs. */
export type CupsParts = {
  readonly server: PrintServer;
  /** Name of the queue. */
  readonly name: string;
  /** The user this terminal runs as: jobs are handed over, and forgotten, in this name. */
  readonly user: string;
  readonly log: Log;
};

/** `printer-state` (RFC 8011, 5.4.11). */
const PRINTER_STATES: Readonly<Record<number, PrinterFacts['state']>> = {
  3: 'idle',
  4: 'processing',
  5: 'stopped',
};

/** `job-state` (RFC 8011, 5.3.7): pending, held, processing, stopped, cancelled, aborted, completed. */
const JOB_STATES: Readonly<Record<number, JobState>> = {
  3: 'waiting',
  4: 'waiting',
  5: 'printing',
  6: 'waiting',
  7: 'over',
  8: 'over',
  9: 'printed',
};

/** The status of IPP for something that is not there. */
const NOT_FOUND = 0x406;

/** What is asked for; undefined where the print system does not know it. */
async function unlessUnknown<Found>(asking: Promise<Found>): Promise<Found | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof IppRefusal && error.status === NOT_FOUND) return undefined;
    throw error;
  }
}

const first = (thing: IppThing | undefined, name: string) => thing?.get(name)?.[0];

/** How a queue is, as CUPS tells the user. Rejects when nobody answers, or when there is no such queue. */
export async function printerFacts(server: PrintServer, name: string, user: string): Promise<PrinterFacts> {
  const [printer] = await askIpp(server, {
    operation: 'GET_PRINTER_ATTRIBUTES',
    queue: name,
    about: [
      userAttribute(user),
      [
        'KEYWORD',
        'requested-attributes',
        ['printer-state', 'printer-state-reasons', 'printer-is-accepting-jobs'],
      ],
    ],
  });
  return {
    state: PRINTER_STATES[z.number().parse(first(printer, 'printer-state'))] ?? 'stopped',
    reasons: z.array(z.string()).parse(printer?.get('printer-state-reasons')),
    acceptsJobs: z.boolean().parse(first(printer, 'printer-is-accepting-jobs')),
  };
}

const userAttribute = (user: string): IppAttribute => ['NAME_WITHOUT_LANG', 'requesting-user-name', user];

/**
 * A queue of CUPS, spoken to in its own language, IPP, and not through `lp`, `lpstat` and `cancel`: `cancel -x` of CUPS 2.4
 * leaves the document in the spool and the job in the history, and the ticket would have to lie in a file.
 */
export function cupsQueue({ server, name, user, log }: CupsParts): PrintQueue {
  const asUser = userAttribute(user);
  let lastTold = '';
  const tell = (facts: string, sentence: string) => {
    // The same once: a printer without paper is asked about again and again.
    if (facts === lastTold) return;
    lastTold = facts;
    if (sentence !== '') log.trouble('printer-trouble', sentence, { printer: name, reasons: facts });
  };

  const find = async (job: number): Promise<IppThing | undefined> => {
    const found = await unlessUnknown(
      askIpp(server, {
        operation: 'GET_JOB_ATTRIBUTES',
        queue: name,
        about: [['INTEGER', 'job-id', job], asUser, ['KEYWORD', 'requested-attributes', 'job-state']],
      }),
    );
    return found?.[0];
  };

  const stateOf = async (job: number): Promise<JobState> => {
    const found = await find(job);
    if (found === undefined) return 'over';
    return JOB_STATES[z.number().parse(first(found, 'job-state'))] ?? 'over';
  };

  const forget = async (job: number): Promise<void> => {
    await unlessUnknown(
      askIpp(server, {
        operation: 'CANCEL_JOB',
        queue: name,
        // An extension of CUPS: it removes the document and the job itself, also of a job that is over.
        about: [['INTEGER', 'job-id', job], asUser, ['BOOLEAN', 'purge-job', true]],
      }),
    );
    // A job in the hands of its printer may outlive the order to drop it: until it is gone, it is not forgotten.
    if ((await find(job)) !== undefined) throw new Error(`the print system still knows job ${job}`);
  };

  return {
    look: async () => {
      try {
        const seen = await printerFacts(server, name, user);
        const trouble = troubleOf(seen);
        const reasons = seen.reasons.join(' ');
        tell(
          trouble === null ? '' : `${trouble}: ${reasons}`,
          trouble === null ? '' : 'The printer needs somebody.',
        );
        return trouble ?? (seen.state === 'processing' ? 'busy' : 'ready');
      } catch (error) {
        tell(reasonOf(error), 'The printer cannot be asked how it is. Is its name right, and does CUPS run?');
        return 'failed';
      }
    },
    submit: async (ticket) => {
      const [job] = await askIpp(server, {
        operation: 'PRINT_JOB',
        queue: name,
        about: [
          asUser,
          ['NAME_WITHOUT_LANG', 'job-name', JOB_NAME],
          ['MIME_MEDIA_TYPE', 'document-format', 'application/pdf'],
        ],
        job: [
          ['INTEGER', 'copies', 1],
          ['KEYWORD', 'media', mediaOf(ticket)],
          ['KEYWORD', 'print-scaling', 'none'],
          ['NAME_WITHOUT_LANG', 'job-sheets', 'none'],
        ],
        document: ticket.pdf,
      });
      return z.number().parse(first(job, 'job-id'));
    },
    stateOf,
    forget,
    forgetAll: async () => {
      const jobs = await askIpp(server, {
        operation: 'GET_JOBS',
        queue: name,
        about: [
          asUser,
          ['BOOLEAN', 'my-jobs', true],
          ['KEYWORD', 'which-jobs', 'all'],
          ['KEYWORD', 'requested-attributes', ['job-id', 'job-name']],
        ],
      });
      for (const job of jobs) {
        if (first(job, 'job-name') === JOB_NAME) await forget(z.number().parse(first(job, 'job-id')));
      }
    },
  };
}

/** The size of the paper as IPP names it (PWG 5101.1). */
function mediaOf({ paper: { widthMm, heightMm } }: Pick<PressedTicket, 'paper'>): string {
  const size = `${widthMm}x${heightMm}mm`;
  return size === '210x297mm' ? `iso_a4_${size}` : `custom_openfloor_${size}`;
}
