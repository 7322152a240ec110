import { describe, expect, it } from 'vitest';
import { lastLine, NOTHING, settle, tallyE2e, tallyUnit, total } from '../../../../src-main/dev/tally.ts';

const unit = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, testResults: [] };
const e2e = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

describe('the last line of npm test', () => {
  it('adds up both parts', () => {
    expect(lastLine(total([tallyUnit(unit), tallyE2e(e2e)]))).toBe('8 passed, 1 failed, 2 skipped');
  });

  it('leaves skipped tests out when there are none', () => {
    expect(lastLine(tallyE2e(e2e))).toBe('3 passed, 0 failed');
  });

  it('counts a test file that could not be loaded', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
    ];
    expect(tallyUnit({ ...unit, testResults }).failed).toBe(2);
  });

  it('counts errors outside any test', () => {
    expect(tallyE2e({ ...e2e, errors: [{ message: 'no tests found' }] }).failed).toBe(1);
  });

  it('never calls it a success when nothing ran', () => {
    expect(settle({ ...NOTHING, skipped: 4 }, 0).failed).toBe(1);
  });

  it('never calls it a success when the runner failed', () => {
    expect(settle({ ...NOTHING, passed: 5 }, 1)).toEqual({ ...NOTHING, passed: 5, failed: 1 });
    expect(settle({ ...NOTHING, passed: 5, failed: 2 }, 1)).toEqual({ ...NOTHING, passed: 5, failed: 2 });
  });

  it('says how many tests passed only at a second try', () => {
    expect(lastLine(tallyE2e({ ...e2e, stats: { ...e2e.stats, flaky: 2 } }))).toBe(
      '5 passed, 0 failed, 2 only at a second try',
    );
  });
});
