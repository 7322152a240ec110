import { staffCalls, staffContract } from './staff.ts';
import { visitorContract } from './visitor.ts';

/** The names a preload exposes, put into it at build time so that it stays small and carries no schema library. */
export type ContractNames = { readonly calls: readonly string[]; readonly events: readonly string[] };

/** Those of the visitor's page. */
export function visitorContractNames(): ContractNames {
  return { calls: Object.keys(visitorContract.calls), events: Object.keys(visitorContract.events) };
}

/** Those of the staff page. */
export function staffContractNames(): ContractNames {
  return { calls: Object.keys(staffCalls), events: Object.keys(staffContract.events) };
}
