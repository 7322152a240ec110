import type { Words } from './messages.ts';
import { type Problem, problemAt, wholeFile } from './problem.ts';

/** Something has to be put right before a command can do what it was asked; everything is as it was before. */
export class Refusal extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ what }) => what).join(' '));
    this.problems = problems;
  }
}

/** Refuses because of one thing; `about` is the file or folder to look at. */
export function refuse(about: string, words: Words): never {
  throw new Refusal([problemAt(wholeFile(about), words)]);
}

/** The computer's code for a trouble with a disk or a network; undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
