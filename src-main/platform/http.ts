/** A question to a web server: always GET. Redirects are not followed; the caller sees them. */
export type HttpRequest = {
  readonly url: URL;
  /** By name in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** Ends the request and the body, wherever they are. */
  readonly signal: AbortSignal;
};

/** The answer as soon as its headers are here. */
export type HttpAnswer = {
  readonly status: number;
  /** A header by its name in small letters; null when it is not there. */
  readonly header: (name: string) => string | null;
  /** The bytes as they arrive; compression of the way (`content-encoding`) is already undone. Rejects with {@link HttpFailure}. */
  readonly body: AsyncIterable<Uint8Array>;
};

/** Why there is no answer, or why its body broke off. */
export const HTTP_FAILURES = ['no-network', 'certificate', 'proxy', 'interrupted', 'bad-answer'] as const;
export type HttpFailureReason = (typeof HTTP_FAILURES)[number];

/** What a request rejects with; `message` is the system's own word for it, for a log. */
export class HttpFailure extends Error {
  readonly reason: HttpFailureReason;
  constructor(reason: HttpFailureReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'HttpFailure';
    this.reason = reason;
  }
}

/** Asks a web server. Rejects with {@link HttpFailure}, also when `signal` ends it. */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>;
