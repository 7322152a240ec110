import { staffCallChannel } from '../contract/bridge.ts';
import {
  isDoorCall,
  type StaffCall,
  type StaffInput,
  type StaffOutput,
  staffCalls,
} from '../contract/staff.ts';
import type { Log } from '../platform/log.ts';
import { answer, type CallPort, refusal } from './answer.ts';
import { isStaffPage } from './sender.ts';

/** Who answers each call. One more call in the contract is one more function here, or this does not compile. */
export type StaffServices = {
  readonly [Name in StaffCall]: (input: StaffInput<Name>) => StaffOutput<Name> | Promise<StaffOutput<Name>>;
};

/** The staff page as the doormen see it. */
export type StaffEntrance = {
  /** The web contents of the page that is open; null while none is. */
  readonly pageId: () => number | null;
  /** True after the right PIN, until the page is left. */
  readonly isInside: () => boolean;
  /** The page has said something. */
  readonly heard: () => void;
};

/** What the doormen need. */
export type StaffDoormenParts = {
  readonly port: CallPort;
  readonly entrance: StaffEntrance;
  readonly services: StaffServices;
  readonly log: Log;
};

/**
 * Puts a doorman at every call of the staff's contract; answers a function that takes them all away. They answer the main
 * frame of the open staff page only, and before the right PIN only what the contract calls `door`.
 */
export function postStaffDoormen({ port, entrance, services, log }: StaffDoormenParts): () => void {
  const names = Object.keys(staffCalls) as StaffCall[];
  for (const name of names) {
    port.handle(staffCallChannel(name), async (event, input) => {
      const isPage = isStaffPage(event, entrance.pageId());
      if (!isPage || (!isDoorCall(name) && !entrance.isInside())) {
        log.trouble('call-refused', 'A call came from somewhere it may not come from.', {
          call: `staff:${name}`,
          isPage,
        });
        return refusal('not-allowed', 'This call is not answered here.', false);
      }
      entrance.heard();
      const question = {
        shape: staffCalls[name],
        // The schema of this very name has parsed what the service gets.
        serve: services[name] as (asked: unknown) => unknown,
        facts: { call: `staff:${name}` },
        mayQuoteErrors: name !== 'enterPin',
      };
      return answer(question, input, log);
    });
  }
  return () => {
    for (const name of names) port.removeHandler(staffCallChannel(name));
  };
}
