import { callChannel } from '../contract/bridge.ts';
import {
  type CallInput,
  type CallOutput,
  type Seat,
  type VisitorCall,
  visitorContract,
} from '../contract/visitor.ts';
import type { Log } from '../platform/log.ts';
import { answer, type CallPort, refusal } from './answer.ts';
import { visitOfSpeaker } from './sender.ts';

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
  openStaff: 'on-show',
  reportPainted: 'any-seat',
  reportProblem: 'any-seat',
  countEvent: 'on-show',
  getPrinter: 'on-show',
  printTicket: 'on-show',
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
      // The schema of this very name has parsed what the service gets.
      const serve = services[name] as (caller: Caller, asked: unknown) => unknown;
      const question = {
        shape: visitorContract.calls[name],
        serve: (asked: unknown) => serve({ visit, seat }, asked),
        facts: { call: name, visit },
      };
      return answer(question, input, log);
    });
  }
  return () => {
    for (const name of names) port.removeHandler(callChannel(name));
  };
}
