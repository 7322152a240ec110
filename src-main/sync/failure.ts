import type { OfflineReason, RefusalCode } from './state.ts';

/** Something could not be fetched: the content is not to blame, the same may work later. */
export class FetchFailure extends Error {
  readonly reason: OfflineReason;
  /** How long the server asks to be left alone, in milliseconds; null when it does not say. */
  readonly retryAfterMs: number | null;
  /** HTTP status, or null when there was no answer. */
  readonly status: number | null;
  constructor(
    reason: OfflineReason,
    detail: string,
    more: { readonly status?: number; readonly retryAfterMs?: number | null; readonly cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.name = 'FetchFailure';
    this.reason = reason;
    this.status = more.status ?? null;
    this.retryAfterMs = more.retryAfterMs ?? null;
  }
}

/** Something was fetched and is not taken: it is not signed, not newer, not whole, or there is no room for it. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = 'Refusal';
    this.code = code;
  }
}
