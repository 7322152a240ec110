import type {
  PrintAnswer,
  PrinterState,
  PrinterTrouble,
  PrintLayout,
  PrintProgress,
} from '../contract/printing.ts';
import { PRINTER_TROUBLES } from '../contract/printing.ts';
import type { Ticket } from '../contract/ticket.ts';
import type { Clock } from '../platform/clock.ts';
import { type Log, reasonOf } from '../platform/log.ts';
import {
  FINISH_WITHIN_MS,
  LOOK_EVERY_MS,
  MAX_PAGES,
  MAX_RECEIPT_MM,
  MAX_TICKETS_A_VISIT,
  MOST_TRIES_TO_FORGET,
} from './limits.ts';
import type { Press, PressedTicket, PrintQueue } from './print-queue.ts';

/** Printing, as pages and stage know it. */
export type Printing = {
  readonly printer: () => Promise<PrinterState>;
  /** Prints a ticket of a visit; how it goes on is told to that visit. Never rejects. */
  readonly print: (visit: number, ticket: Ticket) => Promise<PrintAnswer>;
  /** The visit is over: what it printed is cancelled, or finished within moments, and forgotten. */
  readonly visitEnded: (visit: number) => void;
  /** Forgets everything at once. */
  readonly close: () => Promise<void>;
};

/** What printing needs. */
export type PrintingParts = {
  readonly queue: PrintQueue;
  readonly layout: PrintLayout;
  readonly press: Press;
  /** Tells the page of a visit how far its ticket is. */
  readonly tell: (visit: number, progress: PrintProgress) => void;
  readonly clock: Clock;
  readonly log: Log;
};

/** For a terminal without a printer. */
export const noPrinting: Printing = {
  printer: async () => 'none',
  print: async () => ({ kind: 'refused', why: 'none' }),
  visitEnded: () => {},
  close: async () => {},
};

/** A ticket on its way: being laid out, or in the queue. */
type Errand = {
  readonly visit: number;
  job: number | null;
  /** When its visit ended, in milliseconds of the clock; null while it lasts. */
  endedAt: number | null;
  told: PrintProgress;
  stopLooking: () => void;
};

/** Prints one ticket at a time for each visit, and leaves nothing of it in the print system. */
export function createPrinting({ queue, layout, press, tell, clock, log }: PrintingParts): Printing {
  const errands = new Set<Errand>();
  const printedBy = new Map<number, number>();

  // A terminal that was cut off in the middle has left something behind.
  const cleaned = queue.forgetAll().catch((error: unknown) => {
    log.trouble('print-not-forgotten', `Old print jobs could not be removed: ${reasonOf(error)}.`);
  });

  /** Jobs that are still there after they were to be forgotten, with what takes the next try off. */
  const stubborn = new Map<number, () => void>();

  const forgetJob = async (job: number, triesLeft: number): Promise<void> => {
    stubborn.delete(job);
    try {
      await queue.forget(job);
    } catch (error) {
      if (triesLeft === 0)
        log.trouble('print-not-forgotten', `A print job could not be removed: ${reasonOf(error)}.`);
      else
        stubborn.set(
          job,
          clock.after(LOOK_EVERY_MS, () => void forgetJob(job, triesLeft - 1)),
        );
    }
  };

  const forget = async (errand: Errand) => {
    errand.stopLooking();
    errands.delete(errand);
    if (errand.job !== null) await forgetJob(errand.job, MOST_TRIES_TO_FORGET - 1);
  };

  const say = (errand: Errand, progress: PrintProgress) => {
    if (errand.told === progress || errand.endedAt !== null) return;
    errand.told = progress;
    tell(errand.visit, progress);
  };

  /** Looks how an errand stands; answers false when it is over. */
  const look = async (errand: Errand, job: number): Promise<boolean> => {
    const state = await queue.stateOf(job);
    if (state === 'printed' || state === 'over') {
      say(errand, state === 'printed' ? 'printed' : 'given-up');
      return false;
    }
    const printer = await queue.look();
    const trouble = isTrouble(printer) ? printer : null;
    say(errand, trouble ?? 'printing');
    if (errand.endedAt === null) return true;
    // Nobody waits for this paper any more, unless it is just coming out.
    const waited = clock.monotonicMs() - errand.endedAt;
    return state === 'printing' && trouble === null && waited < FINISH_WITHIN_MS;
  };

  const lookNow = async (errand: Errand, job: number) => {
    let goesOn = true;
    try {
      goesOn = await look(errand, job);
    } catch {
      // The print system did not answer: while the visit lasts it is asked again, after that there is nobody to ask for.
      say(errand, 'failed');
      goesOn = errand.endedAt === null;
    }
    if (!goesOn && errands.has(errand)) await forget(errand);
  };

  const watch = (errand: Errand, job: number) => {
    let isLooking = false;
    errand.stopLooking = clock.every(LOOK_EVERY_MS, () => {
      if (isLooking) return;
      isLooking = true;
      void lookNow(errand, job).finally(() => {
        isLooking = false;
      });
    });
  };

  const submit = async (errand: Errand, pressed: PressedTicket): Promise<PrintAnswer> => {
    if (isTooLong(pressed, layout)) return refused('too-long');
    // Laying out takes a moment, and a visit may end in it.
    if (errand.endedAt !== null) return refused('failed');
    const job = await queue.submit(pressed);
    errand.job = job;
    printedBy.set(errand.visit, (printedBy.get(errand.visit) ?? 0) + 1);
    log.note('ticket-printed', 'A ticket was handed to the printer.', { pages: pressed.pages, layout });
    watch(errand, job);
    if (errand.endedAt !== null) await lookNow(errand, job);
    return { kind: 'accepted' };
  };

  const printNow = async (errand: Errand, ticket: Ticket): Promise<PrintAnswer> => {
    await cleaned;
    const printer = await queue.look();
    if (isTrouble(printer)) return refused(printer);
    return press(ticket, layout, (pressed) => submit(errand, pressed));
  };

  return {
    printer: () => queue.look(),
    print: async (visit, ticket) => {
      if ([...errands].some((errand) => errand.visit === visit)) return refused('one-at-a-time');
      if ((printedBy.get(visit) ?? 0) >= MAX_TICKETS_A_VISIT) return refused('enough');
      const errand: Errand = { visit, job: null, endedAt: null, told: 'printing', stopLooking: () => {} };
      errands.add(errand);
      try {
        const answer = await printNow(errand, ticket);
        if (answer.kind === 'refused') errands.delete(errand);
        return answer;
      } catch (error) {
        errands.delete(errand);
        log.trouble('print-failed', `A ticket could not be printed: ${reasonOf(error)}.`, { layout });
        return refused('failed');
      }
    },
    visitEnded: (visit) => {
      printedBy.delete(visit);
      for (const errand of errands) {
        if (errand.visit !== visit) continue;
        errand.endedAt = clock.monotonicMs();
        if (errand.job !== null) void lookNow(errand, errand.job);
      }
    },
    close: async () => {
      for (const errand of errands) {
        errand.endedAt ??= clock.monotonicMs();
        errand.stopLooking();
      }
      for (const takeOff of stubborn.values()) takeOff();
      const jobs = [...[...errands].flatMap(({ job }) => job ?? []), ...stubborn.keys()];
      errands.clear();
      // What is still there then is forgotten when the terminal starts again.
      await Promise.all(jobs.map((job) => forgetJob(job, 0)));
    },
  };
}

function isTrouble(state: PrinterState): state is PrinterTrouble {
  return PRINTER_TROUBLES.some((trouble) => trouble === state);
}

function isTooLong({ pages, paper }: PressedTicket, layout: PrintLayout): boolean {
  return layout === 'a4' ? pages > MAX_PAGES : paper.heightMm > MAX_RECEIPT_MM;
}

function refused(why: Extract<PrintAnswer, { kind: 'refused' }>['why']): PrintAnswer {
  return { kind: 'refused', why };
}
