import { describe, expect, test } from 'vitest';
import type { PrinterState, PrintLayout } from '../../../../src-main/contract/printing.ts';
import type { Ticket } from '../../../../src-main/contract/ticket.ts';
import {
  FINISH_WITHIN_MS,
  LOOK_EVERY_MS,
  MAX_PAGES,
  MAX_RECEIPT_MM,
  MAX_TICKETS_A_VISIT,
  MOST_TRIES_TO_FORGET,
} from '../../../../src-main/takeaway/limits.ts';
import type { JobState, Press, PrintQueue } from '../../../../src-main/takeaway/print-queue.ts';
import { createPrinting, noPrinting } from '../../../../src-main/takeaway/printing.ts';
import { handClock } from '../../../fakes/hand-clock.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

const ticket: Ticket = { language: 'fr', title: 'Mon parcours', sections: [] };
const VISIT = 7;

/** Printing on a queue whose printer and jobs are what the test says they are. */
function printing({
  layout = 'a4' as PrintLayout,
  pages = 1,
  heightMm = 297,
  press: pressHere = undefined as Press | undefined,
} = {}) {
  const world = {
    printer: 'ready' as Exclude<PrinterState, 'none'>,
    job: 'waiting' as JobState,
    refuses: false,
    /** How often a job is still there after it was to be forgotten. */
    clings: 0,
  };
  const [clock, log] = [handClock(), recordedLog()];
  const told: string[] = [];
  const asked: string[] = [];
  let lastJob = 40;
  const queue: PrintQueue = {
    look: async () => world.printer,
    submit: async () => {
      if (world.refuses) throw new Error('no');
      lastJob += 1;
      asked.push(`submit ${lastJob}`);
      return lastJob;
    },
    stateOf: async () => {
      if (world.refuses) throw new Error('no');
      return world.job;
    },
    forget: async (job) => {
      asked.push(`forget ${job}`);
      world.clings -= 1;
      if (world.clings >= 0) throw new Error('still there');
    },
    forgetAll: async () => void asked.push('forget all'),
  };
  const press: Press = (_ticket, _layout, use) =>
    use({ pdf: new Uint8Array(), pages, paper: { widthMm: 80, heightMm }, printOn: async () => {} });
  const made = createPrinting({
    queue,
    layout,
    press: pressHere ?? press,
    tell: (visit, progress) => void told.push(`${visit} ${progress}`),
    clock,
    log,
  });
  /** Lets the terminal look again, and everything that follows from it happen. */
  const look = async () => {
    clock.pass(LOOK_EVERY_MS);
    await settled();
  };
  return { ...made, world, clock, log, told, asked, look };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

describe('A ticket', () => {
  test('is printed, told, and forgotten by the print system', async () => {
    const { print, look, world, told, asked } = printing();
    expect(await print(VISIT, ticket)).toEqual({ kind: 'accepted' });
    world.job = 'printing';
    await look();
    world.job = 'printed';
    await look();
    await look();
    expect(told).toEqual(['7 printed']);
    expect(asked).toEqual(['forget all', 'submit 41', 'forget 41']);
  });

  test('that waits for paper says so, and goes on when there is some', async () => {
    const { print, look, world, told } = printing();
    await print(VISIT, ticket);
    for (const printer of ['out-of-paper', 'out-of-paper', 'ready', 'offline'] as const) {
      world.printer = printer;
      await look();
    }
    world.job = 'over';
    await look();
    expect(told).toEqual(['7 out-of-paper', '7 printing', '7 offline', '7 given-up']);
  });

  test.each(['out-of-paper', 'offline', 'failed'] as const)(
    'is not even begun when the printer is %s',
    async (trouble) => {
      const { print, world, asked } = printing();
      world.printer = trouble;
      expect(await print(VISIT, ticket)).toEqual({ kind: 'refused', why: trouble });
      expect(asked).toEqual(['forget all']);
    },
  );

  test('is too long over the page limit, and not a page earlier', async () => {
    const refused = { kind: 'refused', why: 'too-long' };
    expect(await printing({ pages: MAX_PAGES }).print(VISIT, ticket)).toEqual({ kind: 'accepted' });
    expect(await printing({ pages: MAX_PAGES + 1 }).print(VISIT, ticket)).toEqual(refused);
    const roll = { layout: 'receipt-80mm' } as const;
    const fits = await printing({ ...roll, heightMm: MAX_RECEIPT_MM }).print(VISIT, ticket);
    expect(fits).toEqual({ kind: 'accepted' });
    expect(await printing({ ...roll, heightMm: MAX_RECEIPT_MM + 1 }).print(VISIT, ticket)).toEqual(refused);
  });

  test('comes one at a time, and not without end', async () => {
    const { print, look, world } = printing();
    await print(VISIT, ticket);
    expect(await print(VISIT, ticket)).toEqual({ kind: 'refused', why: 'one-at-a-time' });
    world.job = 'printed';
    await look();
    for (let number = 1; number < MAX_TICKETS_A_VISIT; number += 1) {
      expect(await print(VISIT, ticket)).toEqual({ kind: 'accepted' });
      await look();
    }
    expect(await print(VISIT, ticket)).toEqual({ kind: 'refused', why: 'enough' });
    expect(await print(VISIT + 1, ticket)).toEqual({ kind: 'accepted' });
  });

  test('that cannot be laid out or handed over is told, and the next one may be tried', async () => {
    const failing = printing({ press: () => Promise.reject(new Error('no page')) });
    expect(await failing.print(VISIT, ticket)).toEqual({ kind: 'refused', why: 'failed' });
    const refusing = printing();
    refusing.world.refuses = true;
    expect(await refusing.print(VISIT, ticket)).toEqual({ kind: 'refused', why: 'failed' });
    refusing.world.refuses = false;
    expect(await refusing.print(VISIT, ticket)).toEqual({ kind: 'accepted' });
    expect(refusing.log.codes()).toEqual(['print-failed', 'ticket-printed']);
  });
});

describe('At the end of the visit', () => {
  test('what has not begun to be printed is cancelled at once, and nobody is told any more', async () => {
    const { print, visitEnded, asked, told, world, look } = printing();
    await print(VISIT, ticket);
    visitEnded(VISIT);
    await settled();
    expect(asked.at(-1)).toBe('forget 41');
    world.printer = 'offline';
    await look();
    expect(told).toEqual([]);
  });

  test('paper that is coming out may come out, within moments', async () => {
    const { print, visitEnded, asked, world, look, clock } = printing();
    await print(VISIT, ticket);
    world.job = 'printing';
    visitEnded(VISIT);
    await look();
    expect(asked.at(-1)).toBe('submit 41');
    clock.pass(FINISH_WITHIN_MS);
    await look();
    expect(asked.at(-1)).toBe('forget 41');
  });

  test('paper that is stuck is not waited for', async () => {
    const { print, visitEnded, asked, world } = printing();
    await print(VISIT, ticket);
    world.job = 'printing';
    world.printer = 'out-of-paper';
    visitEnded(VISIT);
    await settled();
    expect(asked.at(-1)).toBe('forget 41');
  });

  test('a ticket that is still being laid out never reaches the printer', async () => {
    let finish = () => {};
    const laidOut = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const press: Press = async (_ticket, _layout, use) => {
      await laidOut;
      return use({
        pdf: new Uint8Array(),
        pages: 1,
        paper: { widthMm: 210, heightMm: 297 },
        printOn: async () => {},
      });
    };
    const { print, visitEnded, asked } = printing({ press });
    const answer = print(VISIT, ticket);
    await settled();
    visitEnded(VISIT);
    finish();
    expect(await answer).toEqual({ kind: 'refused', why: 'failed' });
    expect(asked).toEqual(['forget all']);
  });

  test('another visit is left alone', async () => {
    const { print, visitEnded, asked } = printing();
    await print(VISIT, ticket);
    visitEnded(VISIT + 1);
    await settled();
    expect(asked.at(-1)).toBe('submit 41');
  });

  test('a print system that does not answer any more is not asked for ever', async () => {
    const { print, visitEnded, asked, world } = printing();
    await print(VISIT, ticket);
    world.refuses = true;
    visitEnded(VISIT);
    await settled();
    expect(asked.at(-1)).toBe('forget 41');
  });
});

describe('A job that is still there after it was to be forgotten', () => {
  const tries = (asked: readonly string[]) => asked.filter((each) => each === 'forget 41').length;

  test('is forgotten anew until it is gone, without a word', async () => {
    const { print, look, visitEnded, world, asked, log } = printing();
    await print(VISIT, ticket);
    world.clings = 3;
    visitEnded(VISIT);
    for (let second = 0; second < 10; second += 1) await look();
    expect(tries(asked)).toBe(4);
    expect(log.codes()).not.toContain('print-not-forgotten');
  });

  test('is named in the log when it stays', async () => {
    const { print, look, visitEnded, world, asked, log } = printing();
    await print(VISIT, ticket);
    world.clings = 1_000;
    visitEnded(VISIT);
    for (let second = 0; second < 2 * MOST_TRIES_TO_FORGET; second += 1) await look();
    expect(tries(asked)).toBe(MOST_TRIES_TO_FORGET);
    expect(log.codes().filter((code) => code === 'print-not-forgotten')).toHaveLength(1);
  });

  test('is tried once more when the terminal stops, and never after that', async () => {
    const { print, look, visitEnded, close, world, asked } = printing();
    await print(VISIT, ticket);
    world.clings = 1_000;
    visitEnded(VISIT);
    await settled();
    await close();
    expect(tries(asked)).toBe(2);
    await look();
    expect(tries(asked)).toBe(2);
  });
});

test('When the terminal stops, everything is forgotten', async () => {
  const { print, close, asked } = printing();
  await print(VISIT, ticket);
  await print(VISIT + 1, ticket);
  await close();
  expect(asked.slice(-2).sort()).toEqual(['forget 41', 'forget 42']);
});

test('Without a printer nothing is printed', async () => {
  expect(await noPrinting.printer()).toBe('none');
  expect(await noPrinting.print(VISIT, ticket)).toEqual({ kind: 'refused', why: 'none' });
});
