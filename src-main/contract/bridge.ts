import type { Result } from './failure.ts';
import type { StaffCall, StaffEvent, StaffInput, StaffOutput, StaffPayload } from './staff.ts';
import type { CallInput, CallOutput, EventPayload, VisitorCall, VisitorEvent } from './visitor.ts';

/**
 * What the preload puts on `window.kioskBridge`: one function for each call, one for each event.
 * Every `on…` returns its own "off".
 */
export type VisitorBridge = {
  readonly calls: {
    readonly [Name in VisitorCall]: (input: CallInput<Name>) => Promise<Result<CallOutput<Name>>>;
  };
  readonly on: {
    readonly [Name in VisitorEvent]: (listener: (payload: EventPayload<Name>) => void) => () => void;
  };
};

/** The same for the staff page, on `window.staffBridge`. */
export type StaffBridge = {
  readonly calls: {
    readonly [Name in StaffCall]: (input: StaffInput<Name>) => Promise<Result<StaffOutput<Name>>>;
  };
  readonly on: {
    readonly [Name in StaffEvent]: (listener: (payload: StaffPayload<Name>) => void) => () => void;
  };
};

/** Channel of a call between a visitor's page and the doormen. */
export function callChannel(name: string): string {
  return `visitor:call:${name}`;
}

/** Channel of an event to a visitor's page. */
export function eventChannel(name: string): string {
  return `visitor:event:${name}`;
}

/** Channel of a call between the staff page and its doormen. */
export function staffCallChannel(name: string): string {
  return `staff:call:${name}`;
}

/** Channel of an event to the staff page. */
export function staffEventChannel(name: string): string {
  return `staff:event:${name}`;
}
