import type { CallInput } from '../contract/visitor.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';

/** Most reports of pages that are written down in one minute; a page that fails in a circle must not fill the disk. */
const REPORTS_A_MINUTE = 30;
const MINUTE_MS = 60_000;

/** The name of a document, a file or a place in a script; nothing in which a sentence could be written. */
const NAME = /^[A-Za-z0-9._:/@#-]*$/;

/** The kind of an error, in front of words that may quote anything. */
const ERROR_KIND = /^(?:Uncaught )?((?:[A-Z][A-Za-z]*)?(?:Error|Exception))\b/;

/** What a page reports. */
export type ProblemReport = CallInput<'reportProblem'>;

/** Takes the reports of the pages. */
export type Problems = {
  readonly report: (visit: number, report: ProblemReport) => void;
  /** How often each problem was reported since the terminal started, also where the log kept silent. */
  readonly counted: () => Readonly<Partial<Record<ProblemReport['code'], number>>>;
};

/** What the log may keep of a detail: names, and of a sentence no more than the kind of error it begins with. */
export function detailForLog(detail: string): string {
  if (NAME.test(detail)) return detail;
  const kind = ERROR_KIND.exec(detail)?.[1];
  return kind === undefined ? 'withheld: it is not a name' : `${kind}, words withheld`;
}

/** What the reports need. */
export type ProblemParts = {
  readonly log: Log;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** True only while developing, when there are no visitors whose words could be in a detail. */
  readonly keepsWords: boolean;
};

/** Writes reports into the log: codes and names only, so many a minute. */
export function createProblems({ log, clock, keepsWords }: ProblemParts): Problems {
  let minuteBegan = clock.monotonicMs();
  let written = 0;
  const counts = new Map<ProblemReport['code'], number>();
  return {
    counted: () => Object.fromEntries(counts),
    report: (visit, { code, detail }) => {
      counts.set(code, (counts.get(code) ?? 0) + 1);
      if (clock.monotonicMs() - minuteBegan >= MINUTE_MS) {
        minuteBegan = clock.monotonicMs();
        written = 0;
      }
      written += 1;
      if (written > REPORTS_A_MINUTE + 1) return;
      if (written === REPORTS_A_MINUTE + 1) {
        log.trouble(
          'page-problems-muted',
          'Pages report too many problems; the rest of this minute is left out.',
        );
        return;
      }
      const kept = keepsWords ? detail : detailForLog(detail);
      log.trouble('page-problem', 'A page reports a problem.', { problem: code, detail: kept, visit });
    },
  };
}
