import { describe, expect, test } from 'vitest';
import {
  PRINTER_TROUBLES,
  type PrintProgress,
  type PrintRefusal,
  printerState,
  printProgress,
  printRefusal,
} from '../../../../../src-main/contract/printing.ts';
import { type PrintWish, printView } from '../../../../../src-renderer/visit/print/print-view.ts';

const accepted = (progress: PrintProgress): PrintWish => ({ kind: 'accepted', progress });
const refused = (why: PrintRefusal): PrintWish => ({ kind: 'refused', why });

test('A terminal without a printer, or one that has not answered yet, never speaks of printing', () => {
  const wishes: PrintWish[] = [
    { kind: 'none' },
    { kind: 'asked' },
    ...printProgress.options.map(accepted),
    ...printRefusal.options.map(refused),
  ];
  for (const wish of wishes) {
    expect(printView('none', wish)).toBeNull();
    expect(printView(null, wish)).toBeNull();
  }
});

describe('A visitor sees', () => {
  test.each([
    ['ready', { kind: 'none' }, true, null],
    ['busy', { kind: 'none' }, true, 'busy'],
    ['out-of-paper', { kind: 'none' }, false, 'out-of-paper'],
    ['ready', { kind: 'asked' }, false, 'printing'],
    ['busy', accepted('printing'), false, 'printing'],
    ['out-of-paper', accepted('out-of-paper'), false, 'out-of-paper'],
    ['ready', accepted('printed'), true, 'printed'],
    ['ready', accepted('given-up'), true, 'given-up'],
    ['ready', refused('too-long'), false, 'too-long'],
    ['ready', refused('enough'), false, 'enough'],
    ['busy', refused('one-at-a-time'), false, 'printing'],
    // Paper was put in since.
    ['ready', refused('out-of-paper'), true, null],
    ['offline', refused('offline'), false, 'offline'],
  ] as const)('of a printer that is %s, after %j: offered %s, said %s', (printer, wish, offered, status) => {
    expect(printView(printer, wish)).toEqual({ offered, status });
  });
});

test('Whatever is wrong with the printer, something is said and nothing is offered', () => {
  for (const printer of printerState.options.filter((state) =>
    PRINTER_TROUBLES.some((each) => each === state),
  ))
    expect(printView(printer, { kind: 'none' })).toMatchObject({ offered: false, status: printer });
});
