import type { CallInput } from '../../src-main/contract/visitor.ts';

/** A code of the contract's list. */
export type ProblemCode = CallInput<'reportProblem'>['code'];

/** Tells what was mended or could not be: `detail` names a document or file, or the error, in at most 200 characters. */
export type ReportProblem = (code: ProblemCode, detail: string) => void;
