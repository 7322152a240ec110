import { expect, test } from 'vitest';
import {
  createLogMemory,
  LINES_KEPT,
  TROUBLES_KEPT,
} from '../../../../../src-main/health/logs/log-memory.ts';
import { logTo } from '../../../../../src-main/platform/log.ts';
import { handClock } from '../../../../fakes/hand-clock.ts';

test('A trouble is remembered however many notes have come since', () => {
  const memory = createLogMemory();
  const log = logTo([memory.take], handClock());
  log.trouble('edition-bad', 'Edition 4 does not work.', { seq: 4 });
  for (let visit = 0; visit < 2 * LINES_KEPT; visit += 1) log.note('visit-ended', 'A visit has ended.');
  expect(memory.lines()).toHaveLength(LINES_KEPT);
  expect(memory.lines().some(({ code }) => code === 'edition-bad')).toBe(false);
  expect(memory.troubles()).toEqual([
    {
      at: '2026-01-01T00:00:00.000Z',
      level: 'trouble',
      code: 'edition-bad',
      sentence: 'Edition 4 does not work.',
      facts: { seq: 4 },
    },
  ]);
});

test('Only so much is kept, the newest last, and everything is counted', () => {
  const memory = createLogMemory();
  const log = logTo([memory.take], handClock());
  for (let at = 1; at <= TROUBLES_KEPT + 5; at += 1) log.trouble('seat-crashed', `Number ${at}.`);
  log.note('swap', 'A swap.');
  expect(memory.troubles()).toHaveLength(TROUBLES_KEPT);
  expect(memory.troubles().at(-1)?.sentence).toBe(`Number ${TROUBLES_KEPT + 5}.`);
  expect(memory.lines().at(-1)?.code).toBe('swap');
  expect([memory.count('seat-crashed'), memory.count('swap'), memory.count('seat-late')]).toEqual([
    TROUBLES_KEPT + 5,
    1,
    0,
  ]);
  expect(memory.troubleCounts()).toEqual({ 'seat-crashed': TROUBLES_KEPT + 5 });
});
