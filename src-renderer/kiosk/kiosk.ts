import type { VisitorBridge } from '../../src-main/contract/bridge.ts';
import { type FailureCode, failure } from '../../src-main/contract/failure.ts';
import {
  type CallInput,
  type CallOutput,
  type VisitorCall,
  visitorContract,
} from '../../src-main/contract/visitor.ts';

type Ask<Name extends VisitorCall> =
  CallInput<Name> extends undefined
    ? () => Promise<CallOutput<Name>>
    : (input: CallInput<Name>) => Promise<CallOutput<Name>>;

/**
 * What pages ask of the terminal: one function for each call of the contract, which resolves to the value or rejects
 * with {@link KioskFailure}; and `on.<event>(listener)`, which returns its own "off".
 */
export type Kiosk = { readonly [Name in VisitorCall]: Ask<Name> } & { readonly on: VisitorBridge['on'] };

/** A "no" of the terminal: the code says why, `retryable` whether the same call may succeed later. */
export class KioskFailure extends Error {
  override readonly name = 'KioskFailure';
  readonly call: VisitorCall;
  readonly code: FailureCode;
  readonly retryable: boolean;

  constructor(call: VisitorCall, code: FailureCode, message: string, retryable: boolean) {
    super(message);
    this.call = call;
    this.code = code;
    this.retryable = retryable;
  }
}

/** Makes the page's functions out of a bridge; throws when the bridge lacks a call or an event of the contract. */
export function connectKiosk(bridge: VisitorBridge): Kiosk {
  const calls = namesOf(visitorContract.calls);
  const absent = [
    ...calls.filter((name) => typeof bridge.calls[name] !== 'function'),
    ...namesOf(visitorContract.events).filter((name) => typeof bridge.on[name] !== 'function'),
  ];
  if (absent.length > 0) {
    throw new Error(
      `The bridge to the terminal lacks ${absent.join(', ')}: page and preload come from different builds. Build both again.`,
    );
  }
  const asks = calls.map((name) => [name, (input: unknown) => ask(bridge, name, input)]);
  // The names are the contract's own keys; only Object.fromEntries forgets which belongs to which.
  return { ...(Object.fromEntries(asks) as Omit<Kiosk, 'on'>), on: bridge.on } as Kiosk;
}

async function ask(bridge: VisitorBridge, name: VisitorCall, input: unknown): Promise<unknown> {
  const call = bridge.calls[name] as (input: unknown) => Promise<unknown>;
  let answer: unknown;
  try {
    answer = await call(input);
  } catch {
    // What a broken pipe throws is a stack trace of the other process: nothing a page could show or use.
    throw new KioskFailure(name, 'unavailable', `The terminal did not answer "${name}".`, true);
  }
  if (isValue(answer)) return answer.value;
  const no = failure.safeParse(answer);
  if (no.success) throw new KioskFailure(name, no.data.code, no.data.message, no.data.retryable);
  throw new KioskFailure(
    name,
    'bad-output',
    `The terminal answered "${name}" in a form nobody knows.`,
    false,
  );
}

function isValue(answer: unknown): answer is { readonly value: unknown } {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;
}

function namesOf<Names extends string>(part: Readonly<Record<Names, unknown>>): readonly Names[] {
  return Object.keys(part) as Names[];
}
