import { EXIT, type Io } from './command.ts';
import { publicationBrokeOff, stoppedAsking } from './messages.ts';
import { Refusal } from './refusal.ts';
import { problemsList } from './report.ts';

/** What a command has to say at its end: to programs, and to people. */
export type Answer = {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** One of {@link EXIT}; 0 if left out. */
  readonly code?: number;
};

/** Nobody finished typing a passphrase: Ctrl+C, Ctrl+D or a closed window. */
export class Stopped extends Error {}

/** Prints what a command has to say, or what has to be put right first; returns the number the process ends with. */
export async function answering(
  json: boolean,
  heading: string,
  io: Io,
  work: () => Promise<Answer>,
): Promise<number> {
  try {
    const { facts, text, code = EXIT.ok } = await work();
    io.out(json ? `${JSON.stringify({ ok: true, ...facts })}\n` : `${text}\n`);
    return code;
  } catch (error) {
    if (error instanceof Stopped) {
      io.err(`${stoppedAsking}\n`);
      return EXIT.problems;
    }
    if (!(error instanceof Refusal)) throw error;
    const { problems } = error;
    const brokeOff = problems.some(({ rule }) => rule === 'publication-unfinished');
    if (json) io.out(`${JSON.stringify({ ok: false, problems })}\n`);
    else io.err(`${[brokeOff ? publicationBrokeOff : heading, problemsList(problems)].join('\n\n')}\n`);
    return EXIT.problems;
  }
}
