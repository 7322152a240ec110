import type { DoctorFinding, DoctorReport, Verdict } from '../../contract/doctor-report.ts';
import type { Clock } from '../../platform/clock.ts';
import { reasonOf } from '../../platform/log.ts';
import type { Check, Observation } from './check.ts';
import { CHECKS } from './checks.ts';
import type { Patient } from './patient.ts';

/** How long one check may take, in milliseconds; they run side by side. */
export const CHECK_WITHIN_MS = 20_000;

/** How a doctor works; all of it may be left out. */
export type DoctorOptions = {
  readonly checks?: readonly Check[];
  readonly withinMs?: number;
  readonly clock?: Pick<Clock, 'after'>;
};

const RANK: Readonly<Record<Verdict, number>> = { pass: 0, warn: 1, fail: 2 };

/** The heaviest of some verdicts; `pass` when there are none. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce((worst, next) => (RANK[next] > RANK[worst] ? next : worst), 'pass');
}

/**
 * Looks at a terminal and changes nothing. All checks run at once; one that breaks or does not end in time becomes a finding that
 * says so. Never rejects.
 */
export async function runDoctor(
  patient: Patient,
  { checks = CHECKS, withinMs = CHECK_WITHIN_MS, clock = timers }: DoctorOptions = {},
): Promise<DoctorReport> {
  const findings = await Promise.all(
    checks.map(async (check) => findingOf(check, await lookInTime(check, patient, withinMs, clock))),
  );
  const { id, place } = patient.loaded.settings.terminal;
  return {
    schema: 1,
    at: patient.machine.now().toISOString(),
    terminal: { id, place },
    version: patient.version,
    findings: findings.sort((one, other) => one.number - other.number),
  };
}

const timers: Pick<Clock, 'after'> = {
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

function lookInTime(
  check: Check,
  patient: Patient,
  withinMs: number,
  clock: Pick<Clock, 'after'>,
): Promise<readonly Observation[]> {
  const ending = new AbortController();
  return new Promise((resolve) => {
    const off = clock.after(withinMs, () => {
      resolve([notCarriedOut(`it did not come to its end within ${withinMs / 1_000} seconds`)]);
      ending.abort();
    });
    const looking = async () => check.look(patient, ending.signal);
    looking()
      .then(resolve, (error: unknown) => resolve([notCarriedOut(reasonOf(error))]))
      .finally(off);
  });
}

function notCarriedOut(why: string): Observation {
  return {
    verdict: 'warn',
    found: `This check could not be carried out: ${why}.`,
    means: 'Nobody knows whether this part of the terminal is well.',
    todo: 'Run the doctor again. If it stays so, look at this part by hand and report the sentence above.',
  };
}

function findingOf({ number, id, title, well }: Check, seen: readonly Observation[]): DoctorFinding {
  const amiss = seen
    .filter(({ verdict }) => verdict !== 'pass')
    .sort((one, other) => RANK[other.verdict] - RANK[one.verdict]);
  const first = [...amiss, ...seen.filter(({ verdict }) => verdict === 'pass')];
  return {
    number,
    id,
    title,
    verdict: worstOf(seen.map(({ verdict }) => verdict)),
    found: said(
      first.map(({ found }) => found),
      MOST.found,
    ),
    means:
      amiss.length === 0
        ? well
        : said(
            amiss.map(({ means }) => means),
            MOST.means,
          ),
    todo:
      amiss.length === 0
        ? null
        : said(
            amiss.map(({ todo }) => todo),
            MOST.todo,
          ),
  };
}

/** Longest texts of a finding, in characters, as the contract has them. */
const MOST = { found: 600, means: 400, todo: 600 } as const;

/** Sentences in a row, each once, cut where there is no more room. */
function said(sentences: readonly string[], most: number): string {
  const text = [...new Set(sentences)]
    .join(' ')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
