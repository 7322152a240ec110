import { type FailureCode, failure } from '../../src-main/contract/failure.ts';

/** A "no" of the terminal: the code says why, `retryable` whether the same call may succeed later. */
export class KioskFailure extends Error {
  override readonly name = 'KioskFailure';
  readonly call: string;
  readonly code: FailureCode;
  readonly retryable: boolean;

  constructor(call: string, code: FailureCode, message: string, retryable: boolean) {
    super(message);
    this.call = call;
    this.code = code;
    this.retryable = retryable;
  }
}

/** A call as a page makes it: it takes nothing where nothing is to be said. */
export type Ask<Input, Output> = Input extends undefined
  ? () => Promise<Output>
  : (input: Input) => Promise<Output>;

/** What a preload has put on the window, whichever contract it belongs to. */
type AnyBridge = { readonly calls: object; readonly on: object };

/**
 * Makes functions out of a bridge that resolve to the value or reject with {@link KioskFailure}; throws when the bridge lacks a
 * call or an event of its contract.
 */
export function functionsOf(
  bridge: AnyBridge,
  calls: readonly string[],
  events: readonly string[],
): Readonly<Record<string, (input: unknown) => Promise<unknown>>> {
  const isFunction = (part: object, name: string) => typeof Reflect.get(part, name) === 'function';
  const absent = [
    ...calls.filter((name) => !isFunction(bridge.calls, name)),
    ...events.filter((name) => !isFunction(bridge.on, name)),
  ];
  if (absent.length > 0) {
    throw new Error(
      `The bridge to the terminal lacks ${absent.join(', ')}: page and preload come from different builds. Build both again.`,
    );
  }
  return Object.fromEntries(
    calls.map((name) => {
      const call = Reflect.get(bridge.calls, name) as (input: unknown) => Promise<unknown>;
      return [name, (input: unknown) => ask(call, name, input)];
    }),
  );
}

async function ask(
  call: (input: unknown) => Promise<unknown>,
  name: string,
  input: unknown,
): Promise<unknown> {
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
