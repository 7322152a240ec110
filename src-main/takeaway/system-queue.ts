import type { PressedTicket, PrintQueue } from './print-queue.ts';

/** What a printer of the system needs. */
export type SystemQueueParts = {
  readonly name: string;
  /** Names of the printers this system has. */
  readonly printers: () => Promise<readonly string[]>;
};

/**
 * A printer where there is no CUPS, which is to say on Windows: Chromium hands the ticket over, and neither out of paper nor
 * the end of the job is told by anybody. Nobody has seen this work yet: no machine with Windows was at hand.
 */
export function systemQueue({ name, printers }: SystemQueueParts): PrintQueue {
  let lastJob = 0;
  return {
    look: async () => {
      const names = await printers().catch((): readonly string[] => []);
      return names.includes(name) ? 'ready' : 'offline';
    },
    submit: async (ticket: PressedTicket) => {
      await ticket.printOn(name);
      lastJob += 1;
      return lastJob;
    },
    stateOf: async () => 'printed',
    // The spooler of Windows removes a document once it is printed, unless somebody told it to keep them.
    forget: async () => {},
    forgetAll: async () => {},
  };
}
