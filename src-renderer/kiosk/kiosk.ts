import type { VisitorBridge } from '../../src-main/contract/bridge.ts';
import {
  type CallInput,
  type CallOutput,
  type VisitorCall,
  visitorContract,
} from '../../src-main/contract/visitor.ts';
import { type Ask, functionsOf } from './connect.ts';

/**
 * What pages ask of the terminal: one function for each call of the contract, which resolves to the value or rejects
 * with `KioskFailure`; and `on.<event>(listener)`, which returns its own "off".
 */
export type Kiosk = { readonly [Name in VisitorCall]: Ask<CallInput<Name>, CallOutput<Name>> } & {
  readonly on: VisitorBridge['on'];
};

/** Makes the page's functions out of a bridge; throws when the bridge lacks a call or an event of the contract. */
export function connectKiosk(bridge: VisitorBridge): Kiosk {
  const { calls, events } = visitorContract;
  // The names are the contract's own keys; only a record of names forgets which function belongs to which.
  return { ...functionsOf(bridge, Object.keys(calls), Object.keys(events)), on: bridge.on } as Kiosk;
}
