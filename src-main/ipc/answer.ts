import type { Failure, Result } from '../contract/failure.ts';
import type { CallShape } from '../contract/visitor.ts';
import { type Log, type LogFacts, reasonOf } from '../platform/log.ts';
import type { Speaker } from './sender.ts';

/** Electron's `ipcMain`, or a stand-in. */
export type CallPort = {
  readonly handle: (channel: string, listener: (event: Speaker, input: unknown) => Promise<unknown>) => void;
  readonly removeHandler: (channel: string) => void;
};

/** One call that may be answered: its shapes, who answers it, and what the log says of it beside what went wrong. */
export type Question = {
  readonly shape: CallShape;
  readonly serve: (input: unknown) => unknown;
  readonly facts: LogFacts;
  /** False for a service that holds something an error must not repeat in the log. */
  readonly mayQuoteErrors?: boolean;
};

/** Parse, ask, parse again. The log says which field was wrong, never what was in it. */
export async function answer(
  { shape, serve, facts, mayQuoteErrors = true }: Question,
  input: unknown,
  log: Log,
): Promise<Result<unknown>> {
  const asked = shape.input.safeParse(input);
  if (!asked.success) {
    const place = asked.error.issues[0]?.path.join('.') ?? '';
    log.trouble('call-malformed', 'A page called with something else than was agreed.', { ...facts, place });
    return refusal('bad-input', 'The call does not have the agreed shape.', false);
  }
  try {
    const told = shape.output.safeParse(await serve(asked.data));
    if (told.success) return { ok: true, value: told.data };
    const place = told.error.issues[0]?.path.join('.') ?? '';
    log.trouble('answer-malformed', 'A call was about to be answered with something else than was agreed.', {
      ...facts,
      place,
    });
    return refusal('bad-output', 'The answer does not have the agreed shape.', false);
  } catch (error) {
    const why = mayQuoteErrors ? `: ${reasonOf(error)}` : '';
    log.trouble('call-failed', `A call could not be answered${why}.`, facts);
    return refusal('internal', 'Something went wrong behind the glass; it has been written down.', true);
  }
}

/** A "no" in the one shape of failures. */
export function refusal(code: Failure['code'], message: string, retryable: boolean): Failure {
  return { ok: false, code, message, retryable };
}
