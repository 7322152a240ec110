import { callChannel } from '../contract/bridge.ts';
import type { Failure, Result } from '../contract/failure.ts';
import {
  type CallInput,
  type CallOutput,
  type CallShape,
  type Seat,
  type VisitorCall,
  visitorContract,
} from '../contract/visitor.ts';
import { type Log, reasonOf } from '../platform/log.ts';
import { type Speaker, visitOfSpeaker } from './sender.ts';

/** The seat that a call comes from. */
export type Caller = { readonly visit: number; readonly seat: Seat };

type Answer<Name extends VisitorCall> = CallOutput<Name> | Promise<CallOutput<Name>>;

/** Who answers each call. One more call in the contract is one more function here, or this does not compile. */
export type VisitorServices = {
  readonly [Name in VisitorCall]: (caller: Caller, input: CallInput<Name>) => Answer<Name>;
};

/** From which seat each call is obeyed: what ends or begins a visit comes from the seat on show only. */
const OBEYED_FROM: Readonly<Record<VisitorCall, 'any-seat' | 'on-show'>> = {
  getBriefing: 'any-seat',
  reportReady: 'any-seat',
  beginVisit: 'on-show',
  endVisit: 'on-show',
  reportPainted: 'any-seat',
  reportProblem: 'any-seat',
  countEvent: 'on-show',
  getPrinter: 'on-show',
  printTicket: 'on-show',
};

/** Electron's `ipcMain`, or a stand-in. */
export type CallPort = {
  readonly handle: (channel: string, listener: (event: Speaker, input: unknown) => Promise<unknown>) => void;
  readonly removeHandler: (channel: string) => void;
};

/** Which seats there are. */
export type SeatBook = {
  /** The visit of the visitor's page in these web contents; null when it is none of ours. */
  readonly visitOf: (webContentsId: number) => number | null;
  /** Where the seat of a visit stands; null when it is gone. */
  readonly placeOf: (visit: number) => Seat | null;
};

/** What the doormen need. */
export type DoormenParts = {
  readonly port: CallPort;
  readonly seats: SeatBook;
  readonly services: VisitorServices;
  readonly log: Log;
};

/** Puts a doorman at every call of the contract; answers a function that takes them all away. */
export function postVisitorDoormen({ port, seats, services, log }: DoormenParts): () => void {
  const names = Object.keys(visitorContract.calls) as VisitorCall[];
  for (const name of names) {
    port.handle(callChannel(name), async (event, input) => {
      const visit = visitOfSpeaker(event, seats.visitOf);
      const seat = visit === null ? null : seats.placeOf(visit);
      if (visit === null || seat === null || (OBEYED_FROM[name] === 'on-show' && seat !== 'on-show')) {
        log.trouble('call-refused', 'A call came from somewhere it may not come from.', {
          call: name,
          visit,
          seat,
        });
        return refusal('not-allowed', 'This call is not answered here.', false);
      }
      return answer(name, services[name], { visit, seat }, input, log);
    });
  }
  return () => {
    for (const name of names) port.removeHandler(callChannel(name));
  };
}

/** Parse, ask, parse again. */
async function answer<Name extends VisitorCall>(
  name: Name,
  service: VisitorServices[Name],
  caller: Caller,
  input: unknown,
  log: Log,
): Promise<Result<unknown>> {
  const shape: CallShape = visitorContract.calls[name];
  const facts = { call: name, visit: caller.visit };
  const asked = shape.input.safeParse(input);
  if (!asked.success) {
    const place = asked.error.issues[0]?.path.join('.') ?? '';
    log.trouble('call-malformed', 'A page called with something else than was agreed.', { ...facts, place });
    return refusal('bad-input', 'The call does not have the agreed shape.', false);
  }
  try {
    // The schema of this very name has just said so.
    const given = await service(caller, asked.data as CallInput<Name>);
    const told = shape.output.safeParse(given);
    if (told.success) return { ok: true, value: told.data };
    const place = told.error.issues[0]?.path.join('.') ?? '';
    log.trouble('answer-malformed', 'A call was about to be answered with something else than was agreed.', {
      ...facts,
      place,
    });
    return refusal('bad-output', 'The answer does not have the agreed shape.', false);
  } catch (error) {
    log.trouble('call-failed', `A call could not be answered: ${reasonOf(error)}.`, facts);
    return refusal('internal', 'Something went wrong behind the glass; it has been written down.', true);
  }
}

function refusal(code: Failure['code'], message: string, retryable: boolean): Failure {
  return { ok: false, code, message, retryable };
}
