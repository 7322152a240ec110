import type { Briefing } from '../contract/visitor.ts';
import type { Problems } from '../health/problems.ts';
import type { Statistics } from '../health/statistics/statistics.ts';
import type { Stage } from '../stage/stage.ts';
import type { Printing } from '../takeaway/printing.ts';
import type { Caller, VisitorServices } from './visitor-doormen.ts';

/** Whom the answers come from. */
export type AnswerParts = {
  readonly stage: Pick<Stage, 'happened'>;
  readonly problems: Pick<Problems, 'report'>;
  readonly statistics: Pick<Statistics, 'count'>;
  readonly printing: Pick<Printing, 'printer' | 'print'>;
  /** Somebody held two opposite corners. */
  readonly openStaff: (visit: number) => void;
  /** What a seat must know to begin; waits until the editions on disk are known. */
  readonly brief: (caller: Caller) => Promise<Briefing>;
};

/** Answers every call of the visitor's page by passing it to the service it is meant for. */
export function visitorAnswers({
  stage,
  problems,
  statistics,
  printing,
  openStaff,
  brief,
}: AnswerParts): VisitorServices {
  return {
    getBriefing: (caller) => brief(caller),
    reportReady: ({ visit }, { seq, source }) => void stage.happened({ kind: 'ready', visit, seq, source }),
    // The language stays in the page: behind the glass nobody needs it.
    beginVisit: ({ visit }) => void stage.happened({ kind: 'visit-began', visit }),
    endVisit: ({ visit }, { reason }) => void stage.happened({ kind: 'visit-ended', visit, reason }),
    openStaff: ({ visit }) => void openStaff(visit),
    reportPainted: ({ visit }, { beat }) => void stage.happened({ kind: 'painted', visit, beat }),
    reportProblem: ({ visit }, report) => void problems.report(visit, report),
    // The visit stays at the door: a count has no owner.
    countEvent: (_caller, { event, language }) => void statistics.count(event, language),
    getPrinter: () => printing.printer(),
    printTicket: ({ visit }, { ticket }) => printing.print(visit, ticket),
  };
}
