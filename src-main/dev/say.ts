import { stripVTControlCharacters } from 'node:util';
import { SetupProblem } from './packages.mjs';

/** Prints one line to the person who started us. */
export type Say = (line: string) => void;

/** A failure whose message is meant for a person: what happened, why, what to do. */
export class Problem extends SetupProblem {}

/** Says a line on the terminal. */
export const say: Say = (line) => console.log(line);

/** The text of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The text of anything thrown, without the colours and the lines of code that some tools put into it. */
export function plainWords(error: unknown): string {
  const lines = stripVTControlCharacters(messageOf(error)).split('\n');
  return lines.filter((line) => !/^\s+at /.test(line)).join('\n');
}

/** The system's code of an error, such as ENOSPC, or an empty string. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** True when an error, or what a command printed, means that the disk is full. */
export function meansDiskFull(error: unknown): boolean {
  return codeOf(error) === 'ENOSPC' || /ENOSPC|no space left on device/i.test(messageOf(error));
}
