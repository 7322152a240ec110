import { expect, test, vi } from 'vitest';
import { JOURNAL_PREFIX } from '../../../../src-main/platform/journal.ts';
import { lineLog, reasonOf, toStderr } from '../../../../src-main/platform/log.ts';
import { LOG_CODES } from '../../../../src-main/platform/log-codes.ts';
import { handClock } from '../../../fakes/hand-clock.ts';

test('Every event is one line of JSON with a time, a level, a code and a sentence', () => {
  const written: string[] = [];
  const clock = handClock();
  const log = lineLog((line) => void written.push(line), clock);
  log.note('started', 'The terminal has started.', { version: '1' });
  clock.pass(1_500);
  log.trouble('unexpected', 'Two\nlines "quoted".');
  expect(written).toEqual([
    '{"at":"2026-01-01T00:00:00.000Z","level":"note","code":"started","sentence":"The terminal has started.","version":"1"}\n',
    '{"at":"2026-01-01T00:00:01.500Z","level":"trouble","code":"unexpected","sentence":"Two\\nlines \\"quoted\\"."}\n',
  ]);
});

test('A journal learns from the beginning of a line how urgent it is, anybody else reads plain JSON', () => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const line = { at: '2026-01-01T00:00:00.000Z', code: 'started', sentence: 'x', facts: {} } as const;
  toStderr(JOURNAL_PREFIX)({ ...line, level: 'note' });
  toStderr(JOURNAL_PREFIX)({ ...line, level: 'trouble' });
  toStderr(null)({ ...line, level: 'trouble' });
  expect(write.mock.calls.map(([text]) => String(text).slice(0, 4))).toEqual(['<6>{', '<3>{', '{"at']);
});

test('What an error says is logged without its stack, and not without end', () => {
  expect(reasonOf(new Error('the disk is full\n    at write (fs.js:1)'))).toBe('the disk is full');
  expect(reasonOf('a string')).toBe('a string');
  expect(reasonOf(undefined)).toBe('undefined');
  expect(reasonOf(new Error('x'.repeat(10_000)))).toHaveLength(300);
});

test('No code is listed twice', () => {
  expect(new Set(LOG_CODES).size).toBe(LOG_CODES.length);
});
