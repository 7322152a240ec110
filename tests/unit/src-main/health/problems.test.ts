import { describe, expect, test } from 'vitest';
import { createProblems, detailForLog } from '../../../../src-main/health/problems.ts';
import { handClock } from '../../../fakes/hand-clock.ts';
import { recordedLog } from '../../../fakes/recorded-log.ts';

describe('Of what a page reports, the log keeps', () => {
  test.each([
    ['employment/first-interview', 'employment/first-interview'],
    ['assets/main-Ab3_x.js:12:5', 'assets/main-Ab3_x.js:12:5'],
    ['', ''],
    ['TypeError: "Jeanne Dupont" is not iterable', 'TypeError, words withheld'],
    ['Uncaught RangeError: too many', 'RangeError, words withheld'],
    ['Jeanne Dupont, 0470 12 34 56', 'withheld: it is not a name'],
    ['jeanne\nTypeError', 'withheld: it is not a name'],
  ])('%j as %j', (detail, kept) => {
    expect(detailForLog(detail)).toBe(kept);
  });

  test('words only while developing', () => {
    for (const keepsWords of [true, false]) {
      const log = recordedLog();
      const problems = createProblems({ log, clock: handClock(), keepsWords });
      problems.report(3, { code: 'script-error', detail: 'Error: two words' });
      expect(log.lines).toMatchObject([
        {
          code: 'page-problem',
          facts: {
            problem: 'script-error',
            detail: keepsWords ? 'Error: two words' : 'Error, words withheld',
            visit: 3,
          },
        },
      ]);
    }
  });

  test('thirty reports a minute, then one line that says so, then the next minute', () => {
    const [log, clock] = [recordedLog(), handClock()];
    const problems = createProblems({ log, clock, keepsWords: false });
    const reportMany = () => {
      for (let count = 0; count < 500; count += 1) {
        problems.report(1, { code: 'document-missing', detail: 'a/b' });
      }
    };
    reportMany();
    expect(log.lines).toHaveLength(31);
    expect(log.codes().at(-1)).toBe('page-problems-muted');
    clock.pass(60_000);
    reportMany();
    expect(log.lines).toHaveLength(62);
    expect(problems.counted()).toEqual({ 'document-missing': 1_000 });
  });
});
