import { z } from 'zod';

/** Why a call was not answered; `not-allowed` is a caller that is not a seat of the stage. */
export const FAILURE_CODES = ['bad-input', 'bad-output', 'not-allowed', 'unavailable', 'internal'] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** The one shape of "no": never a silent `undefined`, never a stack trace. */
export const failure = z.strictObject({
  ok: z.literal(false),
  code: z.enum(FAILURE_CODES),
  message: z.string(),
  /** True when the same call may succeed later. */
  retryable: z.boolean(),
});
export type Failure = Readonly<z.infer<typeof failure>>;

/** What every call answers. */
export type Result<Value> = { readonly ok: true; readonly value: Value } | Failure;
