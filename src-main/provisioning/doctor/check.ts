import type { Verdict } from '../../contract/doctor-report.ts';
import type { Patient } from './patient.ts';

/** One thing a check saw. */
export type Observation = {
  readonly verdict: Verdict;
  /** What was found, with the figures: a whole sentence. */
  readonly found: string;
  /** What it means for visitors or staff; empty when all is well. */
  readonly means: string;
  /** What to do about it; empty when all is well. */
  readonly todo: string;
};

/** One numbered check; it lies in a file of its own. */
export type Check = {
  /** Never changes once given, and is never given again: technicians say "check 7". */
  readonly number: number;
  readonly id: string;
  readonly title: string;
  /** What it means when all of it is well. */
  readonly well: string;
  /** Looks, and changes nothing. Whatever it rejects with becomes a finding that says so. */
  readonly look: (patient: Patient, signal: AbortSignal) => Promise<readonly Observation[]>;
};

/** All is well with this. */
export function good(found: string): Observation {
  return { verdict: 'pass', found, means: '', todo: '' };
}

/** Somebody should look at this. */
export function doubt(found: string, means: string, todo: string): Observation {
  return { verdict: 'warn', found, means, todo };
}

/** Visitors are affected by this, or will be. */
export function bad(found: string, means: string, todo: string): Observation {
  return { verdict: 'fail', found, means, todo };
}

/** The machine cannot tell: that is no pass. */
export function untold(found: string, todo: string): Observation {
  return {
    verdict: 'warn',
    found,
    means: 'This could not be looked at, so nobody knows whether it is well.',
    todo,
  };
}
