import { z } from 'zod';

/** How many tests ended how. */
export type Tally = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Of those that passed: how many only at a second try, which a machine that nobody watches gives them. */
  readonly late: number;
};

/** Nothing ran. */
export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, late: 0 };

const unitReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number().default(0),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const e2eReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/** Counts Vitest's JSON report. A file that could not even be loaded counts as one failure. */
export function tallyUnit(report: unknown): Tally {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
    unitReport.parse(report);
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + numTodoTests,
    late: 0,
  };
}

/** Counts Playwright's JSON report. Errors outside any test count as failures. */
export function tallyE2e(report: unknown): Tally {
  const { stats, errors } = e2eReport.parse(report);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    late: stats.flaky,
  };
}

/** The count of a part, made to agree with how its runner ended: a runner that failed has at least one failure. */
export function settle(counted: Tally, exitCode: number): Tally {
  const ranNothing = counted.passed + counted.failed === 0;
  return (exitCode !== 0 || ranNothing) && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

/** Adds up the parts. */
export function total(parts: readonly Tally[]): Tally {
  return parts.reduce(
    (sum, part) => ({
      passed: sum.passed + part.passed,
      failed: sum.failed + part.failed,
      skipped: sum.skipped + part.skipped,
      late: sum.late + part.late,
    }),
    NOTHING,
  );
}

/** The last line of `npm test`. */
export function lastLine({ passed, failed, skipped, late }: Tally): string {
  const more = [
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(late > 0 ? [`${late} only at a second try`] : []),
  ];
  return [`${passed} passed`, `${failed} failed`, ...more].join(', ');
}
