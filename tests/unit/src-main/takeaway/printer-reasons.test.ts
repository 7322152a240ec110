import { expect, test } from 'vitest';
import { troubleOf } from '../../../../src-main/takeaway/printer-reasons.ts';

test.each([
  ['all is well', 'idle', ['none'], null],
  ['it prints', 'processing', ['none'], null],
  ['little toner stops nobody', 'idle', ['toner-low-warning', 'marker-supply-low-report'], null],
  ['it had no paper when it was last used', 'idle', ['media-empty-error'], null],
  ['it is being reached', 'processing', ['connecting-to-device'], null],
  ['the paper is used up', 'processing', ['media-empty-error', 'media-needed-error'], 'out-of-paper'],
  ['the paper is used up, and it stopped for that', 'stopped', ['paused', 'media-empty'], 'out-of-paper'],
  ['it is switched off', 'processing', ['offline-report'], 'offline'],
  ['it went away', 'stopped', ['timed-out'], 'offline'],
  ['somebody paused it', 'stopped', ['paused'], 'failed'],
  ['its cover is open', 'processing', ['cover-open'], 'failed'],
  ['paper is stuck', 'processing', ['media-jam-error'], 'failed'],
  ['it stopped and says nothing', 'stopped', ['none'], 'failed'],
] as const)('Of a printer a visitor is told: %s', (_what, state, reasons, trouble) => {
  expect(troubleOf({ state, reasons, acceptsJobs: true })).toBe(trouble);
});

test('A queue that takes no jobs is out of order, however well its printer is', () => {
  expect(troubleOf({ state: 'idle', reasons: ['none'], acceptsJobs: false })).toBe('failed');
});
