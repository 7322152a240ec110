import type { StaffBridge } from '../../src-main/contract/bridge.ts';
import {
  type StaffCall,
  type StaffInput,
  type StaffOutput,
  staffCalls,
  staffContract,
} from '../../src-main/contract/staff.ts';
import { type Ask, functionsOf } from './connect.ts';

declare global {
  interface Window {
    /** Put there by the staff's preload, and only on the staff page. */
    readonly staffBridge?: StaffBridge;
  }
}

/** What the staff page asks of the terminal, in the shape of `Kiosk`. */
export type StaffDesk = { readonly [Name in StaffCall]: Ask<StaffInput<Name>, StaffOutput<Name>> } & {
  readonly on: StaffBridge['on'];
};

/** Makes the staff page's functions out of its bridge; throws when that lacks a call or an event of the contract. */
export function connectStaff(bridge: StaffBridge): StaffDesk {
  const names = [Object.keys(staffCalls), Object.keys(staffContract.events)] as const;
  return { ...functionsOf(bridge, ...names), on: bridge.on } as StaffDesk;
}

/** The bridge of the staff page; throws on any other page. */
export function staffBridgeOfWindow(): StaffBridge {
  if (window.staffBridge) return window.staffBridge;
  throw new Error('This page has no bridge to a terminal: the staff page works inside of one only.');
}
