import type { Result } from './failure.ts';
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

/** Channel of a call between a visitor's page and the doormen. */
export function callChannel(name: string): string {
  return `visitor:call:${name}`;
}

/** Channel of an event to a visitor's page. */
export function eventChannel(name: string): string {
  return `visitor:event:${name}`;
}
