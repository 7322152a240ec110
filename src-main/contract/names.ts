import { visitorContract } from './visitor.ts';

/** The names the preload exposes, put into it at build time so that it stays small and carries no schema library. */
export function visitorContractNames(): {
  readonly calls: readonly string[];
  readonly events: readonly string[];
} {
  return { calls: Object.keys(visitorContract.calls), events: Object.keys(visitorContract.events) };
}
